/**
 * Text in a form survives a reload, a drop and a refusal: [data-draft] and [data-autosave], on a
 * form or on one field. It is kept on this device until the server has stored that very text. A
 * form with data-autosave is sent again by itself (its hx-trigger must know "change").
 */

import { pause, tell, watch, whenBack } from "./answers.js";
import { drop, keyOf, labelOf, onOtherTab, read, write } from "./store.js";
import { uuid } from "./uuid.js";

const KEPT = "[data-draft], [data-autosave]";
const TEXT = "textarea, input:not([type]), input[type=text], input[type=search], input[type=url]";
const SLOW = 1000; // milliseconds before it is said that a text is on its way
const known = new WeakSet();
/** Forms that were sent as they are; a changed text is another text, and gets an id of its own. */
const tried = new WeakSet();
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
  write(keyOf(field), { text: field.value, label: labelOf(field), base });
  renew(field.form);
});

/** @param {HTMLFormElement | null} form */
function renew(form) {
  if (!form || form.matches(".composer") || !tried.delete(form)) return;
  const id = form.querySelector("input[name=client_id]");
  if (id) /** @type {HTMLInputElement} */ (id).value = uuid();
}

// A form that someone closes with a button of its own (hx-swap="delete") is not needed any more.
document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("button[hx-swap=delete]") : null;
  const form = button?.closest("form");
  if (form) fieldsIn(form).forEach((field) => drop(keyOf(field)));
});

// The same field in another tab: what was typed there is here too, so that this older text is
// never sent over it.
onOtherTab((key, draft, before) => {
  for (const field of fieldsIn(document).filter((field) => keyOf(field) === key)) {
    known.add(field);
    if (draft) field.value = draft.text;
    else if (field.value !== before?.text) continue;
    else if (field.closest("[data-autosave]")) field.defaultValue = field.value;
    else field.value = field.defaultValue;
  }
});

/** @type {WeakMap<Element, number>} */
const slow = new WeakMap();

watch("form", {
  sending({ form }) {
    tried.add(form);
    if (form.matches(".composer") || !fieldsIn(form).length) return;
    const say = () => tell(form, "save-state", "wordt bewaard…");
    if (form.querySelector(".save-state")?.textContent) say();
    else slow.set(form, setTimeout(say, SLOW));
  },
  stored({ form, source, sent }) {
    clearTimeout(slow.get(form));
    clearTimeout(waiting.get(source)?.timer);
    waiting.delete(source);
    fieldsIn(form)
      .filter((field) => field.value === sent.get(field.name))
      .forEach((field) => drop(keyOf(field)));
    tell(form, "save-state", "");
  },
  refused({ form }) {
    clearTimeout(slow.get(form));
    tell(form, "save-state", "");
  },
  unreachable({ form, source }) {
    clearTimeout(slow.get(form));
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
