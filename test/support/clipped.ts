/** Where texts scroll by themselves or float, or are shown only where they fit: they need not. */
const ELSEWHERE =
  '.notice .rest, .table-region, .menu, dialog, svg, canvas, pre, .chart-tooltip, .spoken, .chart-words, .panel';

/** What in some elements lies outside of what shows it, or is wider than it; in words, none where all is well. */
export function clippedIn(elements: Iterable<Element>): readonly string[] {
  return [...elements].flatMap((element) => {
    const own = element.getBoundingClientRect();
    const all = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])];
    const isWide = element.scrollWidth > element.clientWidth + 1 ? [`<${element.localName}> itself`] : [];
    const found = all.filter((inner) => {
      if (inner.closest(ELSEWHERE) !== null || inner instanceof HTMLStyleElement) return false;
      if (!inner.checkVisibility({ visibilityProperty: true })) return false;
      const box = inner.getBoundingClientRect();
      if (box.width === 0) return false;
      return isCut(inner) || box.right > own.right + 0.5 || box.left < own.left - 0.5;
    });
    return [
      ...isWide,
      ...found.map(
        (inner) => `<${element.localName}> ${inner.localName}.${inner.className}: ${inner.textContent?.trim()}`,
      ),
    ];
  });
}

function isCut(element: HTMLElement): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  const isOver = (overflow: string, size: number, room: number): boolean => overflow !== 'visible' && size > room + 1;
  return (
    isOver(overflowX, element.scrollWidth, element.clientWidth) ||
    isOver(overflowY, element.scrollHeight, element.clientHeight)
  );
}
