/**
 * Text in a form survives a reload, a drop and a refusal: [data-draft] and [data-autosave], on a
 * form or on one field. It is kept on this device until the server has stored that very text. A
 * form with data-autosave is sent again by itself (its hx-trigger must know "change"), and so is one
 * with data-again, which the server takes once however often it comes. Other forms someone sends
 * again: by then their text might stand in the place of a newer one.
 */

import { pause, tell, watch, whenBack } from "./answers.js";
import { drop, isOnDevice, keyOf, labelOf, onOtherTab, read, write } from "./store.js";
import * as unsaved from "./unsaved.js";
import { uuid } from "./uuid.js";

const KEPT = "[data-draft], [data-autosave]";
const TEXT = "textarea, input:not([type]), input[type=text], input[type=search], input[type=url]";
const SAVES_ITSELF = "[data-autosave]";
const SENT_AGAIN = "[data-again]";
const OTHER_TEXT = "X-Other-Text"; // in an answer: it holds another text than was sent
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

/** @param {string} words */
function quietButton(words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet";
  button.textContent = words;
  return button;
}

/** Someone else wrote here in the meantime: choose yourself. @param {Field} field @param {string} text */
function offer(field, text) {
  if (field.nextElementSibling?.matches(".draft-offer")) return;
  const place = document.createElement("p");
  place.className = "cluster draft-offer";
  const [back, copy] = [quietButton("Zet terug wat je hier typte"), quietButton("Kopieer wat je typte")];
  copy.dataset.copy = text;
  back.addEventListener("click", () => {
    place.remove();
    drop(keyOf(field));
    fill(field, text);
    field.focus();
  });
  place.append(back, copy);
  field.after(place);
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
  if (!source.isConnected) waiting.delete(source);
  else if (source instanceof HTMLFormElement && source.matches(SENT_AGAIN)) source.requestSubmit();
  else htmx.trigger(source, "change");
}

/** @param {Element} source */
function sendNoMore(source) {
  clearTimeout(waiting.get(source)?.timer);
  waiting.delete(source);
}

/** What to do about a text that did not arrive, in words. @param {HTMLFormElement} form */
function unreachableWords(form) {
  const place = isOnDevice()
    ? "Je tekst is bewaard op dit apparaat."
    : "Sluit dit scherm niet: je tekst staat alleen hier.";
  const button = form.querySelector("button:not([type=button])")?.textContent?.trim();
  const isByHand = button && !form.querySelector(SAVES_ITSELF) && !form.matches(`${SAVES_ITSELF}, ${SENT_AGAIN}`);
  return `Geen verbinding. ${place}${isByHand ? ` Druk straks nog eens op “${button}”.` : ""}`;
}

document.addEventListener("input", ({ target }) => {
  if (!(target instanceof Element) || !target.matches(TEXT) || !target.closest(KEPT)) return;
  const field = /** @type {Field} */ (target);
  const isNew = field.nextElementSibling?.matches(".draft-offer");
  const { base = field.defaultValue, sent } = (!isNew && read(keyOf(field))) || {};
  write(keyOf(field), { text: field.value, label: labelOf(field), base, sent });
  if (field.form?.matches(SAVES_ITSELF)) unsaved.typed(field.form, keyOf(field), field);
  renew(field.form);
  if (field.form?.matches(SENT_AGAIN)) stopWaiting(field.form);
});

/** The text that would have been sent again is being changed: it goes when its writer says so. */
const stopWaiting = (/** @type {HTMLFormElement} */ form) => {
  if (!waiting.has(form)) return;
  sendNoMore(form);
  tell(form, "save-state", "");
};

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

/** In this answer the field takes the text of the server. @param {Field} field */
const giveWay = (field) => field.dispatchEvent(new Event("keep:give-way", { bubbles: true }));

/** Someone changed the same words: what was typed stays at hand, out of the way. @param {Field} field */
function setAside(field) {
  const key = keyOf(field);
  write(`${key}~${Date.now()}`, { text: field.value, label: labelOf(field), isOvertaken: true });
  drop(key);
  field.value = field.defaultValue;
  giveWay(field);
}

/** @type {WeakMap<Element, number>} */
const slow = new WeakMap();

watch("form", {
  collected({ form, sent }) {
    if (form.matches(SAVES_ITSELF))
      fieldsIn(form).forEach((field) => unsaved.sending(keyOf(field), field, sent));
  },
  sending({ form }) {
    tried.add(form);
    if (form.matches(".composer") || !fieldsIn(form).length) return;
    const say = () => tell(form, "save-state", "wordt bewaard…");
    if (form.querySelector(".save-state")?.textContent) say();
    else slow.set(form, setTimeout(say, SLOW));
  },
  stored({ form, source, sent, headers }) {
    clearTimeout(slow.get(form));
    sendNoMore(source);
    for (const field of fieldsIn(form)) {
      const isAsSent = field.value === sent.get(field.name);
      if (form.matches(SAVES_ITSELF))
        unsaved.stored(form, keyOf(field), field, `${sent.get(field.name)}`);
      else if (isAsSent) drop(keyOf(field));
      if (isAsSent && headers.get(OTHER_TEXT)) giveWay(field);
    }
    tell(form, "save-state", "");
  },
  refused({ form, source, sent, headers }) {
    clearTimeout(slow.get(form));
    sendNoMore(source);
    tell(form, "save-state", "");
    unsaved.refused(form);
    if (!headers.get(OTHER_TEXT)) return;
    fieldsIn(form).filter((field) => field.value === sent.get(field.name)).forEach(setAside);
  },
  unreachable({ form, source }) {
    clearTimeout(slow.get(form));
    if (form.matches(".composer") || !fieldsIn(form).length) return;
    tell(form, "save-state", unreachableWords(form));
    if (!source.closest(`${SAVES_ITSELF}, ${SENT_AGAIN}`)) return;
    const attempt = (waiting.get(source)?.attempt ?? -1) + 1;
    waiting.set(source, { attempt, timer: setTimeout(() => sendAgain(source), pause(attempt)) });
  },
});

whenBack(() => [...waiting.keys()].forEach(sendAgain));
document.addEventListener("htmx:after:swap", restoreAll);
// After the start of htmx (a timer set before this one), so that a restored text is sent as well.
setTimeout(restoreAll);
