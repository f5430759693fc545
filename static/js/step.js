/**
 * A new step begins at the top of the page, and is announced to who does not see it. Someone who
 * is typing stays where they are.
 */

const stage = () => document.getElementById("stage");

let current = stage()?.dataset.step;

const isTyping = () => document.activeElement?.matches("textarea, input, select") ?? false;

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
