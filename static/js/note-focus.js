/**
 * The cursor is never lost with what it was on. After a change it is on the menu of the note; when
 * that is gone, on the field for a new one, or else on the name of the lane. Who was typing in the
 * note is never in that field: the rest of the text would hang on the board at Enter.
 */

/** @type {WeakMap<object, {note: string, list: string, typed: boolean}>} by what is swapped in */
const left = new WeakMap();

/** @param {Element} element */
const isVisible = (element) => element.getClientRects().length > 0;

/** @param {ParentNode | null | undefined} place @param {string} selector @returns {HTMLElement | undefined} */
const visible = (place, selector) =>
  /** @type {HTMLElement[]} */ ([...(place?.querySelectorAll(selector) ?? [])]).find(isVisible);

/** @param {string} list @param {boolean} typed */
function inLane(list, typed) {
  const lane = document.getElementById(list)?.closest(".lane");
  const title = /** @type {HTMLElement | null | undefined} */ (lane?.querySelector(".lane__title"));
  if (title) title.tabIndex = -1;
  return (!typed && visible(lane, ".composer textarea")) || title;
}

/** @param {Event} event */
function remember(event) {
  const { activeElement } = document;
  const note = /** @type {HTMLElement | null | undefined} */ (activeElement?.closest(".note"));
  if (!note) return;
  const typed = !!activeElement?.matches("textarea, input");
  const place = { note: note.dataset.was ?? note.id, list: note.closest("ul")?.id ?? "", typed };
  left.set(/** @type {CustomEvent} */ (event).detail.ctx, place);
}

document.addEventListener("htmx:before:swap", remember);

/** A note that was taken away may come back with the next frame, as one that the coach hides. */
let gone = { note: "", cursor: /** @type {Element | undefined} */ (undefined) };

/** @param {string} note */
const menuOf = (note) => visible(document.getElementById(note), "summary");

document.addEventListener("htmx:after:swap", (event) => {
  if (gone.cursor && document.activeElement === gone.cursor) menuOf(gone.note)?.focus({ preventScroll: true });
  const place = left.get(/** @type {CustomEvent} */ (event).detail.ctx);
  if (!place || document.activeElement !== document.body) return;
  const menu = menuOf(place.note);
  const cursor = menu ?? inLane(place.list, place.typed);
  gone = { note: place.note, cursor: menu ? undefined : cursor };
  cursor?.focus({ preventScroll: true });
});
