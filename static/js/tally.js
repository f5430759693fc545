/**
 * Puts on notes and clusters how many dots lie there: [data-tally] holds pairs of an id and a number.
 * Where nothing may be known yet, nothing is in it.
 */

/** @param {number} number @returns {string} */
const words = (number) => (number === 1 ? "1 stip" : `${number} stippen`);

/** @returns {Map<string, string>} */
function counted() {
  const found = new Map();
  for (const tally of document.querySelectorAll("[data-tally]"))
    for (const pair of tally.getAttribute("data-tally")?.match(/\S+/g) ?? [])
      found.set(...pair.split(":"));
  return found;
}

function show() {
  const counts = counted();
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-dots-of]"))) {
    const number = Number(counts.get(place.dataset.dotsOf ?? "") ?? 0);
    // Among hundreds of notes an attribute that is written anew is a style that is computed anew.
    if (place.hidden === !!number) place.hidden = !number;
    if (!number) place.replaceChildren();
    else if (place.dataset.number !== `${number}` || !place.firstChild) fill(place, number);
  }
}

/** @param {HTMLElement} place @param {number} number */
function fill(place, number) {
  const sign = document.createElement("span");
  sign.setAttribute("aria-hidden", "true");
  sign.textContent = `● ${number}`;
  const said = document.createElement("span");
  said.className = "visually-hidden";
  said.textContent = words(number);
  place.replaceChildren(sign, said);
  place.dataset.number = `${number}`;
}

document.addEventListener("htmx:after:swap", show);
show();
