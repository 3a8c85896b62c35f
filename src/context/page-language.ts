const listeners = new Set<() => void>();
let observer: MutationObserver | null = null;

/** The language an element is in: the nearest `lang`, through shadow roots, else the viewer's. BCP 47. */
export function languageOf(element: Element): string {
  for (let current: Element | null = element; current !== null; current = hostOf(current)) {
    const lang = current.closest('[lang]')?.getAttribute('lang');
    if (lang) return lang;
  }
  return navigator.language || 'en';
}

/** The viewer's own zone, IANA. */
export function viewerTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Calls `changed` when the page's own language or direction changes. One observer serves all. */
export function watchPageLanguage(changed: () => void): () => void {
  listeners.add(changed);
  if (observer === null) {
    observer = new MutationObserver(() => {
      for (const listener of [...listeners]) listener();
    });
    observer.observe(document.documentElement, { attributeFilter: ['lang', 'dir'] });
  }
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observer = null;
  };
}
