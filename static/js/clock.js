/**
 * Every time.clock counts by itself. The server says when the step ends (data-ends-at) and what
 * time it is there: in the page (data-now) and with every live region, also one that did not change
 * (X-Now). This corrects for a wrong clock on this machine.
 */

import { isResting } from "./polling.js";
import { isBeingFetched, isStage, refresh } from "./region.js";

const TICK = 250;
const SOON = 0.2;
const LAST = 0.05;
const JUMP = 1000; // milliseconds: this machine's clock was set, or it slept
const PATIENCE = 5000; // before asking the server once more what time it is

/** Server time minus ours. */
let offset = -Infinity;
let doubtful = true;
let asked = 0;
let sent = 0;
let drift = Date.now() - performance.now();

/**
 * The server looked at its clock between these two moments of ours, so the difference lies between
 * two bounds. Delay only widens them: a slow answer never makes a good estimate worse.
 * @param {number} theirs @param {number} from @param {number} until
 */
function learn(theirs, from, until) {
  const [least, most] = [theirs - until, theirs - from];
  offset = doubtful ? least : Math.min(Math.max(offset, least), most);
  doubtful = false;
}

/** What is pushed may have been under way for long: it says only that it is not earlier there. */
function learnFromPage() {
  for (const { dataset } of clocks())
    if (dataset.now) offset = Math.max(offset, Date.parse(dataset.now) - Date.now());
  tick();
}

/** @param {HTMLElement} clock @returns {number | null} seconds left, below zero after the end */
function secondsLeft({ dataset }) {
  if (dataset.remaining) return Number(dataset.remaining);
  if (!dataset.endsAt) return null;
  return (Date.parse(dataset.endsAt) - Date.now() - offset) / 1000;
}

/** @param {number} seconds @returns {string} such as 4:05 */
function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** @param {number} left @param {number} duration */
function stateOf(left, duration) {
  if (left <= 0) return "over";
  if (left <= duration * LAST) return "last";
  return left <= duration * SOON ? "soon" : "calm";
}

/** @param {HTMLElement} clock @param {string} digits @param {string} note */
function write(clock, digits, note) {
  const text = note ? `${digits}|${note}` : digits;
  if (clock.dataset.shown === text && clock.firstElementChild) return;
  clock.dataset.shown = text;
  const parts = [["clock__time", digits], ["clock__note", note]].filter(([, words]) => words);
  clock.replaceChildren(...parts.map(([name, words]) => part(name, words)));
}

/** @param {string} name @param {string} words */
function part(name, words) {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = words;
  return span;
}

/** @param {HTMLElement} clock */
function show(clock) {
  const left = secondsLeft(clock);
  if (left === null) return;
  const state = stateOf(left, Number(clock.dataset.duration));
  clock.dataset.state = state;
  if (state === "over") write(clock, `+${minutes(Math.floor(-left))}`, "uitloop");
  else write(clock, minutes(Math.ceil(left)), clock.dataset.remaining ? "staat stil" : "");
}

/** The time of this clock, for who does more with it than show it. @param {HTMLElement} clock */
function tell(clock) {
  const left = secondsLeft(clock);
  if (left === null) return;
  const { remaining, endsAt = "", duration } = clock.dataset;
  const detail = { left, duration: Number(duration), ends: remaining ? "" : endsAt };
  document.dispatchEvent(new CustomEvent("clock:time", { detail }));
}

const clocks = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll("time.clock")]);

/** Did this machine sleep, or was its clock set? Then only the server can say what time it is. */
function distrust() {
  const jump = Date.now() - performance.now() - drift;
  drift += jump;
  if (Math.abs(jump) > JUMP) doubtful = true;
  if (!doubtful || Math.abs(Date.now() - asked) < PATIENCE || isBeingFetched() || isResting()) return;
  asked = Date.now();
  refresh();
}

function tick() {
  const all = clocks();
  if (all.length) distrust();
  all.forEach(show);
  if (all[0]) tell(all[0]);
}

document.addEventListener("htmx:before:request", (event) => {
  if (isStage(/** @type {CustomEvent} */ (event).detail.ctx)) sent = Date.now();
});
document.addEventListener("htmx:before:response", (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  const theirs = ctx.response.headers.get("X-Now");
  if (theirs && isStage(ctx)) learn(Date.parse(theirs), sent, Date.now());
});
document.addEventListener("htmx:after:swap", learnFromPage);

const page = /** @type {PerformanceNavigationTiming | undefined} */ (
  performance.getEntriesByType("navigation")[0]
);
const [first] = clocks();
if (page && first?.dataset.now) {
  const began = Date.now() - performance.now();
  learn(Date.parse(first.dataset.now), began + page.requestStart, began + page.responseStart);
}
learnFromPage();
setInterval(tick, TICK);
