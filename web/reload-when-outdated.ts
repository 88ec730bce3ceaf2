const mark = 'reloaded-for-new-pages';
const pause = 60_000;

/**
 * An open page of an older version asks for parts that the server no longer has. Reloading brings the new version; it is
 * done once a minute at most, so that a server without its pages cannot keep the browser reloading.
 */
export function reloadWhenOutdated(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(mark) ?? 0);
    if (Date.now() - last < pause) return;
    event.preventDefault();
    sessionStorage.setItem(mark, String(Date.now()));
    window.location.reload();
  });
}
