/**
 * What the coach says to everyone covers the page for some seconds and goes by itself. It takes no
 * focus and no keys but Escape, so nobody loses what they were typing. Once shown it stays away,
 * also after a reload.
 */

import { choose, chosen } from "./choice.js";

const SHOWN = "bericht";
const STALE = 60_000; // milliseconds: who looked elsewhere so long has missed it

const cover = document.getElementById("groot-bericht");
const aloud = document.getElementById("bericht-melding");
/** @type {number | undefined} */
let timer;
let isOpen = false;
let last = "";
let came = 0;
let lasts = 0;

/** @param {Element | null | undefined} line @param {string} text */
function write(line, text) {
  if (line) line.textContent = text;
}

/** It counts only while someone can see it. */
function count() {
  clearTimeout(timer);
  if (!document.hidden) timer = setTimeout(close, lasts);
}

function close() {
  clearTimeout(timer);
  if (isOpen) toggle(false);
  write(aloud, "");
}

/** On top of all else, or where the browser knows no popover, at least over the page. @param {boolean} open */
function toggle(open) {
  isOpen = open;
  if (cover?.togglePopover) cover.togglePopover(open);
  else cover?.toggleAttribute("hidden", !open);
}

function look() {
  const message = document.getElementById("bericht");
  const { said, left } = message?.dataset ?? {};
  if (!cover || !message || !said || said === last || said === chosen(SHOWN, true)) return;
  choose(SHOWN, (last = said), true);
  came = Date.now();
  lasts = Number(left);
  const text = message.textContent ?? "";
  write(cover.querySelector(".announcement__text"), text);
  write(aloud, text);
  toggle(true);
  count();
}

if (cover?.togglePopover) cover.hidden = false;
cover?.addEventListener("click", close);
document.addEventListener("keydown", ({ key }) => key === "Escape" && close());
document.addEventListener("visibilitychange", () => (Date.now() - came > STALE ? close() : count()));
document.addEventListener("htmx:after:swap", look);
look();
