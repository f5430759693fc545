/**
 * A post-it on its way hangs on the board of its writer at once, and says in words that it is not
 * stored yet. The real one takes its place. What was refused stays with the reason, until its
 * writer says what to do with it.
 */

import { fieldOf, fill } from "./give-back.js";
import { all, arrived, find, forget, wordsFor } from "./outbox.js";

const HALF = 16; // hexadecimal digits of an id

/** @typedef {import("./outbox.js").Post} Post */

/** What the server writes on a note of the half that it tells. @param {string} id */
const sentAs = (id) => `${BigInt(`0x${id.replaceAll("-", "").slice(-HALF)}`)}`;

/** @param {string} id */
const elementId = (id) => `onderweg-${id}`;

/** @param {Post} post @param {Element} list @returns {HTMLElement | undefined} */
function hang(post, list) {
  const template = /** @type {HTMLTemplateElement | null} */ (document.getElementById("post-it-onderweg"));
  const note = template?.content.querySelector("li")?.cloneNode(true);
  if (!(note instanceof HTMLElement)) return;
  note.id = elementId(post.id);
  note.dataset.post = post.id;
  list.append(note);
  return note;
}

/** @param {Element | null} element @param {string} words */
function write(element, words) {
  if (element && element.textContent !== words) element.textContent = words;
}

/** @param {Post} post */
function show(post) {
  const list = document.getElementById(post.list);
  const note = list && (document.getElementById(elementId(post.id)) ?? hang(post, list));
  if (!note) return;
  write(note.querySelector(".note__text"), post.text);
  write(note.querySelector(".note__state"), wordsFor(post));
  note.querySelector(".note__choices")?.toggleAttribute("hidden", !post.why);
}

function showAll() {
  for (const note of document.querySelectorAll(".note.is-pending"))
    if (!find(/** @type {HTMLElement} */ (note).dataset.post ?? "")) note.remove();
  all().forEach(show);
}

/** @param {ParentNode} root where notes of the server came in */
function settle(root) {
  for (const { id } of all()) {
    const note = root.querySelector(`[data-sent="${sentAs(id)}"]`);
    if (!note) continue;
    note.classList.add("is-settled");
    arrived(id);
  }
}

/** @param {Post} post */
function backToField(post) {
  const area = fieldOf(post.composer);
  if (!area) return;
  forget(post.id);
  fill(area, [area.value, post.text].filter(Boolean).join("\n"));
  area.focus();
}

/** @param {Post} post */
function throwAway(post) {
  if (!window.confirm("Gooi je deze tekst weg? Je krijgt hem niet terug.")) return;
  forget(post.id);
  fieldOf(post.composer)?.focus();
}

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("[data-pending]") : null;
  const note = /** @type {HTMLElement | null} */ (button?.closest("[data-post]"));
  const post = note && find(note.dataset.post ?? "");
  if (post) (button?.getAttribute("data-pending") === "back" ? backToField : throwAway)(post);
});

// Before the swap, so that the note and its forerunner are never both there.
document.addEventListener("htmx:before:swap", (event) => {
  for (const { fragment } of /** @type {CustomEvent} */ (event).detail.tasks) settle(fragment);
});
document.addEventListener("outbox:change", showAll);
document.addEventListener("htmx:after:swap", showAll);
settle(document);
showAll();
