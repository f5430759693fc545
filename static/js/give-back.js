/** A text that did not get on the board goes back to the field that it was typed in. */

import { keyOf, read, write } from "./store.js";

/** @param {string} key of a composer @returns {HTMLTextAreaElement | null} its field, if it is on the page */
export function fieldOf(key) {
  const form = [...document.querySelectorAll("form.composer")].find((form) => keyOf(form) === key);
  return form?.querySelector("textarea") ?? null;
}

/**
 * When the field is not on the page, the text is kept for when it comes back.
 * @param {{composer: string, text: string, label: string}} post
 * @returns {boolean} whether that could be done: not when another text stands there
 */
export function giveBack({ composer, text, label }) {
  const area = fieldOf(composer);
  if (area ? area.value : read(composer)?.text) return false;
  if (area) fill(area, text);
  else write(composer, { text, label });
  document.dispatchEvent(new Event("drafts:change"));
  return true;
}

/** @param {HTMLTextAreaElement} area @param {string} text */
export function fill(area, text) {
  area.value = text;
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
