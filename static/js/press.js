/**
 * Two clicks or two Enters in a row are one press: by the second, the button may stand for
 * something else, such as the next step. Nor is a key that is held down pressed again and again.
 * A button with data-repeat counts every press.
 */

const IN_A_ROW = 500; // milliseconds, as most machines count a double click

let last = { target: /** @type {EventTarget | null} */ (null), at: -IN_A_ROW };

/** @param {Event} event */
const isOnce = ({ target }) =>
  target instanceof Element && target.closest("button:not([data-repeat])") !== null;

/** @param {Event} event */
function ignore(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

// In the capture phase, so before htmx hears of it.
document.addEventListener("click", (event) => event.detail > 1 && isOnce(event) && ignore(event), true);

document.addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Enter" || !isOnce(event)) return;
    const soon = event.target === last.target && event.timeStamp - last.at < IN_A_ROW;
    if (event.repeat || soon) ignore(event);
    else last = { target: event.target, at: event.timeStamp };
  },
  true,
);
