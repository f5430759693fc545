/**
 * A new step begins at the top of the page, and is announced to who does not see it. Someone who
 * is typing stays where they are.
 */

const stage = () => document.getElementById("stage");

let current = stage()?.dataset.step;

/** A field that has focus but is empty holds nobody back: it often keeps focus after Enter. */
function isTyping() {
  const field = /** @type {HTMLInputElement | null} */ (document.activeElement);
  return Boolean(field?.matches("textarea, input, select") && field.value);
}

function toTop() {
  for (const area of [document.scrollingElement, ...document.querySelectorAll(".desk__step")])
    area?.scrollTo({ top: 0 });
}

function follow() {
  const { step, title } = stage()?.dataset ?? {};
  if (step === current) return;
  current = step;
  if (!isTyping()) toTop();
  const announcement = document.getElementById("stap-melding");
  if (announcement && title) announcement.textContent = `Nieuwe stap: ${title}`;
}

document.addEventListener("htmx:after:swap", follow);
