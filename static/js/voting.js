/**
 * Giving dots. Which dots are this person's stands in [data-ballot], as pairs of an id and a number;
 * this shows them beside the buttons of each note and cluster, [data-vote]. A press has an id of its
 * own until it is answered or its dot is counted, so that pressing again after a lost answer gives no
 * second dot. A dot that is taken back is sent as how many are to stay.
 */

import { uuid } from "./uuid.js";

const GIVE = ".vote__give";

/** The id of the press on each thing that got no answer yet, and how many dots there were. */
const unanswered = /** @type {Map<string, {id: string, before: number}>} */ (new Map());

/** @param {Element} element @returns {string} */
const votedOn = (element) => element.closest("[data-vote]")?.getAttribute("data-vote") ?? "";

/** @param {HTMLElement} ballot @returns {Map<string, number>} */
function own({ dataset }) {
  const pairs = dataset.ballot?.match(/\S+/g) ?? [];
  return new Map(pairs.map((pair) => pair.split(":")).map(([id, number]) => [id, Number(number)]));
}

/** @param {Element} button @returns {number} how many dots of one's own are where it stands */
function dotsOn(button) {
  const ballot = /** @type {HTMLElement | null} */ (button.closest(".board")?.querySelector("[data-ballot]"));
  return (ballot && own(ballot).get(votedOn(button))) ?? 0;
}

function show() {
  for (const board of document.querySelectorAll(".board[data-voting]")) {
    const ballot = /** @type {HTMLElement | null} */ (board.querySelector("[data-ballot]"));
    if (!ballot) continue;
    const given = own(ballot);
    for (const [thing, { before }] of unanswered)
      if ((given.get(thing) ?? 0) > before) unanswered.delete(thing); // by socket, before the answer
    const isOut = ballot.dataset.left === "0";
    for (const place of board.querySelectorAll("[data-vote]")) mark(place, given.get(votedOn(place)) ?? 0, isOut);
  }
}

/** @param {Element} place @param {number} number of one's own dots here @param {boolean} isOut */
function mark(place, number, isOut) {
  const dots = /** @type {HTMLElement} */ (place.querySelector(".vote__own"));
  const give = /** @type {HTMLButtonElement} */ (place.querySelector(GIVE));
  const take = /** @type {HTMLButtonElement} */ (place.querySelector(".vote__take"));
  const wasOnTake = document.activeElement === take;
  dots.hidden = take.hidden = !number;
  const words = number === 1 ? "1 stip van jou" : `${number} stippen van jou`;
  if (dots.getAttribute("aria-label") !== words) {
    dots.setAttribute("role", "img");
    dots.setAttribute("aria-label", words);
  }
  dots.textContent = "●".repeat(number);
  take.value = `${Math.max(number - 1, 0)}`;
  give.setAttribute("aria-disabled", `${isOut}`);
  if (wasOnTake && take.hidden) give.focus({ preventScroll: true });
}

document.addEventListener("htmx:config:request", (event) => {
  const { sourceElement, request } = /** @type {CustomEvent} */ (event).detail.ctx;
  if (!sourceElement.matches(GIVE)) return;
  const thing = votedOn(sourceElement);
  const press = unanswered.get(thing) ?? { id: uuid(), before: dotsOn(sourceElement) };
  unanswered.set(thing, press);
  request.body.set("client_id", press.id);
});

// A late answer to an earlier press leaves the one that is under way.
document.addEventListener("htmx:after:request", (event) => {
  const { sourceElement, request, response } = /** @type {CustomEvent} */ (event).detail.ctx;
  if (!sourceElement.matches(GIVE) || !(response?.status < 500)) return;
  const thing = votedOn(sourceElement);
  if (unanswered.get(thing)?.id === request.body.get("client_id")) unanswered.delete(thing);
});

document.addEventListener("htmx:after:swap", show);
show();
