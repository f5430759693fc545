/** What was said of a form that sends itself when somebody presses goes as soon as they mend it. */

document.addEventListener("input", ({ target }) => {
  const form = target instanceof Element ? target.closest(".action-form") : null;
  form?.querySelector("[role=status]:has(> .field__error)")?.replaceChildren();
});
