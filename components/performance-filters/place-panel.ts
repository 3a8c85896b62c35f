const GAP = 4;
const EDGE = 8;
/** Room that a panel should have, px. */
const ENOUGH = 320;

/** Under the button and flush with its start, above it where there is more room, and never past the window's edge. */
export function placePanel(panel: HTMLElement, button: Element): void {
  const box = button.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const isRightToLeft = getComputedStyle(button).direction === 'rtl';
  const below = clientHeight - box.bottom - GAP - EDGE;
  const above = box.top - GAP - EDGE;
  const goesUp = below < ENOUGH && above > below;
  const start = isRightToLeft ? clientWidth - box.right : box.left;
  // Its width is not known before it is shown the first time; the style sheet's limit is.
  const width = panel.offsetWidth || Math.min(320, clientWidth - 2 * EDGE);
  const { style } = panel;
  style.insetInlineStart = `${Math.max(EDGE, Math.min(start, clientWidth - width - EDGE))}px`;
  style.insetBlockStart = goesUp ? 'auto' : `${box.bottom + GAP}px`;
  style.insetBlockEnd = goesUp ? `${clientHeight - box.top + GAP}px` : 'auto';
  style.maxBlockSize = `${Math.max(goesUp ? above : below, 120)}px`;
}
