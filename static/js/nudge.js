/**
 * What the clock means, in words: beside it for who looks, and once aloud for who does not, when
 * the moment passes while you are here. Each page says so by itself, from its own clock.
 */

const LONG = 240; // seconds: in a shorter step "nog 2 minuten" comes too soon to help
const SOON = 120;
const AFTER = 60; // seconds for which it still says that the time is up
const JUST = 5; // seconds: who slept through the moment is not told afterwards
const OVER = "De tijd is om. Rond je zin af.";

/** `ends` is empty while the clock stands still. @typedef {{left: number, duration: number, ends: string}} Time */

/** @type {Pick<Time, "left" | "ends">} what was known the last time */
let before = { left: 0, ends: "" };

/** @param {number} duration in seconds @returns {number} when to warn, in seconds before the end */
const warnsAt = (duration) => (duration > LONG ? SOON : 0);

/** @param {Time} time @returns {string} */
function words({ left, duration, ends }) {
  if (!ends || left > warnsAt(duration) || left < -AFTER) return "";
  if (left <= 0) return OVER;
  return left > 60 ? `Nog ${Math.ceil(left / 60)} minuten` : "Nog 1 minuut";
}

/** @param {string} text */
function show(text) {
  for (const line of document.querySelectorAll("#klok .nudge"))
    if (line.textContent !== text) line.textContent = text;
}

/** @param {Time} time */
function announce({ left, duration, ends }) {
  const passes = (/** @type {number} */ at) =>
    before.ends === ends && before.left > at && left <= at && left > at - JUST;
  if (before.ends !== ends) say("");
  if (ends && duration > LONG && passes(SOON)) pass(SOON, "Nog 2 minuten.");
  if (ends && passes(0)) pass(0, OVER);
  before = { left, ends };
}

/** @param {number} at @param {string} text */
function pass(at, text) {
  say(text);
  document.dispatchEvent(new CustomEvent("clock:passes", { detail: { at } }));
}

/** @param {string} text */
function say(text) {
  const line = document.getElementById("klok-melding");
  if (line) line.textContent = text;
}

document.addEventListener("clock:time", (event) => {
  const { detail } = /** @type {CustomEvent<Time>} */ (event);
  show(words(detail));
  announce(detail);
});
