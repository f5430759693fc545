/**
 * Keeps the page true. The socket is a shortcut: whenever something may have been missed, the
 * live region #stage is fetched again and morphed. Without a socket the page polls, and says so.
 */

import { sayConnection } from "./connection.js";

const JITTER = 150; // 150 browsers hear a signal at once; they ask within this many milliseconds.
const PATIENCE = 4000; // without a socket before polling starts
const POLL = 2500;
const POLL_HIDDEN = 15_000;
const QUIET = 75_000; // without any message: a socket may be dead without anyone having noticed
const ASLEEP = 10_000; // a tick this late means that the machine slept
const RELOAD_ONCE_IN = 60_000;

const LIVE = "[data-live]";

const now = () => Date.now();
const spread = (/** @type {number} */ ms) => ms * (0.8 + Math.random() * 0.4);

let lastOpen = now();
let lastHeard = now();
let lastTick = now();
let nextPoll = 0;
/** Since when requests succeed, or 0 while they fail. */
let reachableSince = now();
/** @type {number | undefined} */
let asked;
/** @type {string[] | null} what was pushed while #stage is being fetched; null when it is not */
let held = null;
let changed = false;

const element = () => document.querySelector(LIVE);

function connection() {
  const url = element()?.getAttribute("hx-ws:connect");
  return url && htmx.ext.ws.getRegistry().get(url);
}

const isOpen = () => connection()?.socket?.readyState === WebSocket.OPEN;

/** Fetch the live region soon; many reasons at once become one request. */
function refresh() {
  asked ??= setTimeout(() => {
    asked = undefined;
    htmx.trigger(document.body, "live:refresh");
  }, Math.random() * JITTER);
}

/** Drop the socket that may be dead and open a new one at once. */
function reconnect() {
  const { socket, config } = connection() ?? {};
  if (!element() || config?.reconnect === false) return;
  if (socket?.readyState === WebSocket.CONNECTING) return;
  socket?.close();
  htmx.process(element(), true);
}

function catchUp() {
  refresh();
  if (!isOpen()) reconnect();
}

/** The right to this page is gone: let the server say so. Once, never in a circle. */
function reload() {
  const last = Number(sessionStorage.getItem("reloaded") ?? 0);
  if (now() - last < RELOAD_ONCE_IN) return;
  sessionStorage.setItem("reloaded", `${now()}`);
  location.reload();
}

function poll() {
  if (now() < nextPoll) return;
  nextPoll = now() + spread(document.hidden ? POLL_HIDDEN : POLL);
  refresh();
}

function tick() {
  const slept = now() - lastTick > ASLEEP && !document.hidden;
  lastTick = now();
  if (isOpen()) lastOpen = now();
  else if (now() - lastOpen > PATIENCE) poll();
  if (slept) reconnect();
  if (slept || now() - lastHeard > spread(QUIET)) {
    lastHeard = now();
    refresh();
  }
  sayConnection({ reachableSince, openUntil: lastOpen });
}

/** @param {string} name @param {(detail: any) => void} react */
const on = (name, react) =>
  document.addEventListener(name, (event) => react(/** @type {CustomEvent} */ (event).detail));

const isStage = (/** @type {any} */ ctx) => ctx.sourceElement.id === "stage";

on("htmx:before:ws:message", ({ message: { json } }) => {
  lastHeard = now();
  if (json?.refresh) refresh();
  if (json?.content) held?.push(json.content);
});

on("htmx:after:ws:connection", () => {
  lastOpen = now();
  refresh();
});

on("htmx:ws:close", ({ code, connection: closed }) => {
  if (code !== 4404) return;
  closed.config.reconnect = false;
  reload();
});

on("htmx:before:request", ({ ctx }) => {
  if (isStage(ctx)) held = [];
});

on("htmx:finally:request", ({ ctx }) => {
  const answered = ctx.response?.status < 500;
  if (answered && !reachableSince && !isOpen()) reconnect();
  if (answered) reachableSince ||= now();
  else if (ctx.response || `${ctx.status}`.startsWith("error")) reachableSince = 0;
  if (isStage(ctx)) afterStage();
});

/** The answer was rendered before what came in meanwhile: put that on top of it again. */
function afterStage() {
  for (const text of held ?? [])
    htmx.swap({ sourceElement: element(), target: element(), swap: "none", text });
  held = null;
  if (changed) refresh();
  changed = false;
}

on("htmx:after:swap", ({ ctx }) => {
  if (held && ctx.request && !isStage(ctx)) changed = true;
});

// An answer without a live region (an error, a sign-in page) must never empty the page.
document.addEventListener("htmx:before:swap", (event) => {
  const { ctx, tasks } = /** @type {CustomEvent} */ (event).detail;
  const empties = (/** @type {any} */ { type, target, fragment, swapSpec }) =>
    type === "main" && target?.id === "stage" && swapSpec.style === "outerMorph" &&
    !fragment.querySelector("#stage");
  if (!tasks.some(empties)) return;
  event.preventDefault();
  if (ctx.response.status < 500) reload();
});

if (element()) {
  document.addEventListener("visibilitychange", () => document.hidden || catchUp());
  document.addEventListener("resume", catchUp);
  addEventListener("pageshow", (event) => event.persisted && catchUp());
  addEventListener("online", catchUp);
  setInterval(tick, 1000);
  if (isOpen()) refresh(); // it opened before this file was there
}
