/**
 * A text that was not sent yet, of a field that is gone for now: a next step, or someone else has
 * the pen. It comes back with its field; until then a quiet line says where it is, and shows it. More
 * of them are one line that unfolds. It stands above the page; who has scrolled past that sees it come.
 */

import { forget } from "./outbox.js";
import { drop, keyOf, kept, read } from "./store.js";

const stage = document.getElementById("stage");
const place = document.createElement("div");
place.className = "kept";
place.setAttribute("aria-live", "polite");
let shown = "";
/** Of which texts it has been said. */
let known = new Set();

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
  if (document.querySelector("[data-ended]")) return `Je tekst${where} is niet meer meegenomen. Je kunt hem nog kopiëren.`;
  return `Je tekst${where} is bewaard. Hij komt terug als dit vak weer open is.`;
}

/** @param {[string, import("./store.js").Draft]} draft @param {number} number */
function line([key, draft], number) {
  const { text } = draft;
  const fold = make("details", "", "");
  fold.dataset.key = key;
  const copied = make("p", "kept__text", text);
  copied.id = `bewaarde-tekst-${number}`;
  const buttons = make("p", "cluster", "");
  buttons.append(button("Kopieer", { copy: `#${copied.id}` }), button("Gooi weg", { forget: key }));
  fold.append(make("summary", "", "Bekijk je tekst"), copied, buttons);
  const whole = make("div", "kept__line", "");
  whole.append(make("p", "", news(draft)), fold);
  return whole;
}

/** @param {HTMLElement[]} lines */
function together(lines) {
  const fold = make("details", "kept__line kept__all", "");
  fold.dataset.key = "";
  fold.append(make("summary", "", `${lines.length} teksten van jou zijn bewaard`), ...lines);
  return fold;
}

/** @param {[string, import("./store.js").Draft][]} drafts */
function fill(drafts) {
  const folds = () => [...place.querySelectorAll("details")];
  const open = new Set(folds().filter((fold) => fold.open).map(({ dataset }) => dataset.key));
  const lines = drafts.map(line);
  place.replaceChildren(...(lines.length > 1 ? [together(lines)] : lines));
  for (const fold of folds()) fold.open = open.has(fold.dataset.key);
  if (lines.length) place.append(button("Oké", { seen: "" }));
}

function show() {
  const drafts = withoutField();
  const now = JSON.stringify(drafts.map(([key, draft]) => [key, draft.text, news(draft)]));
  if (now === shown) return;
  shown = now;
  fill(drafts);
  const isNew = drafts.some(([key]) => !known.has(key));
  known = new Set(drafts.map(([key]) => key));
  const isPast = place.getBoundingClientRect().bottom <= 0;
  if (!drafts.length || (isNew && isPast)) place.classList.toggle("is-new", isNew && isPast);
}

place.addEventListener("click", ({ target }) => {
  if (target instanceof HTMLElement && "seen" in target.dataset) place.classList.remove("is-new");
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
