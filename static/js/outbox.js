/**
 * Post-its on their way. Each is kept on this device until the server has it, under an id of its
 * own, so that sending it again, also from another tab, never makes a second one. Those of one
 * lane go one by one, in the order in which they were written. What did not arrive is sent again.
 */

import { pause, watch, whenBack } from "./answers.js";
import { giveBack } from "./give-back.js";
import { drop, kept, onOtherTab, write } from "./store.js";
import { uuid } from "./uuid.js";

/**
 * `composer` is the key of the field that it was typed in, `list` the id of the list that it is
 * for, `since` its place in the row. Without a `url` it is not on its way: `why` says why not.
 * @typedef {{id: string, composer: string, list: string, text: string, label: string,
 *   since: number, url?: string, why?: string, isUnreachable?: boolean}} Post
 */

const FORM = "form.outbox__form";
const DATABASE_DOWN = 503;
const NEIGHBOUR = 20_000; // milliseconds that another tab gets for what it was going to send
const SENDING = "wordt bewaard…";
const UNREACHABLE = "Geen verbinding. Je tekst is bewaard op dit apparaat.";
const NOT_DONE = "Dit lukte niet. Laad de pagina opnieuw en plak je tekst nog eens.";

/** @type {Map<string, Post>} by id */
const posts = new Map();
/** @type {Set<string>} the composers of which a post is being sent */
const busy = new Set();
/** @type {Map<string, {attempt: number, timer: number}>} by composer */
const waiting = new Map();
/** Outside the live region, so that a post goes on when its board is gone. */
const holder = document.createElement("div");
holder.hidden = true;
document.body.append(holder);

/** @param {Post} post */
const keyOf = ({ composer, id }) => `${composer}~${id}`;

/** @param {string} name @param {Post} [post] */
const tell = (name, post) => document.dispatchEvent(new CustomEvent(name, { detail: post }));

/** @returns {Post[]} in the order in which they were written */
export const all = () => [...posts.values()].sort((a, b) => a.since - b.since);

/** @param {string} composer @returns {Post[]} what of it is on its way */
export const rowOf = (composer) => all().filter((post) => post.composer === composer && post.url);

/** @param {string} id @returns {Post | undefined} */
export const find = (id) => posts.get(id);

/** @param {Post} post @returns {string} how it goes with it */
export const wordsFor = ({ why, isUnreachable }) => why || (isUnreachable ? UNREACHABLE : SENDING);

/** @param {Post} post */
function keep(post) {
  posts.set(post.id, post);
  write(keyOf(post), post);
  tell("outbox:change");
}

/** @param {Omit<Post, "id" | "since">} post @param {string} [id] */
export function add(post, id = uuid()) {
  const last = all().at(-1)?.since ?? 0;
  keep({ ...post, id, since: Math.max(Date.now(), last + 1) });
  next(post.composer);
}

/** It is no longer to be sent. @param {string} id */
export function forget(id) {
  const post = posts.get(id);
  if (!post) return;
  posts.delete(id);
  drop(keyOf(post));
  tell("outbox:change");
}

/** The server has it. @param {string} id */
export function arrived(id) {
  const post = posts.get(id);
  if (!post) return;
  forget(id);
  tell("outbox:arrived", post);
}

/** @param {string} composer */
function next(composer) {
  const [first] = rowOf(composer);
  if (first && !busy.has(composer)) send(first);
}

/** @param {Post} post */
function send(post) {
  busy.add(post.composer);
  stopWaiting(post.composer);
  (formOf(post.id) ?? makeForm(post)).requestSubmit();
}

/** @param {string} id @returns {HTMLFormElement | null} */
const formOf = (id) => holder.querySelector(`[data-post="${id}"]`);

/** @param {Post} post */
function makeForm({ id, url = "", text, composer }) {
  const form = document.createElement("form");
  form.className = "outbox__form";
  Object.assign(form.dataset, { post: id, composer });
  form.setAttribute("hx-post", url);
  form.setAttribute("hx-swap", "none");
  for (const [name, value] of Object.entries({ text, client_id: id })) {
    const field = document.createElement("textarea"); // which keeps line breaks
    Object.assign(field, { name, value });
    form.append(field);
  }
  holder.append(form);
  htmx.process(form);
  return form;
}

/** @param {string} composer */
function stopWaiting(composer) {
  clearTimeout(waiting.get(composer)?.timer);
}

/** @param {string} composer @param {number} attempt @param {number} [after] milliseconds */
function retry(composer, attempt, after = pause(attempt)) {
  stopWaiting(composer);
  waiting.set(composer, { attempt, timer: setTimeout(() => next(composer), after) });
}

/** @param {HTMLFormElement} form */
function goOn(form) {
  const { composer = "" } = form.dataset;
  form.remove();
  busy.delete(composer);
  waiting.delete(composer);
  next(composer);
}

/** @param {Post} post @param {string} why it does not hang on the board */
export function sendBack(post, why) {
  forget(post.id);
  if (!giveBack(post)) keep({ ...post, url: undefined, isUnreachable: false, why });
}

/** @param {string} text an answer @returns {string} why something was refused */
export const reasonIn = (text) =>
  new DOMParser().parseFromString(text, "text/html").querySelector("[role=alert]")?.textContent || NOT_DONE;

watch(FORM, {
  stored({ form }) {
    arrived(form.dataset.post ?? "");
    goOn(form);
  },
  refused({ form, text }) {
    const post = posts.get(form.dataset.post ?? "");
    if (post) sendBack(post, reasonIn(text));
    goOn(form);
  },
  unreachable({ form, status }) {
    const { post: id = "", composer = "" } = form.dataset;
    const post = posts.get(id);
    busy.delete(composer);
    if (!post) return goOn(form);
    keep({ ...post, isUnreachable: true });
    const behind = rowOf(composer).filter(({ since }) => since > post.since)[0];
    retry(composer, (waiting.get(composer)?.attempt ?? -1) + 1);
    // An error on this very text is no reason to hold up the others.
    if (status && status !== DATABASE_DOWN && behind) send(behind);
  },
});

// Why a post was refused is told with the post, when that is where its text stayed.
document.addEventListener("htmx:before:swap", (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  const id = ctx.sourceElement?.matches?.(FORM) && ctx.sourceElement.dataset.post;
  if (id && posts.get(id)?.why) event.preventDefault();
});

onOtherTab((key, now, before) => {
  const post = /** @type {Post} */ (now ?? before);
  if (!post?.composer) return;
  if (now) posts.set(post.id, post);
  else posts.delete(post.id);
  tell("outbox:change");
  if (now && !waiting.has(post.composer)) retry(post.composer, 0, NEIGHBOUR);
});

whenBack(() => waiting.forEach((_, composer) => next(composer)));
for (const [, post] of kept()) {
  if (!("composer" in post)) continue;
  posts.set(post.id ?? "", /** @type {Post} */ ({ ...post, isUnreachable: false }));
  retry(`${post.composer}`, 0);
}
