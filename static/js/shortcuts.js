/**
 * A button with data-key="v" can be pressed with that key: it is a click on the button, so what
 * the button may do, asks or refuses holds. Never while somebody types, and never by a key that
 * is held down. Who does not want it switches it off, as speech input asks (WCAG 2.1.4).
 */

import { choose, chosen } from "./choice.js";

const OFF = "sneltoetsen-uit";
const HELP = "?";
const WRITING = "input, textarea, select, [contenteditable]:not([contenteditable=false])";
const IN_A_ROW = 500; // milliseconds: as with a double click, the button may be another by now

const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("hulp"));
const control = /** @type {HTMLInputElement} */ (dialog.querySelector("[role=switch]"));
let last = { key: "", at: -IN_A_ROW };

const isOn = () => control.checked;

/** @param {string} key @returns {HTMLButtonElement | undefined} the button that can be pressed now */
const buttonFor = (key) =>
  buttons().find((button) => button.dataset.key === key && !button.disabled && isSeen(button));

/** @param {HTMLElement} button */
const isSeen = (button) => button.checkVisibility?.() ?? button.offsetParent !== null;

const buttons = () =>
  /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll("#stage [data-key]")]);

/** @param {KeyboardEvent} event */
const isForUs = (event) =>
  isOn() && !event.defaultPrevented && !event.isComposing && !event.repeat &&
  !event.ctrlKey && !event.altKey && !event.metaKey &&
  !document.querySelector("dialog[open]") &&
  !(event.target instanceof Element && event.target.closest(WRITING));

/** @param {string} key @param {number} at @param {HTMLButtonElement} button */
function press(key, at, button) {
  const again = key === last.key && at - last.at < IN_A_ROW;
  last = { key, at };
  if (!again || "repeat" in button.dataset) button.click();
}

document.addEventListener("keydown", (event) => {
  if (!isForUs(event)) return;
  const key = event.key.toLowerCase();
  const button = buttonFor(key);
  if (!button && key !== HELP) return;
  event.preventDefault();
  if (button) press(key, event.timeStamp, button);
  else open();
});

function open() {
  dialog.showModal();
  list();
}

/** Say in the open list which of them do something now: to look at that costs a layout. */
function list() {
  if (!dialog.open) return;
  for (const row of /** @type {HTMLElement[]} */ ([...dialog.querySelectorAll("[data-shortcut]")])) {
    const works = isOn() && (row.dataset.shortcut === HELP || buttonFor(row.dataset.shortcut ?? ""));
    row.classList.toggle("is-off", !works);
    const state = row.querySelector(".shortcut__state");
    if (state) state.textContent = works ? "kan nu" : "kan nu niet";
  }
}

/** Tell assistive technology, on the buttons themselves. */
function mark() {
  for (const button of buttons()) {
    const key = isOn() ? (button.dataset.key ?? "") : null;
    if (button.getAttribute("aria-keyshortcuts") === key) continue;
    if (key === null) button.removeAttribute("aria-keyshortcuts");
    else button.setAttribute("aria-keyshortcuts", key);
  }
  list();
}

control.checked = !chosen(OFF);
control.addEventListener("change", () => {
  choose(OFF, isOn() ? "" : "ja");
  mark();
});
document.addEventListener("htmx:after:swap", mark);
document.addEventListener("click", list);
mark();
