/**
 * A file that is larger than the server takes ([data-most-bytes] on its field) is not sent at all:
 * its field says so at once.
 */

/** @param {number} bytes */
const megabytes = (bytes) => `${Math.round(bytes / 1024 / 1024)} MB`;

document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.dataset.mostBytes) return;
  const most = Number(target.dataset.mostBytes);
  const size = target.files?.[0]?.size ?? 0;
  const isTooLarge = size > most;
  target.setCustomValidity(
    isTooLarge
      ? `Deze foto is te groot: ${megabytes(size)}. Kies er een van hooguit ${megabytes(most)}.`
      : "",
  );
  if (isTooLarge) target.reportValidity();
});
