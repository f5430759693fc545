/**
 * What the server needs to put two versions of a text together: what this page thinks the server
 * has (`base`). And the last words of a field that saves itself and is taken away, because of a
 * next step or because someone else has the pen: they are sent as they are.
 */

import { drop, read, write } from "./store.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

const MANY = 5; // so many texts may be under way without an answer
/** @type {Map<HTMLFormElement, {key: string, field: Field}>} */
const unsaved = new Map();

/** @param {string} key @param {Field} field */
const basesOf = (key, field) => {
  const draft = read(key);
  return [draft?.base ?? field.defaultValue, ...(draft?.sent ?? [])];
};

/** Something was typed. @param {HTMLFormElement} form @param {string} key @param {Field} field */
export const typed = (form, key, field) => unsaved.set(form, { key, field });

/**
 * On its way: the server may store it without this page hearing of it.
 * @param {string} key @param {Field} field @param {URLSearchParams | FormData} body
 */
export function sending(key, field, body) {
  for (const base of basesOf(key, field)) body.append("base", base);
  const draft = read(key);
  if (draft) write(key, { ...draft, sent: [...(draft.sent ?? []), field.value].slice(-MANY) });
}

/**
 * The server has this text. What was typed since then began from it.
 * @param {HTMLFormElement} form @param {string} key @param {Field} field @param {string} text
 */
export function stored(form, key, field, text) {
  if (field.value === text) {
    unsaved.delete(form);
    drop(key);
    return;
  }
  field.defaultValue = text;
  const draft = read(key);
  if (draft) write(key, { ...draft, base: text, sent: [] });
}

/** Refused: the text stays on this device. @param {HTMLFormElement} form */
export const refused = (form) => unsaved.delete(form);

/** @param {HTMLFormElement} form @param {{key: string, field: Field}} text */
async function sendLast(form, { key, field }) {
  unsaved.delete(form);
  const text = field.value;
  const body = new URLSearchParams(/** @type {any} */ (new FormData(form)));
  sending(key, field, body);
  const headers = JSON.parse(document.body.getAttribute("hx-headers:inherited") ?? "{}");
  const url = form.getAttribute("hx-post") ?? "";
  const answer = await fetch(url, { method: "POST", headers, body, keepalive: true }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  if (read(key)?.text === text) drop(key);
  document.dispatchEvent(new Event("drafts:change"));
}

document.addEventListener("htmx:after:swap", () => {
  for (const [form, text] of unsaved)
    if (!form.isConnected && !document.getElementById(form.id)) sendLast(form, text);
});
