/**
 * Writing a post-it. Enter sends, Shift+Enter starts a new line. The text stays, in the field and
 * on this device, until the server has stored it; what did not arrive is sent again. The client id
 * belongs to one text, so the same note can never appear twice and a changed one is never lost.
 */

import { pause, tell, watch, whenBack } from "./answers.js";
import { drop, keyOf, labelOf, onOtherTab, read, write } from "./store.js";
import { uuid } from "./uuid.js";

const COMPOSER = "form.composer";
const known = new WeakSet();
const sending = new WeakSet();
/** @type {Map<HTMLFormElement, {attempt: number, timer: number}>} */
const waiting = new Map();

/** @param {HTMLFormElement} form @returns {HTMLTextAreaElement | null} */
const field = (form) => form.querySelector("textarea");

/** @param {HTMLFormElement} form @returns {HTMLInputElement | null} */
const clientId = (form) => form.querySelector("input[name=client_id]");

/** @param {HTMLFormElement} form @param {string} words */
const say = (form, words) => tell(form, "composer__state", words);

/** @param {HTMLFormElement} form @param {string | null} tried the text that was sent, if any */
function keep(form, tried) {
  const area = field(form);
  if (area?.value)
    write(keyOf(form), { text: area.value, label: labelOf(area), tried, id: clientId(form)?.value });
  else drop(keyOf(form));
}

/** @param {HTMLFormElement} form */
function renew(form) {
  const id = clientId(form);
  if (id) id.value = uuid();
}

/** @param {HTMLFormElement} form */
function begin(form) {
  const area = field(form);
  if (known.has(form) || !area) return;
  known.add(form);
  area.enterKeyHint = "send";
  const draft = read(keyOf(form));
  const id = clientId(form);
  if (id) id.value = draft?.id || id.value || uuid();
  if (!draft?.text) return;
  area.value = draft.text;
  if (draft.tried === draft.text) retry(form, 0);
}

function beginAll() {
  document.querySelectorAll(COMPOSER).forEach((form) => begin(/** @type {any} */ (form)));
}

/** @param {HTMLFormElement} form */
function stopWaiting(form) {
  clearTimeout(waiting.get(form)?.timer);
  waiting.delete(form);
}

/** @param {HTMLFormElement} form @param {number} attempt */
function retry(form, attempt) {
  stopWaiting(form);
  waiting.set(form, { attempt, timer: setTimeout(() => sendAgain(form), pause(attempt)) });
}

/** Only what was sent and not changed since: editing takes it back. @param {HTMLFormElement} form */
function sendAgain(form) {
  const same = read(keyOf(form))?.tried === field(form)?.value;
  if (form.isConnected && same) form.requestSubmit();
  else stopWaiting(form);
}

/** @param {Event} event @returns {HTMLFormElement | null} */
const composerOf = (event) =>
  event.target instanceof Element ? event.target.closest(COMPOSER) : null;

document.addEventListener("keydown", (event) => {
  const form = composerOf(event);
  if (!form || event.target !== field(form) || event.key !== "Enter") return;
  if (event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  form.requestSubmit();
});

document.addEventListener("input", (event) => {
  const form = composerOf(event);
  if (!form) return;
  stopWaiting(form);
  if (!sending.has(form)) say(form, "");
  keep(form, read(keyOf(form))?.tried ?? null);
});

// In the capture phase, so before htmx hears of it.
document.addEventListener(
  "submit",
  (event) => {
    const form = composerOf(event);
    if (!form) return;
    const text = field(form)?.value ?? "";
    if (sending.has(form) || !text.trim()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const tried = read(keyOf(form))?.tried;
    if (tried && tried !== text) renew(form);
    keep(form, text);
  },
  true,
);

watch(COMPOSER, {
  sending({ form }) {
    sending.add(form);
    say(form, "wordt bewaard…");
  },
  stored({ form, sent }) {
    sending.delete(form);
    stopWaiting(form);
    const shown = /** @type {HTMLFormElement} */ (document.getElementById(form.id) ?? form);
    const area = field(shown);
    renew(shown);
    if (area && area.value === sent.get(area.name)) area.value = "";
    keep(shown, null);
    say(shown, "bewaard");
    setTimeout(() => sending.has(shown) || waiting.has(shown) || say(shown, ""), 3000);
    if (shown.contains(document.activeElement)) area?.focus({ preventScroll: true });
  },
  refused({ form }) {
    sending.delete(form);
    stopWaiting(form);
    keep(form, null);
    say(form, "");
  },
  unreachable({ form }) {
    sending.delete(form);
    say(form, "Geen verbinding. Je tekst is bewaard op dit apparaat.");
    retry(form, (waiting.get(form)?.attempt ?? -1) + 1);
  },
});

// The same field in another tab: what was typed there is here too, so that nobody goes on with less.
onOtherTab((key, draft, before) => {
  for (const form of document.querySelectorAll(COMPOSER)) {
    const [area, id] = [field(/** @type {any} */ (form)), clientId(/** @type {any} */ (form))];
    if (keyOf(form) !== key || !area || !id) continue;
    if (draft) [area.value, id.value] = [draft.text, draft.id || id.value];
    else if (area.value === before?.text) [area.value, id.value] = ["", uuid()];
  }
});

whenBack(() => [...waiting.keys()].forEach(sendAgain));
document.addEventListener("htmx:after:swap", beginAll);
beginAll();
