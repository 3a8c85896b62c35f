/** What the script asks a page of the bench. All of it takes time that is measured from outside. */
export interface BenchPage {
  /** Makes the records, and puts cards without figures on the page. */
  load(amount: number): Promise<number>;
  /** Lets the data come into the cards; the plain page has judged it before. */
  show(): void;
  /** Asks for other weeks. */
  filter(weeks: number): void;
  /** The figure of a report, as it reads now. */
  figure(report: string): string;
}

declare global {
  var tabBench: BenchPage;
  /** When canvases that can be seen were last drawn on, ms of the page's clock. */
  var drawnAt: number;
}

/** Chart.js clears its canvas before it draws. */
export function watchDrawing(): void {
  globalThis.drawnAt = 0;
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    const { top, bottom, width } = this.canvas.getBoundingClientRect();
    if (width > 0 && top < innerHeight && bottom > 0) globalThis.drawnAt = performance.now();
    clearRect.apply(this, box);
  };
}
