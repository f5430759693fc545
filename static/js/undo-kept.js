/**
 * Keeps the place of a post-it that was taken back on this tab for as long as it is shown, so that a
 * reload in between does not lose the way back.
 */

import { nextOf } from "./stays.js";

const KEY = `weg:${location.pathname}`;

/** @param {Element} place @param {number} until when it is no longer shown, in milliseconds */
export function keep(place, until) {
  const kept = { html: place.outerHTML, list: place.parentElement?.id, until };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Without a store it lasts as long as the page.
  }
}

export function forget() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

/** Where it was, if its list is still there; gives the milliseconds that it may still be shown. */
export function bringBack() {
  const { html = "", list = "", until = 0 } = read();
  const left = until - Date.now();
  const place = document.createRange().createContextualFragment(html).firstElementChild;
  const parent = document.getElementById(list);
  if (left <= 0 || !place || !parent || document.getElementById(place.id)) return 0;
  parent.insertBefore(place, nextOf(place, parent));
  htmx.process(place);
  return left;
}

/** @returns {{html?: string, list?: string, until?: number}} */
function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
}
