/**
 * One thing at a time: of the parts of something (details[data-part]) the one that the step asks for
 * ([data-focus] around them) stands open. At another step the page turns them itself. A part in which
 * somebody is typing, or has a text that is not stored, is folded later: at the first change after
 * that. In between people fold and unfold as they like.
 */

const FIELDS = "textarea, input:not([type=checkbox], [type=radio], [type=hidden])";

/** @type {WeakMap<Element, string>} for which step a part was turned the last time */
const turned = new WeakMap();

/** @param {Element} part @returns {string | null | undefined} nothing for a part of a part */
const focusFor = (part) => part.parentElement?.closest("[data-part], [data-focus]")?.getAttribute("data-focus");

/** A field that has the cursor but is empty holds nothing back: as in step.js. @param {Element} part */
const isInUse = (part) =>
  /** @type {HTMLInputElement[]} */ ([...part.querySelectorAll(FIELDS)]).some(
    (field) => field.value !== field.defaultValue || (field.value && field === document.activeElement),
  );

/** @param {HTMLDetailsElement} part */
function fold(part) {
  const hadCursor = part.contains(document.activeElement);
  part.open = false;
  if (hadCursor) part.querySelector("summary")?.focus({ preventScroll: true });
}

/** @param {HTMLDetailsElement} part */
function turn(part) {
  const focus = focusFor(part) ?? "";
  if (!turned.has(part)) turned.set(part, focus); // as the server made it
  if (turned.get(part) === focus) return;
  const isAsked = part.dataset.part === focus;
  if (!isAsked && isInUse(part)) return;
  turned.set(part, focus);
  if (isAsked) part.open = true;
  else fold(part);
}

function turnAll() {
  for (const part of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details[data-part]"))) {
    turn(part);
    if (part.querySelector(".field__error")) part.open = true; // there is something to mend
  }
}

/** What is missing may be out of sight: go to the first. @param {Element | undefined} pressed */
function goToGap(pressed) {
  if (!pressed?.matches("[data-finds-gaps]")) return;
  const field = document.querySelector(".part .field__error")?.closest(".field, fieldset, form");
  field?.scrollIntoView({ block: "center" });
  const place = /** @type {HTMLElement | null | undefined} */ (field?.querySelector("textarea, input:not([type=hidden])"));
  place?.focus({ preventScroll: true });
}

document.addEventListener("htmx:after:swap", (event) => {
  turnAll();
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  if (ctx.response?.status === 422) goToGap(ctx.sourceElement);
});
// A text comes into a field of a folded part, such as one that was kept here.
document.addEventListener("input", ({ target }) => {
  const part = target instanceof Element ? target.closest("details[data-part]") : null;
  part?.setAttribute("open", "");
});
turnAll();
