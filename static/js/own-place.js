/**
 * Where you sit, over the whole page, once for each room that you get. Who is typing keeps the
 * cursor and every letter; others get it on the button that takes it away.
 */

import { choose, chosen } from "./choice.js";

const SHOWN = "plek";
const cover = document.getElementById("plek-groot");
const text = cover?.querySelector(".announcement__text");
const link = cover?.querySelector("a");
const button = cover?.querySelector("button");
const aloud = document.getElementById("plek-melding");
/** @type {Element | null} what had the focus before */
let before = null;

const canCover = () => Boolean(cover && "popover" in cover);
const isOpen = () => canCover() && cover?.matches(":popover-open");

function isTyping() {
  const field = /** @type {HTMLInputElement | null} */ (document.activeElement);
  return Boolean(field?.matches("textarea, input, select"));
}

/** A number stays beside its word, however narrow the screen. @param {string | null} words */
const onOneLine = (words) => (words ?? "").replace(/ (?=\d)/g, "\u00a0");

function close() {
  if (!isOpen()) return;
  const hadFocus = cover?.contains(document.activeElement);
  cover?.hidePopover();
  if (aloud) aloud.textContent = "";
  if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
}

/** @param {HTMLElement} place */
function open({ dataset, textContent }) {
  if (!text || !link || !button) return;
  text.textContent = onOneLine(textContent);
  link.hidden = !dataset.url;
  if (dataset.url) link.href = dataset.url;
  link.textContent = dataset.to ?? "";
  before = document.activeElement;
  cover?.showPopover();
  if (!isTyping()) button.focus({ preventScroll: true });
  else if (aloud) aloud.textContent = textContent;
}

function look() {
  const place = document.getElementById("jouw-plek");
  const { news } = place?.dataset ?? {};
  if (!place || !news) return close();
  // Company that came since is named as well.
  if (isOpen() && text && news === chosen(SHOWN)) text.textContent = onOneLine(place.textContent);
  if (!canCover() || news === chosen(SHOWN)) return;
  choose(SHOWN, news);
  open(place);
}

cover?.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest("a, button")) close();
});
document.addEventListener("keydown", ({ key }) => key === "Escape" && close());
document.addEventListener("htmx:after:swap", look);
look();
