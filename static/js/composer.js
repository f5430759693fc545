/**
 * Writing a post-it. Enter sends, Shift+Enter starts a new line. What was sent is on its way
 * (outbox.js) and the field is free for the next; what is still being typed is kept on this device.
 */

import { tell } from "./answers.js";
import { add, rowOf, wordsFor } from "./outbox.js";
import { drop, keyOf, labelOf, onOtherTab, read, write } from "./store.js";
import { uuid } from "./uuid.js";

const COMPOSER = "form.composer";
const STORED = "bewaard";
const EMPTY = "Typ eerst wat je wilt plakken.";
const SHOWN = 3000; // milliseconds
/** Whether what is pasted now does not fit: the browser leaves out the rest without a word. */
let isCut = false;
const known = new WeakSet();

/** @param {HTMLFormElement} form @returns {HTMLTextAreaElement | null} */
const field = (form) => form.querySelector("textarea");

/** @param {HTMLFormElement} form @returns {HTMLInputElement | null} */
const clientId = (form) => form.querySelector("input[name=client_id]");

/** @param {HTMLFormElement} form @param {string} [words] when nothing of it is on its way */
function say(form, words = "") {
  const [first] = rowOf(keyOf(form));
  tell(form, "composer__state", first ? wordsFor(first) : words);
}

/** @returns {HTMLFormElement[]} */
const composers = () => [...document.querySelectorAll(COMPOSER)].map((form) => /** @type {any} */ (form));

/** @param {HTMLFormElement} form */
function keep(form) {
  const area = field(form);
  if (area?.value) write(keyOf(form), { text: area.value, label: labelOf(area), id: clientId(form)?.value });
  else drop(keyOf(form));
}

/** @param {HTMLFormElement} form @param {string} text @param {string} id that makes it one note */
function put(form, text, id) {
  const [area, hidden] = [field(form), clientId(form)];
  if (area) area.value = text;
  if (hidden) hidden.value = id;
}

/** @param {HTMLFormElement} form */
function begin(form) {
  const area = field(form);
  if (known.has(form) || !area) return;
  known.add(form);
  area.enterKeyHint = "send";
  const draft = read(keyOf(form));
  put(form, draft?.text || area.value, draft?.id || clientId(form)?.value || uuid());
  say(form);
}

const beginAll = () => composers().forEach(begin);

/** @param {HTMLFormElement} form @param {HTMLTextAreaElement} area */
function send(form, area) {
  const post = {
    composer: keyOf(form),
    list: form.dataset.list ?? "",
    url: form.getAttribute("hx-post") ?? "",
    text: area.value,
    label: labelOf(area),
  };
  add(post, clientId(form)?.value);
  put(form, "", uuid());
  keep(form);
  form.querySelector(".composer__error")?.replaceChildren();
}

/** @param {Event} event @returns {HTMLFormElement | null} */
const composerOf = (event) =>
  event.target instanceof Element ? event.target.closest(COMPOSER) : null;

document.addEventListener("keydown", (event) => {
  const form = composerOf(event);
  if (!form || event.target !== field(form) || event.key !== "Enter") return;
  if (event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  if (!event.repeat) form.requestSubmit();
});

document.addEventListener("paste", (event) => {
  const form = composerOf(event);
  const area = form && field(form);
  if (!area || event.target !== area) return;
  const pasted = event.clipboardData?.getData("text").replace(/\r\n/g, "\n") ?? "";
  const stays = area.value.length - (area.selectionEnd - area.selectionStart);
  isCut = stays + pasted.length > area.maxLength;
});

document.addEventListener("input", (event) => {
  const form = composerOf(event);
  const area = form && field(form);
  if (!form || !area) return;
  say(form, isCut ? `Er passen ${area.maxLength} tekens op een post-it. Het laatste stuk is niet meegekomen.` : "");
  isCut = false;
  keep(form);
});

// In the capture phase, so that htmx never hears of it: the outbox sends.
document.addEventListener(
  "submit",
  (event) => {
    const form = composerOf(event);
    if (!form) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const area = field(form);
    if (area?.value.trim()) send(form, area);
    else say(form, EMPTY);
    area?.focus({ preventScroll: true });
  },
  true,
);

document.addEventListener("outbox:arrived", (event) => {
  const form = composers().find((form) => keyOf(form) === /** @type {CustomEvent} */ (event).detail.composer);
  if (!form) return;
  say(form, STORED);
  setTimeout(() => say(form), SHOWN);
});
document.addEventListener("outbox:change", () => composers().forEach((form) => say(form)));

// The same field in another tab: what was typed there is here too, so that nobody goes on with less.
onOtherTab((key, draft, before) => {
  for (const form of composers().filter((form) => keyOf(form) === key)) {
    if (draft) put(form, draft.text, draft.id || uuid());
    else if (field(form)?.value === before?.text) put(form, "", uuid());
  }
});

document.addEventListener("htmx:after:swap", beginAll);
beginAll();
