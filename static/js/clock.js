/**
 * Every time.clock counts by itself. The server says when the step ends (data-ends-at) and what
 * time it is there (data-now); this corrects for a wrong clock on this machine.
 */

const TICK = 250;
const SOON = 0.2;
const LAST = 0.05;
const JUMP = 1000; // milliseconds: this machine's clock was set, or it slept

/** Server time minus ours. Delay only makes a sample too low, so the highest is the best. */
let offset = -Infinity;
let doubtful = true;
let lastSample = "";
let drift = Date.now() - performance.now();
/** @type {{ends: string, left: number}} the clock that was last announced */
let heard = { ends: "", left: 0 };

/** @param {HTMLElement} clock @param {number} arrived when its text came in, by our clock */
function learn(clock, arrived) {
  const sample = clock.dataset.now;
  if (!sample || sample === lastSample) return;
  lastSample = sample;
  const measured = Date.parse(sample) - arrived;
  offset = doubtful ? measured : Math.max(offset, measured);
  doubtful = false;
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

/** Says it once, when the moment passes while you are here. @param {HTMLElement} clock */
function announce(clock) {
  const ends = clock.dataset.remaining ? "" : (clock.dataset.endsAt ?? "");
  const left = secondsLeft(clock) ?? 0;
  const passes = (/** @type {number} */ at) => heard.ends === ends && heard.left > at && left <= at;
  if (heard.ends !== ends) say("");
  if (ends && passes(120)) say("Nog 2 minuten.");
  if (ends && passes(0)) say("De tijd is om. Rond je zin af.");
  heard = { ends, left };
}

/** @param {string} words */
function say(words) {
  const line = document.getElementById("klok-melding");
  if (line) line.textContent = words;
}

const clocks = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll("time.clock")]);

function tick() {
  const nowDrift = Date.now() - performance.now();
  if (Math.abs(nowDrift - drift) > JUMP) doubtful = true;
  drift = nowDrift;
  const all = clocks();
  all.forEach(show);
  if (all[0]) announce(all[0]);
}

/** @param {number} arrived */
function learnAll(arrived) {
  clocks().forEach((clock) => learn(clock, arrived));
  tick();
}

const page = /** @type {PerformanceNavigationTiming | undefined} */ (
  performance.getEntriesByType("navigation")[0]
);
learnAll(page ? performance.timeOrigin + page.responseStart : Date.now());
document.addEventListener("htmx:after:swap", () => learnAll(Date.now()));
setInterval(tick, TICK);
