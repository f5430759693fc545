/** A step or block that is dropped in the agenda goes to the server, like a choice in "Naar…". */

document.addEventListener("drag:dropped", (event) => {
  const { item, target, before } = /** @type {CustomEvent} */ (event).detail;
  if (!item.dataset.placeUrl) return;
  const place = before ? before.dataset.place ?? `voor-${before.dataset.block}` : target.dataset.end;
  htmx.ajax("POST", item.dataset.placeUrl, {
    source: target.closest("[data-agenda]"),
    target: "#draaiboek",
    swap: "outerMorph",
    values: { place: place ?? "eind" },
  });
});
