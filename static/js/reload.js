/** The right to this page is gone: let the server say so. Once, never in a circle. */

const ONCE_IN = 60_000;

export function reload() {
  const last = Number(sessionStorage.getItem("reloaded") ?? 0);
  if (Date.now() - last < ONCE_IN) return;
  sessionStorage.setItem("reloaded", `${Date.now()}`);
  location.reload();
}
