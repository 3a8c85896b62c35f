/**
 * Calls `changed` when the page moves to a screen with other pixels, or is zoomed.
 * @returns the way to stop.
 */
export function watchPixelRatio(view: Window, changed: () => void): () => void {
  let query: MediaQueryList;
  const follow = (): void => {
    // A query knows one ratio only: each change asks for a new one.
    query = view.matchMedia(`(resolution: ${view.devicePixelRatio}dppx)`);
    query.addEventListener('change', onChange, { once: true });
  };
  const onChange = (): void => {
    follow();
    changed();
  };
  follow();
  return () => query.removeEventListener('change', onChange);
}
