/**
 * A text that was not sent yet, of a field that is gone for now: a next step, or someone else has
 * the pen. It comes back with its field; until then a quiet line says where it is, and shows it.
 */

import { forget } from "./outbox.js";
import { drop, keyOf, kept, read } from "./store.js";

const stage = document.getElementById("stage");
const place = document.createElement("div");
place.className = "kept";
place.setAttribute("aria-live", "polite");
let shown = "";

/** @returns {[string, import("./store.js").Draft][]} */
function withoutField() {
  const here = new Set([...document.querySelectorAll("form, form :is(input, textarea)")].map(keyOf));
  return kept().filter(([key, { text, base, composer, list }]) =>
    composer ? !document.getElementById(list ?? "") : text.trim() && text !== base && !here.has(key),
  );
}

/** @param {string} tag @param {string} className @param {string} words */
function make(tag, className, words) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = words;
  return element;
}

/** @param {string} words @param {Record<string, string>} data */
function button(words, data) {
  const button = make("button", "button button--quiet", words);
  button.setAttribute("type", "button");
  Object.assign(button.dataset, data);
  return button;
}

/** @param {import("./store.js").Draft} draft what is the matter with it */
function news({ label, isOvertaken, composer, why }) {
  const where = label ? ` bij “${label}”` : "";
  if (why) return `Je post-it${where} hangt niet op het bord. ${why}`;
  if (composer) return `Je post-it${where} is nog onderweg. Hij is bewaard op dit apparaat.`;
  if (isOvertaken) return `Er staat nu iets anders${where}. Jouw tekst is bewaard.`;
  return `Je tekst${where} is bewaard. Hij komt terug als dit vak weer open is.`;
}

/** @param {[string, import("./store.js").Draft]} draft @param {number} number */
function line([key, draft], number) {
  const { text } = draft;
  const fold = make("details", "", "");
  const copied = make("p", "kept__text", text);
  copied.id = `bewaarde-tekst-${number}`;
  const buttons = make("p", "cluster", "");
  buttons.append(button("Kopieer", { copy: `#${copied.id}` }), button("Gooi weg", { forget: key }));
  fold.append(make("summary", "", "Bekijk je tekst"), copied, buttons);
  const whole = make("div", "kept__line", "");
  whole.append(make("p", "", news(draft)), fold);
  return whole;
}

function show() {
  const drafts = withoutField();
  const now = JSON.stringify(drafts.map(([key, draft]) => [key, draft.text, news(draft)]));
  if (now === shown) return;
  shown = now;
  place.replaceChildren(...drafts.map(line));
}

place.addEventListener("click", ({ target }) => {
  const key = target instanceof HTMLElement && target.dataset.forget;
  if (!key || !window.confirm("Gooi je deze tekst weg? Je krijgt hem niet terug.")) return;
  const { composer, id } = read(key) ?? {};
  if (composer && id) forget(id);
  drop(key);
  show();
});

if (stage) {
  stage.before(place);
  document.addEventListener("htmx:after:swap", show);
  document.addEventListener("htmx:finally:request", show);
  document.addEventListener("drafts:change", show);
  document.addEventListener("outbox:change", show);
  addEventListener("storage", show);
  show();
}
