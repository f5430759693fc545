/**
 * A button [data-note-action] in a note or a cluster fills in the form [data-from-note] of the
 * page: the note in its select, and its words in the field for text, as long as nobody typed there.
 */

import { watch } from "./answers.js";

/** @type {WeakMap<Element, string>} what was filled in, which another note may take the place of */
const filled = new WeakMap();

/** @param {Element} button @returns {string} */
function wordsOf(button) {
  const note = button.closest(".note")?.querySelector(".note__text");
  const name = button.closest(".pile")?.querySelector(".pile__name")?.firstChild;
  return (note ?? name)?.textContent?.trim() ?? "";
}

/** @param {HTMLInputElement | HTMLTextAreaElement} field @param {string} words */
function fill(field, words) {
  if (field.value && field.value !== filled.get(field)) return;
  field.value = field.maxLength > 0 ? words.slice(0, field.maxLength) : words;
  filled.set(field, field.value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** CSS shows the buttons then: a selector that looks through the page itself costs every change. */
const look = () =>
  document.body.classList.toggle("has-note-form", !!document.querySelector("form[data-from-note]"));

document.addEventListener("htmx:after:swap", look);
look();

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("[data-note-action]") : null;
  const form = document.querySelector("form[data-from-note]");
  const choice = form?.querySelector("select");
  const field = form?.querySelector("input:not([type=hidden]), textarea");
  if (!button || !form || !choice || !field) return;
  button.closest("details")?.removeAttribute("open");
  form.closest("details")?.setAttribute("open", "");
  choice.value = button.closest(".note, .pile")?.id ?? "";
  choice.dispatchEvent(new Event("change", { bubbles: true }));
  fill(/** @type {HTMLInputElement} */ (field), wordsOf(button));
  form.scrollIntoView({ block: "center" });
  /** @type {HTMLElement} */ (field).focus({ preventScroll: true });
});

// A form that is empty again is no form with mistakes. What was typed meanwhile stays.
watch("form[data-from-note]", {
  stored({ form, sent }) {
    const fields = /** @type {any[]} */ ([...form.querySelectorAll("select, input")]);
    if (fields.every((field) => field.value === sent.get(field.name))) form.reset();
  },
});
