/** Shows tokens as they are: an element [data-token="name"] gets its value as --token, [data-colour] that colour. */

for (const element of document.querySelectorAll("[data-token], [data-value]")) {
  const { token, value } = /** @type {HTMLElement} */ (element).dataset;
  /** @type {HTMLElement} */ (element).style.setProperty("--token", token ? `var(--${token})` : (value ?? ""));
}
