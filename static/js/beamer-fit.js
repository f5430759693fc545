/**
 * How large the scherm can be written. All of it measures in rem, so one property on the root,
 * --size (in hundredths of the width of the picture), makes it larger or smaller.
 */

const TASK_MOST = 2.65;
const TASK_ALONE = 4.5; // in a break there is nothing but the task and the clock
const TASK_SHARE = 0.28; // of the height of the picture
const STEPS = 6; // halvings: to one part in sixty

const root = document.documentElement;

/** @param {string} name of a token in vw */
const token = (name) => parseFloat(getComputedStyle(root).getPropertyValue(name));
export const least = () => token("--beamer-least");
const most = () => token("--beamer-most");

/** @param {string} name @param {number} size */
const set = (name, size) => root.style.setProperty(name, size.toFixed(3));

/** @param {Element} element */
const holds = (element) =>
  element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1;

/**
 * Sets the property to the largest size that fits, and otherwise to the least.
 * @param {string} name @param {number} from @param {number} to @param {() => boolean} fits
 */
function grow(name, from, to, fits) {
  let [low, high] = [from, to];
  set(name, from);
  if (!fits()) return false;
  set(name, to);
  if (fits()) return true;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    set(name, middle);
    if (fits()) low = middle;
    else high = middle;
  }
  set(name, low);
  return true;
}

/** The task is large as long as it leaves room. @param {HTMLElement} stage */
export function fitTask(stage) {
  set("--size", least());
  const task = /** @type {HTMLElement | null} */ (stage.querySelector(".beamer__prompt"));
  if (!task) return;
  const isAlone = !stage.querySelector("[data-pages]:not(:empty)");
  const fits = () => (isAlone ? holds(stage) : task.offsetHeight <= innerHeight * TASK_SHARE);
  grow("--prompt-size", least(), isAlone ? TASK_ALONE : TASK_MOST, fits);
}

/** Write it as large as it fits. @param {HTMLElement} space @returns {boolean} false: it does not */
export function fit(space) {
  if (grow("--size", least(), most(), () => holds(space))) return true;
  set("--prompt-size", least());
  return holds(space);
}

/** @param {HTMLElement} space */
export function fitsAtLeast(space) {
  set("--size", least());
  return holds(space);
}
