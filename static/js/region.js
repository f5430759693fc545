/**
 * Fetches the live region #stage and morphs it. A page that has this very region already, by its
 * ETag, gets 304 and stays as it is. What is pushed meanwhile is put on top of the answer.
 */

import { pause } from "./answers.js";
import { answered } from "./polling.js";
import { reload } from "./reload.js";

const SOON = 150; // 150 browsers hear a signal at once; they ask within this many milliseconds.

/** @type {number | undefined} */
let timer;
let due = 0;
/** @type {string[] | null} what was pushed while #stage is being fetched; null when it is not */
let held = null;
let asked = 0;
let changed = false;
let failures = 0;
/** @type {number | undefined} */
let retry;
/** The ETag of what stands on the page; empty as soon as anything else changed the page. */
let known = "";

/**
 * Fetch the live region; many reasons at once become one request.
 * @param {number} [spread] within how many milliseconds; when exactly is left to chance
 */
export function refresh(spread = SOON) {
  const at = Date.now() + Math.random() * spread;
  if (timer && due <= at) return;
  clearTimeout(timer);
  due = at;
  timer = setTimeout(() => {
    timer = undefined;
    htmx.trigger(document.body, "live:refresh");
  }, at - Date.now());
}

export const isBeingFetched = () => held !== null;

/** Do not wait any longer before trying once more what failed. @param {number} [spread] as of `refresh` */
export function tryAgain(spread) {
  if (failures) refresh(spread);
}

/** @param {any} ctx the request of htmx */
export const isStage = (ctx) => ctx.sourceElement.id === "stage";

/** @param {string} name @param {(detail: any) => void} react */
const on = (name, react) =>
  document.addEventListener(name, (event) => react(/** @type {CustomEvent} */ (event).detail));

on("htmx:before:request", ({ ctx }) => {
  if (!isStage(ctx)) return;
  held = [];
  asked = performance.now();
  if (known) ctx.request.headers["If-None-Match"] = known;
});

on("htmx:before:ws:message", ({ message: { json } }) => {
  if (json?.content) held?.push(json.content);
});

on("htmx:after:swap", ({ ctx }) => {
  const isAnswer = ctx.request && isStage(ctx);
  if (isAnswer && ctx.response.status === 304) return;
  known = (isAnswer && ctx.response.headers.get("ETag")) || "";
  if (held && ctx.request && !isAnswer) changed = true;
});

on("htmx:finally:request", ({ ctx }) => {
  if (!isStage(ctx)) return;
  if (ctx.response?.status === 200) putBack(ctx.sourceElement);
  held = null;
  const rest = answered(performance.now() - asked);
  if (changed) refresh();
  changed = false;
  failures = ctx.response?.status < 500 ? 0 : failures + 1;
  clearTimeout(retry);
  if (failures) retry = setTimeout(refresh, Math.max(pause(failures), rest));
});

/** The answer was rendered before what came in meanwhile. @param {Element} stage */
function putBack(stage) {
  for (const text of held ?? [])
    htmx.swap({ sourceElement: stage, target: stage, swap: "none", text });
}

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
