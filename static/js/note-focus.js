/**
 * The cursor is never lost with what it was on. After a change it is on the menu of the note; when
 * that is gone, on the field for a new one, or else on the name of the lane.
 */

/** @type {WeakMap<object, {note: string, list: string}>} by what is swapped in */
const left = new WeakMap();

/** @param {Element} element */
const isVisible = (element) => element.getClientRects().length > 0;

/** @param {ParentNode | null | undefined} place @param {string} selector @returns {HTMLElement | undefined} */
const visible = (place, selector) =>
  /** @type {HTMLElement[]} */ ([...(place?.querySelectorAll(selector) ?? [])]).find(isVisible);

/** @param {string} list */
function inLane(list) {
  const lane = document.getElementById(list)?.closest(".lane");
  const title = /** @type {HTMLElement | null | undefined} */ (lane?.querySelector(".lane__title"));
  if (title) title.tabIndex = -1;
  return visible(lane, ".composer textarea") ?? title;
}

document.addEventListener("htmx:before:swap", (event) => {
  const note = /** @type {HTMLElement | null | undefined} */ (document.activeElement?.closest(".note"));
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  if (note) left.set(ctx, { note: note.dataset.was ?? note.id, list: note.closest("ul")?.id ?? "" });
});

document.addEventListener("htmx:after:swap", (event) => {
  const place = left.get(/** @type {CustomEvent} */ (event).detail.ctx);
  if (!place || document.activeElement !== document.body) return;
  const menu = visible(document.getElementById(place.note), "summary");
  (menu ?? inLane(place.list))?.focus({ preventScroll: true });
});
