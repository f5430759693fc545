/**
 * A note that is dropped on another goes in one cluster with it, on a cluster in that, and on a lane
 * it hangs loose there. What is chosen moves together. The menu of a note does the same.
 */

import { chooseNone, together } from "./choose.js";

/** @param {HTMLElement} target @returns {string} where that is */
function placeOf({ dataset }) {
  if (dataset.note) return `bij-${dataset.note}`;
  return dataset.cluster ? `cluster-${dataset.cluster}` : "";
}

/** @param {HTMLElement} item @param {HTMLElement} lane */
function placeIn(item, lane) {
  const here = item.closest(".lane")?.querySelector("[data-lane]");
  if (here !== lane) return `vak-${lane.dataset.lane}`;
  return item.closest(".pile") ? "los" : "";
}

document.addEventListener("drag:dropped", (/** @type {any} */ { detail: { item, target } }) => {
  if (!item.dataset.note) return;
  const form = target.closest(".board")?.querySelector("form[data-drop-form]");
  const to = placeOf(target) || placeIn(item, target);
  if (!form || !to || target === item.closest("[data-cluster]")) return;
  form.elements.notes.value = together(item);
  form.elements.to.value = to;
  form.requestSubmit();
  chooseNone();
});
