/**
 * What was typed but not yet acknowledged, kept on this device for thirty days.
 * Without localStorage (private mode, full disk) it is kept for as long as the page is there.
 */

const PREFIX = "concept:";
/** What this device did not take. @type {Map<string, string>} */
const onlyHere = new Map();
const LIFETIME = 30 * 24 * 60 * 60 * 1000;

/**
 * `label` is the name of the field, `base` what stood in it before; it will be sent under `id`;
 * `sent` are texts that the server may have, because their answers did not come yet.
 * `isOvertaken` is a text that was set aside, because the server has other words in its place.
 * With a `composer` it is a post-it on its way (outbox.js).
 * @typedef {{text: string, label?: string, at?: number, id?: string, base?: string,
 *   sent?: string[], isOvertaken?: boolean, composer?: string, list?: string, why?: string}} Draft
 */

/**
 * @param {Element} element a form or a field of it
 * @returns {string} the same for this field of this page after every reload
 */
export function keyOf(element) {
  const form = element.closest("form");
  const name = element === form ? "" : element.getAttribute("name") || element.id;
  const place = form?.id || form?.getAttribute("hx-post") || "";
  return `${PREFIX}${location.pathname}#${place}.${name}`;
}

/** @param {string} id of a form @returns {string} the key of the form itself */
export const keyOfForm = (id) => `${PREFIX}${location.pathname}#${id}.`;

/** @param {HTMLInputElement | HTMLTextAreaElement} field @returns {string} its short name, on one line */
export const labelOf = (field) =>
  (field.dataset.label ?? field.labels?.[0]?.textContent ?? "").trim().replace(/\s+/g, " ");

/** @param {string} key @returns {Draft | null} */
export function read(key) {
  try {
    return JSON.parse(onlyHere.get(key) ?? localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} key @param {Draft} draft */
export function write(key, draft) {
  const text = JSON.stringify({ ...draft, at: Date.now() });
  try {
    localStorage.setItem(key, text);
    onlyHere.delete(key);
  } catch {
    onlyHere.set(key, text);
  }
}

/** @param {string} key */
export function drop(key) {
  onlyHere.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept, so nothing is left.
  }
}

/** @returns {boolean} whether all that was typed survives the end of this page */
export const isOnDevice = () => !onlyHere.size;

/** @returns {string[]} */
function keys() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

/** @returns {[string, Draft][]} what is kept for this page, by key */
export function kept() {
  const here = `${PREFIX}${location.pathname}#`;
  const ours = new Set([...keys(), ...onlyHere.keys()].filter((key) => key.startsWith(here)));
  return [...ours].sort().map((key) => [key, /** @type {Draft} */ (read(key))]);
}

/**
 * Another tab of this browser kept a text, or dropped it as the server has it now.
 * @param {(key: string, draft: Draft | null, before: Draft | null) => void} follow
 */
export function onOtherTab(follow) {
  addEventListener("storage", ({ key, newValue, oldValue }) => {
    if (key?.startsWith(PREFIX)) follow(key, JSON.parse(newValue ?? "null"), JSON.parse(oldValue ?? "null"));
  });
}

function sweep() {
  const drafts = keys().filter((key) => key.startsWith(PREFIX));
  for (const key of drafts) {
    if (Date.now() - (read(key)?.at ?? 0) > LIFETIME) drop(key);
  }
}

sweep();
