/** Who wants to know of changes under one root. */
interface Watch {
  readonly listeners: Set<() => void>;
  readonly observer: MutationObserver;
}

const watches = new Map<Node, Watch>();

/** The language an element is in: the nearest `lang`, through shadow roots, else the viewer's. BCP 47. */
export function languageOf(element: Element): string {
  return closestAcross(element, '[lang]:not([lang=""])')?.getAttribute('lang') ?? (navigator.language || 'en');
}

/** The viewer's own zone, IANA. */
export function viewerTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The nearest element that matches, the given one included, through shadow roots. */
export function closestAcross(element: Element, selector: string): Element | null {
  for (let current: Element | null = element; current !== null; current = hostOf(current)) {
    const found = current.closest(selector);
    if (found !== null) return found;
  }
  return null;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Calls `changed` when a language or direction changes that the element may be in. One observer a root serves all. */
export function watchLanguage(element: Element, changed: () => void): () => void {
  const stops: (() => void)[] = [];
  for (let current: Element | null = element; current !== null; current = hostOf(current)) {
    stops.push(watchRoot(current.getRootNode(), changed));
  }
  return () => {
    for (const stop of stops) stop();
  };
}

function watchRoot(root: Node, changed: () => void): () => void {
  const watch = watches.get(root) ?? startWatch(root);
  watch.listeners.add(changed);
  return () => {
    watch.listeners.delete(changed);
    if (watch.listeners.size > 0) return;
    watch.observer.disconnect();
    watches.delete(root);
  };
}

function startWatch(root: Node): Watch {
  const listeners = new Set<() => void>();
  const observer = new MutationObserver(() => {
    for (const changed of [...listeners]) changed();
  });
  observer.observe(root, { subtree: true, attributeFilter: ['lang', 'dir'] });
  const watch = { listeners, observer };
  watches.set(root, watch);
  return watch;
}
