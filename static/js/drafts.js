/**
 * Text in a form survives a reload, a drop and a refusal: [data-draft] and [data-autosave], on a
 * form or on one field. It is kept on this device until the server has stored that very text. A
 * form with data-autosave is sent again by itself (its hx-trigger must know "change").
 */

import { pause, tell, watch, whenBack } from "./answers.js";
import { drop, keyOf, read, write } from "./store.js";

const KEPT = "[data-draft], [data-autosave]";
const TEXT = "textarea, input:not([type]), input[type=text], input[type=search], input[type=url]";
const known = new WeakSet();
/** @type {Map<Element, {attempt: number, timer: number}>} */
const waiting = new Map();

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/** @param {ParentNode} root @returns {Field[]} */
const fieldsIn = (root) =>
  /** @type {any[]} */ ([...root.querySelectorAll(TEXT)]).filter((field) => field.closest(KEPT));

/** @param {Field} field @param {string} text */
function fill(field, text) {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Someone else wrote here in the meantime: choose yourself. @param {Field} field @param {string} text */
function offer(field, text) {
  if (field.nextElementSibling?.matches(".draft-offer")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet draft-offer";
  button.textContent = "Zet terug wat je hier typte";
  button.addEventListener("click", () => {
    button.remove();
    fill(field, text);
    field.focus();
  });
  field.after(button);
}

/** @param {Field} field */
function restore(field) {
  const isNew = !known.has(field);
  known.add(field);
  const draft = read(keyOf(field));
  if (!draft) return;
  if (draft.text === field.value) return isNew && drop(keyOf(field));
  if (isNew && draft.base === field.value) fill(field, draft.text);
  else offer(field, draft.text);
}

const restoreAll = () => fieldsIn(document).forEach(restore);

/** @param {Element} source what htmx sent: the form, or one field of it */
function sendAgain(source) {
  clearTimeout(waiting.get(source)?.timer);
  if (source.isConnected) htmx.trigger(source, "change");
  else waiting.delete(source);
}

document.addEventListener("input", ({ target }) => {
  if (!(target instanceof Element) || !target.matches(TEXT) || !target.closest(KEPT)) return;
  const field = /** @type {Field} */ (target);
  const base = read(keyOf(field))?.base ?? field.defaultValue;
  write(keyOf(field), { text: field.value, base });
});

watch("form", {
  stored({ form, source, sent }) {
    clearTimeout(waiting.get(source)?.timer);
    waiting.delete(source);
    fieldsIn(form)
      .filter((field) => field.value === sent.get(field.name))
      .forEach((field) => drop(keyOf(field)));
    tell(form, "save-state", "");
  },
  unreachable({ form, source }) {
    if (form.matches(".composer") || !fieldsIn(form).length) return;
    tell(form, "save-state", "Geen verbinding. Je tekst is bewaard op dit apparaat.");
    if (!source.closest("[data-autosave]")) return;
    const attempt = (waiting.get(source)?.attempt ?? -1) + 1;
    waiting.set(source, { attempt, timer: setTimeout(() => sendAgain(source), pause(attempt)) });
  },
});

whenBack(() => [...waiting.keys()].forEach(sendAgain));
document.addEventListener("htmx:after:swap", restoreAll);
// After the start of htmx (a timer set before this one), so that a restored text is sent as well.
setTimeout(restoreAll);
