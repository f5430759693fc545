/**
 * The question whether a post-it holds a name goes away with either answer. Nothing is sent when it
 * may stay: the post-it hangs there already.
 */

const HINT = ".name-hint";

/** @param {Element} hint */
const fieldBeside = (hint) =>
  /** @type {HTMLElement | null} */ (hint.closest(".lane")?.querySelector("form.composer textarea"));

document.addEventListener("click", ({ target, detail }) => {
  const button = target instanceof Element ? target.closest("[data-let-be]") : null;
  const hint = button?.closest(HINT);
  if (!hint) return;
  const field = fieldBeside(hint);
  hint.remove();
  if (!detail) field?.focus({ preventScroll: true }); // a click by key: go on where one was
});

document.addEventListener("htmx:finally:request", (/** @type {any} */ { detail: { ctx } }) => {
  if (ctx.response?.status < 400) ctx.sourceElement.closest(HINT)?.remove();
});
