/**
 * A cursor that was on something that a change takes away, goes on in the nearest part of the page
 * that is still there: on the first thing in it that can be pressed. For notes, see note-focus.js.
 * What asks for the cursor when it comes in gets it once: not again whenever what is around it changes.
 * In a text it is then at the end, where people go on.
 */

const STOPS = "button, a[href], summary, input:not([type=hidden]), select, textarea";

/** @type {WeakMap<object, string[]>} ids around the cursor, the nearest first, by what is swapped in */
const around = new WeakMap();

/** @param {Element | null} element @returns {string[]} */
function idsAround(element) {
  const ids = [];
  for (let at = element; at && at.id !== "stage"; at = at.parentElement) if (at.id) ids.push(at.id);
  return ids;
}

/** @param {Element} element */
const isVisible = (element) => element.getClientRects().length > 0 && !element.hasAttribute("disabled");

document.addEventListener("htmx:before:swap", (event) => {
  for (const had of document.querySelectorAll("#stage [autofocus]:not(dialog *)")) had.removeAttribute("autofocus");
  const { activeElement } = document;
  if (activeElement && activeElement !== document.body)
    around.set(/** @type {CustomEvent} */ (event).detail.ctx, idsAround(activeElement));
});

document.addEventListener("htmx:after:swap", (event) => {
  const ids = around.get(/** @type {CustomEvent} */ (event).detail.ctx);
  if (!ids || document.activeElement !== document.body) return;
  for (const id of ids) {
    const stops = /** @type {HTMLElement[]} */ ([...(document.getElementById(id)?.querySelectorAll(STOPS) ?? [])]);
    const stop = stops.find(isVisible);
    if (stop) return stop.focus({ preventScroll: true });
  }
});

document.addEventListener("focusin", ({ target }) => {
  if (!(target instanceof HTMLTextAreaElement) || !target.autofocus || target.selectionEnd) return;
  target.setSelectionRange(target.value.length, target.value.length);
});
