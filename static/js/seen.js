/**
 * A form with data-seen tells with each field what stood in it when this person began, as
 * `was-…`. So the server stores only what was changed here, and notices what someone else changed.
 */

const PREFIX = "was-";

/** @param {any} field @returns {string | null} what the server last showed in it */
function shown(field) {
  if (!field.name || field.type === "hidden") return null;
  if (field.tagName !== "SELECT") return field.defaultValue ?? null;
  const options = [...field.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? null;
}

document.addEventListener("htmx:config:request", (event) => {
  const { form, body } = /** @type {CustomEvent} */ (event).detail.ctx.request;
  if (!form?.matches("[data-seen]")) return;
  for (const field of form.elements) {
    const value = shown(field);
    if (value !== null && !body.has(PREFIX + field.name)) body.append(PREFIX + field.name, value);
  }
});
