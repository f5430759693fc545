/**
 * A change from the server never disturbs what this person is doing: a text field that is typed in
 * or holds unsent text keeps its text, a half-made choice stays, what is unfolded stays unfolded, and an
 * element that is already there is morphed instead of replaced.
 *
 * "Unsent" means: differs from what the server last rendered or acknowledged.
 */

import { nextOf } from "./stays.js";

const TYPED = "textarea, input:not([type=checkbox], [type=radio], [type=hidden])";
const PAUSE = 5000; // milliseconds: who stopped typing this long ago may go on with a newer text
const TICKED = "input[type=checkbox], input[type=radio]";

/** Fields whose own answer is coming in now: that may clear them even under the cursor. */
const acknowledged = new Set();
/** Menus that follow the server in this morph. */
const following = new WeakSet();

/** @type {WeakMap<EventTarget, number>} when something was last typed in a field */
const typedAt = new WeakMap();

/** Focus alone says little: it also stays in a tab or on a device that nobody looks at. @param {any} field */
const isTypedIn = (field) =>
  field === document.activeElement && Date.now() - (typedAt.get(field) ?? 0) < PAUSE;

/** @param {any} field */
const isBusy = (field) =>
  field.value !== field.defaultValue || (isTypedIn(field) && !acknowledged.has(field));

/** @param {any} select */
function isChosen(select) {
  const options = [...select.options];
  const rendered = options.find((option) => option.defaultSelected) ?? options[0];
  return select === document.activeElement || rendered?.selected === false;
}

/** @param {any} oldNode @param {any} newNode */
function keepText(oldNode, newNode) {
  if (!isBusy(oldNode)) return clearInput(oldNode, newNode);
  if (oldNode.tagName === "TEXTAREA") newNode.defaultValue = oldNode.defaultValue;
  else if (oldNode.hasAttribute("value")) newNode.setAttribute("value", oldNode.defaultValue);
  else newNode.removeAttribute("value");
}

/** A morph that takes the attribute away leaves what was typed. @param {any} oldNode @param {any} newNode */
function clearInput(oldNode, newNode) {
  if (oldNode.tagName === "INPUT" && !newNode.hasAttribute("value")) oldNode.value = "";
}

/** @param {any} oldNode @param {any} newNode */
function keepTick(oldNode, newNode) {
  if (oldNode.checked === oldNode.defaultChecked) oldNode.checked = newNode.defaultChecked;
}

/** @param {any} field @param {URLSearchParams | FormData} sent */
function acknowledge(field, sent) {
  const values = sent.getAll(field.name).map(String);
  const arrived = values.includes(field.value);
  if (field.matches(TICKED)) {
    if (arrived === field.checked) field.defaultChecked = field.checked;
  } else if (arrived && field.tagName === "SELECT") {
    for (const option of field.options) option.defaultSelected = option.selected;
  } else if (arrived && field.matches(TYPED)) {
    field.defaultValue = field.value;
    if (!field.closest("[data-autosave]")) acknowledged.add(field);
  }
}

htmx.registerExtension("keep", {
  /** @param {Element} _ @param {{oldNode: any, newNode: any}} morph */
  htmx_before_morph_node: (_, { oldNode, newNode }) => {
    if (!(oldNode instanceof Element)) return;
    if (oldNode.matches(TYPED)) keepText(oldNode, newNode);
    else if (oldNode.matches(TICKED)) keepTick(oldNode, newNode);
    else if (oldNode.tagName === "SELECT") {
      if (isChosen(oldNode)) return false;
      following.add(oldNode);
    } else if (oldNode.tagName === "OPTION" && following.has(oldNode.closest("select")))
      /** @type {any} */ (oldNode).selected = newNode.defaultSelected;
  },

  /** @param {Element} element @param {{attrName: string}} change */
  htmx_before_morph_attr: (element, { attrName }) => {
    if (attrName === "open" && element.matches("details, dialog")) return false;
    if (attrName === "value" && element.matches("input[name=client_id]")) return false;
  },

  htmx_before_swap: (/** @type {Element} */ _, /** @type {{tasks: any[]}} */ { tasks }) => {
    for (const task of tasks.filter(({ swapSpec }) => swapSpec.style === "upsert"))
      for (const element of [...task.fragment.children]) replaceGently(element, task, tasks);
  },
});

/**
 * To another list, with the form that may be open in it, what is typed there and the cursor.
 * @param {any} list @param {HTMLElement} shown @param {Element} element the new version
 */
function moveTo(list, shown, element) {
  const cursor = /** @type {HTMLElement | null} */ (document.activeElement);
  list.insertBefore(shown, nextOf(element, list));
  if (cursor && cursor !== document.activeElement && shown.contains(cursor)) cursor.focus({ preventScroll: true });
}

/** @param {Element} element the new version @param {any} task @param {any[]} tasks */
function replaceGently(element, task, tasks) {
  const shown = element.id && document.getElementById(element.id);
  if (!shown) return;
  if (shown.parentElement !== task.target) moveTo(task.target, shown, element);
  const fragment = document.createDocumentFragment();
  fragment.append(element);
  tasks.push({ ...task, fragment, target: shown, swapSpec: { style: "outerMorph" } });
}

// This answer holds the text that the field has to show, whatever it shows now.
document.addEventListener("keep:give-way", ({ target }) => acknowledged.add(target));
document.addEventListener("input", ({ target }) => target && typedAt.set(target, Date.now()));
document.addEventListener("htmx:after:request", (/** @type {any} */ { detail: { ctx } }) => {
  const { form, method, body } = ctx.request;
  if (!form || method === "GET" || ctx.response.status >= 400) return;
  for (const field of form.elements) if (field.name) acknowledge(field, body);
});
document.addEventListener("htmx:finally:request", () => acknowledged.clear());
