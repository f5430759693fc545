/**
 * Who took a post-it back may put it back from where it was, until the next one or for half a
 * minute, and longer while the cursor is there, also after a reload. When it cannot be put back, the text is not lost.
 */

import { watch } from "./answers.js";
import { reasonIn, sendBack } from "./outbox.js";
import { keyOfForm } from "./store.js";
import { bringBack, forget, keep } from "./undo-kept.js";
import { uuid } from "./uuid.js";

const GONE = ".note.is-gone";
const SHOWN = 30_000; // milliseconds

/** @type {Element | null} */
let shown = null;
/** @type {number | undefined} */
let timer;
/** Whoever pressed "Haal weg" did nothing else since. */
let isWaiting = false;

function close() {
  if (shown?.contains(document.activeElement)) return wait();
  shown?.remove();
  forget();
}

function wait(left = SHOWN) {
  clearTimeout(timer);
  timer = setTimeout(close, left);
  if (shown) keep(shown, Date.now() + left);
}

function look() {
  const places = [...document.querySelectorAll(GONE)];
  const latest = places.find((place) => place !== shown);
  if (!places.length && shown) forget();
  if (!latest) return;
  places.filter((place) => place !== latest).forEach((place) => place.remove());
  shown = latest;
  wait();
  if (isWaiting) latest.querySelector("button")?.focus({ preventScroll: true });
}

watch("form.note__undo", {
  refused({ form, text }) {
    forget();
    const { text: note = "", composer = "", label = "" } =
      /** @type {HTMLElement | null} */ (form.closest(GONE))?.dataset ?? {};
    const list = form.closest("ul")?.id ?? "";
    const post = { id: uuid(), composer: keyOfForm(composer), list, text: note, label, since: Date.now() };
    sendBack(post, reasonIn(text));
  },
});

document.addEventListener("click", ({ target }) => {
  isWaiting = target instanceof Element && target.closest("[data-takes-back]") !== null;
});
for (const name of ["keydown", "pointerdown"]) document.addEventListener(name, () => (isWaiting = false), true);
document.addEventListener("htmx:after:swap", look);
const left = bringBack();
shown = document.querySelector(GONE);
if (shown) wait(left);
