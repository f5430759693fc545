/**
 * Runs in the page before anything else, and books when what was on the screen. Moments are in
 * milliseconds since the epoch, so that those of other processes can be set beside them.
 */
{
  const booked = { notes: 0, notesAt: 0, task: 0, busy: 0, heard: {}, painted: {}, isOpen: false };
  const now = () => performance.timeOrigin + performance.now();
  const MARK = /note-\d{5}/g;

  /** After the frame that shows what is there now. */
  const afterPaint = (then) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(now());
      port2.postMessage(null);
    });

  window.WebSocket = class extends WebSocket {
    constructor(...how) {
      super(...how);
      this.addEventListener("message", ({ data }) => {
        for (const [mark] of `${data}`.matchAll(MARK)) booked.heard[mark] ??= now();
      });
    }
  };

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      booked.task = performance.timeOrigin + startTime + duration;
      booked.busy += duration;
    }
  }).observe({ type: "longtask", buffered: true });

  /** @param {Node} node one that was just added, when it is or holds a note */
  function see(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.classList.contains("note")) booked.notes += 1;
    for (const [mark] of node.textContent.matchAll(MARK))
      if (booked.heard[mark] && !booked.painted[mark])
        afterPaint((at) => (booked.painted[mark] ??= at));
  }

  new MutationObserver((changes) => {
    const before = booked.notes;
    for (const { addedNodes } of changes) addedNodes.forEach(see);
    if (booked.notes > before && !booked.isOpen) afterPaint((at) => (booked.notesAt = at));
  }).observe(document, { childList: true, subtree: true });

  // What is morphed or comes in later is no part of the first view.
  addEventListener("DOMContentLoaded", () => setTimeout(() => (booked.isOpen = true)));

  /** How long each frame takes while the page scrolls by so much a frame. */
  booked.scroll = (selector, step) =>
    new Promise((done) => {
      const place = document.querySelector(selector) ?? document.scrollingElement;
      const took = [];
      let last = 0;
      const turn = (at) => {
        if (last) took.push(at - last);
        last = at;
        const before = place.scrollTop;
        place.scrollTop += step;
        if (place.scrollTop === before) done(took);
        else requestAnimationFrame(turn);
      };
      requestAnimationFrame(turn);
    });

  window.booked = booked;
}
