/**
 * How a form that was sent with htmx ended: stored, refused by the server, or never answered.
 *
 * `collected` comes when the fields were read; it may be a while before they are sent.
 * `stored` and `refused` come before the answer is swapped in, so that a field that was
 * acknowledged may be cleared by it. A redirect is a sign-in page: nothing was stored. `status` is
 * 0 and `text` empty as long as nothing was answered.
 */

/**
 * @typedef {{form: HTMLFormElement, source: Element, sent: URLSearchParams | FormData,
 *   headers: Headers, status: number, text: string}} Sending
 * @typedef {(sending: Sending) => void} Hook
 * @typedef {{collected?: Hook, sending?: Hook, stored?: Hook, refused?: Hook, unreachable?: Hook}} Hooks
 */

/** @param {any} ctx the request of htmx */
const answered = (ctx) => ctx.response && ctx.response.status < 500;

/** @param {any} ctx */
const accepted = (ctx) => ctx.response.status < 400 && !ctx.response.raw.redirected;

/** @param {any} ctx */
const failed = (ctx) => !answered(ctx) && (ctx.response || `${ctx.status}`.startsWith("error"));

/**
 * @param {string} selector the forms to watch
 * @param {Hooks} hooks
 */
export function watch(selector, hooks) {
  /** @param {string} event @param {(ctx: any) => Hook | undefined} choose */
  const on = (event, choose) =>
    document.addEventListener(event, (/** @type {any} */ { detail: { ctx } }) => {
      const form = ctx.request.form ?? ctx.sourceElement.closest("form");
      if (ctx.request.method === "GET" || !form?.matches(selector)) return;
      const headers = ctx.response?.headers ?? new Headers();
      const { status = 0 } = ctx.response ?? {};
      const { sourceElement: source, text = "" } = ctx;
      choose(ctx)?.({ form, source, sent: ctx.request.body, headers, status, text });
    });
  on("htmx:config:request", () => hooks.collected);
  on("htmx:before:request", () => hooks.sending);
  on("htmx:after:request", (ctx) =>
    answered(ctx) ? (accepted(ctx) ? hooks.stored : hooks.refused) : undefined,
  );
  on("htmx:finally:request", (ctx) => (failed(ctx) ? hooks.unreachable : undefined));
}

/** @param {number} attempt @returns {number} milliseconds to wait: 1 to 15 seconds, spread out */
export const pause = (attempt) => Math.min(15_000, 1000 * 2 ** attempt) * (0.7 + Math.random() * 0.6);

/**
 * Calls back when trying again makes sense at once: the network or the server is back.
 * @param {() => void} again
 */
export function whenBack(again) {
  addEventListener("online", again);
  document.addEventListener("htmx:after:ws:connection", again);
}

/**
 * @param {Element} form
 * @param {string} className of the line that tells how it goes; made when it is not there
 * @param {string} words
 */
export function tell(form, className, words) {
  let line = form.querySelector(`.${className}`);
  if (!line && !words) return;
  if (!line) {
    line = form.appendChild(document.createElement("p"));
    line.className = className;
    line.setAttribute("role", "status");
  }
  if (line.textContent !== words) line.textContent = words;
}
