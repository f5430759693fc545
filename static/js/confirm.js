/** An ordinary form or button with data-confirm asks first. Forms of htmx have hx-confirm. */

document.addEventListener("submit", (event) => {
  const { submitter, target } = event;
  const question = [submitter, target]
    .map((element) => element instanceof Element && element.getAttribute("data-confirm"))
    .find(Boolean);
  if (question && !window.confirm(question)) event.preventDefault();
});
