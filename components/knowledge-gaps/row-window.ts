import type { LitElement, ReactiveController } from 'lit';

/** Up to so many rows all are in the page: nothing is gained by less. */
const ALL = 250;
/** How far outside of what is seen rows are in the page already; in lists that scroll inside themselves, too. */
const AHEAD = { rootMargin: '400px 0px', scrollMargin: '400px 0px' };
/** A row's height before any was measured, px. */
const GUESS = 56;

/** Some rows that are in the page together, or an empty room as high as they would be. */
export interface Chunk<Row> {
  readonly index: number;
  /** Place of its first row among all. */
  readonly first: number;
  /** null: far from what is seen; an empty room stands for them. */
  readonly rows: readonly Row[] | null;
}

/**
 * Keeps only the rows in the page that are near what is seen, those beside the focus, and all where the page is printed.
 * Whoever renders marks each chunk's element with `data-chunk`, and the room of an empty one with `data-room`.
 */
export class RowWindow implements ReactiveController {
  readonly #host: LitElement;
  readonly #observer: IntersectionObserver;
  readonly #watched = new Map<Element, number>();
  /** Chunks that are near what is seen. */
  #near: ReadonlySet<number> = new Set([0, 1]);
  /** Heights of chunks when they were last in the page, px, and the rows they had then. */
  readonly #heights = new Map<number, { readonly height: number; readonly rows: number }>();
  /** Rows of each chunk. */
  #rowsIn: readonly number[] = [];
  /** The chunk that has the focus; null: none. */
  #focused: number | null = null;
  #isPrinting = false;

  /** @param size rows that come and go together: more where a row is cheap, so that there are fewer empty rooms */
  constructor(
    host: LitElement,
    private readonly size: number,
  ) {
    this.#host = host;
    this.#observer = new IntersectionObserver((entries) => this.#saw(entries), AHEAD);
    host.addController(this);
  }

  /** The rows, cut into chunks. */
  chunksOf<Row>(rows: readonly Row[]): readonly Chunk<Row>[] {
    const isWhole = rows.length <= ALL || this.#isPrinting;
    const count = Math.ceil(rows.length / this.size);
    this.#rowsIn = Array.from({ length: count }, (_, index) => Math.min(this.size, rows.length - index * this.size));
    return Array.from({ length: count }, (_, index) => {
      const first = index * this.size;
      return { index, first, rows: isWhole || this.#isNear(index) ? rows.slice(first, first + this.size) : null };
    });
  }

  /** Other rows are shown: what is known of the ones before says nothing of them. */
  reset(): void {
    this.#near = new Set([0, 1]);
    this.#heights.clear();
    this.#focused = null;
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#onPrint);
    window.addEventListener('afterprint', this.#onPrint);
    this.#host.addEventListener('focusin', this.#onFocus);
    this.#host.addEventListener('focusout', this.#onFocus);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#onPrint);
    window.removeEventListener('afterprint', this.#onPrint);
    this.#host.removeEventListener('focusin', this.#onFocus);
    this.#host.removeEventListener('focusout', this.#onFocus);
    this.#observer.disconnect();
    this.#watched.clear();
  }

  hostUpdated(): void {
    const chunks = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-chunk]')];
    const there = new Set<Element>(chunks);
    for (const chunk of this.#watched.keys()) if (!there.has(chunk)) this.#forget(chunk);
    for (const chunk of chunks) {
      const index = Number(chunk.dataset['chunk']);
      if (this.#watched.get(chunk) !== index) {
        this.#watched.set(chunk, index);
        this.#observer.observe(chunk);
      }
      const room = roomIn(chunk);
      if (room !== null) room.style.blockSize = `${this.#heightOf(index)}px`;
    }
  }

  #forget(chunk: Element): void {
    this.#observer.unobserve(chunk);
    this.#watched.delete(chunk);
  }

  /** Beside the focus, too: the next key press may go on to a row that has to be there by then. */
  #isNear(index: number): boolean {
    return this.#near.has(index) || (this.#focused !== null && Math.abs(index - this.#focused) <= 1);
  }

  #heightOf(index: number): number {
    const rows = this.#rowsIn[index] ?? this.size;
    const known = this.#heights.get(index);
    if (known?.rows === rows) return known.height;
    const all = { height: 0, rows: 0 };
    for (const measured of this.#heights.values()) {
      all.height += measured.height;
      all.rows += measured.rows;
    }
    return Math.round(rows * (all.rows === 0 ? GUESS : all.height / all.rows));
  }

  #saw(entries: readonly IntersectionObserverEntry[]): void {
    const near = new Set(this.#near);
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const index = this.#watched.get(target);
      if (index === undefined) continue;
      // A chunk that leaves is measured, so that its empty room moves nothing.
      const rows = this.#rowsIn[index] ?? 0;
      const { height } = boundingClientRect;
      if (roomIn(target) === null && height > 0 && rows > 0) this.#heights.set(index, { height, rows });
      if (isIntersecting) near.add(index);
      else near.delete(index);
    }
    const isSame = near.size === this.#near.size && [...near].every((index) => this.#near.has(index));
    this.#near = near;
    if (!isSame) this.#host.requestUpdate();
  }

  readonly #onPrint = ({ type }: Event): void => {
    this.#isPrinting = type === 'beforeprint';
    this.#host.requestUpdate();
  };

  readonly #onFocus = (event: Event): void => {
    const target = event.type === 'focusin' ? event.composedPath()[0] : null;
    const chunk = target instanceof Element ? target.closest<HTMLElement>('[data-chunk]') : null;
    const focused = chunk === null ? null : Number(chunk.dataset['chunk']);
    if (focused === this.#focused) return;
    this.#focused = focused;
    queueMicrotask(() => this.#host.requestUpdate()); // An update that moves the focus comes to its end first.
  };
}

function roomIn(chunk: Element): HTMLElement | null {
  return chunk.querySelector<HTMLElement>('[data-room]');
}
