/**
 * Choosing notes on a board, to lay them elsewhere together. What is chosen is of this page alone
 * and stays chosen while notes are rendered anew. A button [data-place="id"] asks in the element
 * with that id where the chosen notes go. In the menu of a note it asks in that note, for that note
 * when it is not among them.
 */

import { watch } from "./answers.js";

/** @type {Set<string>} */
const chosen = new Set();
/** The note that was laid elsewhere from a form that had the cursor. */
let moved = "";

/** @param {Element} element @returns {HTMLElement | null} */
const noteOf = (element) => element.closest(".note[data-note]");

/** @param {string} pk @returns {HTMLElement | null} */
const noteWith = (pk) => document.querySelector(`.board[data-clusters] .note[data-note="${pk}"]`);

/** The notes that move when this one does. @param {HTMLElement} note @returns {string} */
export function together(note) {
  const pk = note.dataset.note ?? "";
  return chosen.has(pk) ? [...chosen].join(" ") : pk;
}

export function chooseNone() {
  chosen.clear();
  mark();
}

/** @param {HTMLElement} note @param {boolean} is */
function show(note, is) {
  note.classList.toggle("is-chosen", is);
  const box = note.querySelector("[data-choose]");
  if (box instanceof HTMLInputElement) box.checked = is;
}

function mark() {
  for (const note of document.querySelectorAll(".note.is-chosen"))
    if (!chosen.has(/** @type {HTMLElement} */ (note).dataset.note ?? ""))
      show(/** @type {HTMLElement} */ (note), false);
  for (const pk of chosen) {
    const note = noteWith(pk);
    if (note) show(note, true);
    else chosen.delete(pk);
  }
  for (const bar of document.querySelectorAll("[data-choice]")) count(/** @type {HTMLElement} */ (bar));
}

/** @param {HTMLElement} bar */
function count(bar) {
  const many = bar.closest(".board")?.querySelectorAll(".note.is-chosen").length ?? 0;
  bar.hidden = !many;
  const line = bar.querySelector(".choice__count");
  const words = many === 1 ? "1 post-it gekozen" : `${many} post-its gekozen`;
  if (line && line.textContent !== words) line.textContent = words;
}

/** @param {HTMLElement} button */
function ask(button) {
  const board = /** @type {HTMLElement | null} */ (button.closest(".board[data-clusters]"));
  const note = noteOf(button);
  const notes = note ? together(note) : [...chosen].join(" ");
  if (board && notes)
    htmx.ajax("GET", `${board.dataset.clusters}?notes=${encodeURIComponent(notes)}`, {
      source: button,
      target: `#${button.dataset.place || note?.querySelector(".note__edit")?.id}`,
      swap: "innerHTML",
    });
}

/** Take away what was asked there; the cursor goes back to the menu or button that asked. @param {string} id */
function empty(id) {
  const place = document.getElementById(id);
  place?.replaceChildren();
  const from = /** @type {HTMLElement[]} */ ([
    ...(place?.closest(".note, .pile, .choice")?.querySelectorAll("summary, [data-place]") ?? []),
  ]);
  from.find((one) => one.checkVisibility())?.focus({ preventScroll: true });
}

/** Who laid notes elsewhere by keyboard is on the menu of the first, where it hangs now. */
function follow() {
  if (document.activeElement !== document.body) moved = "";
  const note = moved && document.querySelector(`.note[data-note="${moved}"]`);
  if (!note) return;
  /** @type {HTMLElement | null} */ (note.querySelector("summary"))?.focus({ preventScroll: true });
  moved = "";
}

document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.matches("[data-choose]")) return;
  const pk = noteOf(target)?.dataset.note ?? "";
  if (target.checked) chosen.add(pk);
  else chosen.delete(pk);
  mark();
});

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const button = /** @type {HTMLElement | null} */ (target.closest("[data-place]"));
  if (button) ask(button);
  if (target.closest("[data-choose-none]")) chooseNone();
  const emptied = target.closest("[data-empties]")?.getAttribute("data-empties");
  if (emptied) empty(emptied);
  if (target.closest("[data-drops]")) target.closest("form")?.remove();
});

watch("form[data-place-form]", {
  stored({ form }) {
    const { notes } = /** @type {any} */ (form.elements);
    if (form.contains(document.activeElement)) moved = notes.value.split(" ")[0];
    form.remove();
    chooseNone();
  },
});

document.addEventListener("htmx:after:swap", mark);
document.addEventListener("htmx:after:swap", follow, { capture: true }); // before cursor.js puts it elsewhere
mark();
