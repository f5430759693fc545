/**
 * The times of the agenda follow while minutes and fixed times are typed. It is a first look: what
 * the server says after it is stored, stands.
 */

const DAY = 24 * 60;

/** @param {string} clock such as 13:05 @returns {number} minutes since midnight */
function read(clock) {
  const [hours, minutes] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/** @param {number} number */
const twoDigits = (number) => `${number}`.padStart(2, "0");

/** @param {number} moment in minutes since midnight @returns {string} such as 13.05 */
function clock(moment) {
  const whole = Math.floor(moment) % DAY;
  return `${twoDigits(Math.floor(whole / 60))}.${twoDigits(whole % 60)}`;
}

/** @param {number} minutes @returns {string} such as 2,5 */
const words = (minutes) => `${Math.round(minutes * 10) / 10}`.replace(".", ",");

/** @param {HTMLElement} row @returns {number} what is typed, or what is planned when that is no number */
function minutesOf(row) {
  const planned = Number(row.dataset.stepMinutes);
  const field = /** @type {HTMLInputElement | null} */ (row.querySelector("[data-minutes]"));
  const typed = field ? field.valueAsNumber : NaN;
  return planned === 0 || !(typed > 0) ? planned : typed;
}

/** @param {HTMLElement} block @returns {string} the fixed time that is typed or stands */
function anchorOf(block) {
  const field = /** @type {HTMLInputElement | null} */ (block.querySelector("input[data-anchor]"));
  return field ? field.value : (block.dataset.anchor ?? "");
}

/** @param {Element | null} element @param {string} text */
function write(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

/** As the server has it: more than half a day before the start is just past midnight. @param {string} anchor @param {number} starts */
const readAfter = (anchor, starts) => read(anchor) + (starts - read(anchor) > DAY / 2 ? DAY : 0);

/** @param {HTMLElement} block @param {number} moment @param {number} starts @returns {[number, number]} its end and its minutes */
function fillBlock(block, moment, starts) {
  const anchor = anchorOf(block);
  const begins = anchor ? Math.max(moment, readAfter(anchor, starts)) : moment;
  let ends = begins;
  for (const row of block.querySelectorAll("[data-step-minutes]")) {
    write(row.querySelector("time"), clock(ends));
    ends += minutesOf(/** @type {HTMLElement} */ (row));
  }
  const span = `${clock(begins)} tot ${clock(ends)} uur`;
  write(block.querySelector("[data-sum=block]"), `${span} · ${words(ends - begins)} minuten`);
  return [ends, ends - begins];
}

function fill() {
  const agenda = /** @type {HTMLElement | null} */ (document.querySelector("[data-agenda]"));
  if (!agenda) return;
  const starts = read(agenda.dataset.startsAt ?? "");
  let moment = starts;
  let total = 0;
  for (const block of agenda.querySelectorAll("[data-block]")) {
    const [ends, minutes] = fillBlock(/** @type {HTMLElement} */ (block), moment, starts);
    moment = ends;
    total += minutes;
  }
  const span = `${clock(starts)} tot ${clock(moment)} uur`;
  write(agenda.querySelector("[data-sum=day]"), `Samen ${words(total)} minuten: ${span}`);
}

/** @param {Event} event */
const isTyped = ({ target }) =>
  target instanceof Element && target.matches("[data-minutes], input[data-anchor]");

document.addEventListener("input", (event) => isTyped(event) && fill());
// Another coach's change leaves what is being typed here, so the sums follow from both.
document.addEventListener("htmx:after:swap", () => {
  const typed = [...document.querySelectorAll("[data-minutes], input[data-anchor]")];
  const isUnsent = (/** @type {any} */ field) => field.value !== field.defaultValue;
  if (typed.some(isUnsent)) fill();
});
