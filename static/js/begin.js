/**
 * A button [data-begins="id"] puts its data-text in the field with that id, as if it was typed. Only
 * in a field where nothing stands: what somebody wrote is never written over.
 */

const FULL = "Er staat al tekst. Die blijft staan. Maak het vak leeg als je hiermee wilt beginnen.";

/** @param {HTMLTextAreaElement} field @param {string} text */
function type(field, text) {
  field.value = text.slice(0, field.maxLength > 0 ? field.maxLength : undefined);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** @param {Element} button @param {string} words */
function say(button, words) {
  const place = button.closest("section")?.querySelector("[data-begins-said]");
  if (place) place.textContent = words;
}

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("[data-begins]") : null;
  const field = document.getElementById(button?.getAttribute("data-begins") ?? "");
  if (!(button instanceof HTMLElement) || !(field instanceof HTMLTextAreaElement)) return;
  const isEmpty = !field.value.trim();
  say(button, isEmpty ? "" : FULL);
  if (isEmpty) type(field, button.dataset.text ?? "");
  field.focus();
});
