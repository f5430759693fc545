/**
 * The tour of the begeleider's page: a card that stands beside one part of the page after another,
 * with a ring around it. Nothing is covered that has to be pressed, the page works as ever, and
 * Escape skips. Once the day begins, it is gone.
 */

const MARGIN = 12; // pixels between the card and what it points at
const tour = document.getElementById("rondleiding");
const ring = document.getElementById("rondleiding-wijst");
const stops = /** @type {HTMLElement[]} */ ([...(tour?.querySelectorAll("[data-points-at]") ?? [])]);
let at = -1;
/** @type {Element | null} what had the focus before */
let before = null;

const hasBegun = () => Boolean(document.getElementById("stage")?.dataset.step);
const isOpen = () => at >= 0;
const pointedAt = () => document.querySelector(stops[at]?.dataset.pointsAt ?? "#rondleiding");

/** @param {number} value @param {number} most */
const within = (value, most) => Math.max(MARGIN, Math.min(value, most));

/** @param {HTMLElement} element @param {Record<string, number>} sizes in pixels */
function put(element, sizes) {
  for (const [name, size] of Object.entries(sizes)) element.style.setProperty(name, `${size}px`);
}

/** Beside what is tall and has room beside it, else under it; always under the coach's buttons. */
function place() {
  const box = pointedAt()?.getBoundingClientRect();
  if (!tour || !ring || !box || !isOpen()) return;
  put(ring, { left: box.left - 4, top: box.top - 4, width: box.width + 8, height: box.height + 8 });
  const [width, height] = [tour.offsetWidth, tour.offsetHeight];
  const buttons = document.getElementById("knoppen")?.getBoundingClientRect().bottom ?? 0;
  const right = box.right + MARGIN;
  const left = right + width < innerWidth ? right : box.left - width - MARGIN;
  const isBeside = box.height > innerHeight / 2 && left > 0;
  put(tour, {
    left: within(isBeside ? left : box.left + (box.width - width) / 2, innerWidth - width - MARGIN),
    top: within(Math.max(isBeside ? box.top : box.bottom, buttons) + MARGIN, innerHeight - height - MARGIN),
  });
}

/** @param {number} stop */
function show(stop) {
  if (!tour || !ring) return;
  at = stop;
  for (const [number, one] of stops.entries()) one.hidden = number !== at;
  tour.hidden = ring.hidden = !isOpen();
  if (!isOpen()) return;
  const words = tour.querySelector("[data-tour-place]");
  if (words) words.textContent = `${at + 1} van ${stops.length}`;
  button("back").hidden = at === 0;
  button("skip").hidden = at === stops.length - 1;
  button("on").textContent = at === stops.length - 1 ? "Sluit de rondleiding" : "Ga verder";
  pointedAt()?.scrollIntoView({ block: "nearest" });
  place();
  stops[at].querySelector("h2")?.focus({ preventScroll: true });
}

/** @param {string} name */
const button = (name) => /** @type {HTMLElement} */ (tour?.querySelector(`[data-tour="${name}"]`));

function begin() {
  before = document.activeElement;
  show(0);
}

/** Who finished or skipped it does not get it again, on whichever laptop. */
function finish() {
  tour?.querySelector("form")?.requestSubmit();
  leave();
}

function leave() {
  const hadFocus = tour?.contains(document.activeElement);
  show(-1);
  if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
}

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  if (target.closest("[data-tour-starts]") && !hasBegun()) begin();
  const pressed = target.closest("[data-tour]")?.getAttribute("data-tour");
  if (pressed === "back") show(at - 1);
  else if (pressed === "on" && at < stops.length - 1) show(at + 1);
  else if (pressed) finish();
});

document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape" && isOpen() && !document.querySelector("dialog[open]")) finish();
});

document.addEventListener("htmx:after:swap", () => (hasBegun() ? isOpen() && leave() : place()));
addEventListener("resize", place);
addEventListener("scroll", place, { capture: true, passive: true });
if (tour && "begins" in tour.dataset && !hasBegun()) begin();
