/**
 * How someone likes it on this device, such as with or without sound; or what this tab has shown.
 * Without storage (private mode) it is forgotten with the page.
 */

/** @param {boolean} ofTab */
const place = (ofTab) => (ofTab ? sessionStorage : localStorage);

/** @param {string} name @param {boolean} [ofTab] @returns {string} empty when nothing was chosen */
export function chosen(name, ofTab = false) {
  try {
    return place(ofTab).getItem(name) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} name @param {string} value @param {boolean} [ofTab] */
export function choose(name, value, ofTab = false) {
  try {
    place(ofTab).setItem(name, value);
  } catch {
    // It holds until the page closes.
  }
}
