/**
 * Keeps the page true. The socket is a shortcut: whenever something may have been missed, the live
 * region is fetched again. Without a socket that holds the page polls, and says so.
 */

import { missed, sayConnection } from "./connection.js";
import { hurry, isTime, isUnsteady, pollingSince } from "./polling.js";
import { isBeingFetched, refresh, tryAgain } from "./region.js";
import { check, connect, isOpen, isThere } from "./socket.js";

const SPREAD = 3000; // milliseconds: whole rooms get their sockets back at once

/** Since when requests succeed, or 0 while they fail. */
let reachableSince = Date.now();

function tick() {
  check();
  if (!isBeingFetched() && isTime()) refresh(); // or it would be asked once more right after the answer
  sayConnection({ reachableSince, pollingSince: pollingSince(), isUnsteady: isUnsteady() });
}

/** Someone looks at this page again, or this machine woke up. */
function wake() {
  hurry();
  tryAgain();
  check();
  if (!isThere()) connect();
}

const TEXT = "textarea, input:not([type=hidden], [type=radio], [type=checkbox])";

/** Pressed, and not to send a text. @param {Element} element */
const isPress = (element) =>
  element.matches("button, a, form") && !element.closest("form")?.querySelector(TEXT);

document.addEventListener("htmx:finally:request", (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  const answered = ctx.response?.status < 500;
  if (answered && !reachableSince && !isOpen()) connect(); // what it tried until now may be lost
  if (answered) reachableSince ||= Date.now();
  else if (ctx.response || `${ctx.status}`.startsWith("error")) {
    reachableSince = 0;
    if (isPress(ctx.sourceElement)) missed();
  }
});

if (document.querySelector("[data-live]")) {
  document.addEventListener("visibilitychange", () => document.hidden || wake());
  document.addEventListener("resume", wake);
  addEventListener("pageshow", (event) => event.persisted && wake());
  addEventListener("online", () => {
    connect();
    if (!reachableSince) refresh(); // a socket alone does not tell that requests succeed again
  });
  document.addEventListener("htmx:after:ws:connection", () => tryAgain(SPREAD));
  setInterval(tick, 1000);
  setTimeout(connect); // after the start of htmx, a timer set before this one
}
