import type { Page } from 'puppeteer-core';
import { loadedStatus, until, type Desk, type DeskPage } from './desk.js';

/** One picture of the whole Performance tab. */
export interface TabPicture {
  /** CSS pixels. */
  readonly width: number;
  readonly theme: 'light' | 'dark';
  readonly language: 'en' | 'de' | 'ar';
}

/** What was taken: the page as it stands, and what is wrong with it; in words, none where all is well. */
export interface TakenPicture extends DeskPage {
  readonly faults: readonly string[];
}

/** Every size, theme and language. */
export const tabPictures: readonly TabPicture[] = [360, 768, 1440].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (['en', 'de', 'ar'] as const).map((language) => ({ width, theme, language })),
  ),
);

/** The clock of all pictures: a Friday morning. */
const NOW = '2026-03-13T10:20:00+01:00';

/** Opens the tab, waits until all of it is drawn, and looks for what is cut, lies over something else, or has moved. */
export async function takePicture(desk: Desk, { width, theme, language }: TabPicture): Promise<TakenPicture> {
  const opened = await desk.open(`lang=${language}&theme=${theme}&now=${encodeURIComponent(NOW)}`, {
    width,
    before: watchShifts,
  });
  const { page } = opened;
  await loadedStatus(page, 60_000);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // As high as the page: then every chart is seen, and is drawn.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ width, height: Math.min(height, 12_000) });
  await until(page, allDrawn, []);
  await new Promise((resolve) => setTimeout(resolve, 400));
  return { ...opened, faults: [...(await page.evaluate(faultsIn)), ...(await shiftsOn(page))] };
}

function shiftsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts);
}

/** Runs in the page: writes down what moves until the window gets another size. */
function watchShifts(): void {
  const shifts: string[] = [];
  let isResized = false;
  Object.assign(globalThis, { shifts });
  addEventListener('resize', () => (isResized = true));
  type Shift = PerformanceEntry & {
    readonly value: number;
    readonly sources: readonly { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
  };
  const placeOf = ({ x, y, width, height }: DOMRect): string => [x, y, width, height].map(Math.round).join(' ');
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Shift[]) {
      if (isResized) continue;
      const moved = sources.map(({ node, previousRect, currentRect }) => {
        const element = node instanceof Element ? node : node?.parentElement;
        const name = `${element?.localName}.${element?.className} "${node?.textContent?.trim().slice(0, 30)}"`;
        return `${name} from ${placeOf(previousRect)} to ${placeOf(currentRect)}`;
      });
      shifts.push(`layout shift of ${value.toFixed(4)}: ${moved.join('; ')}`);
    }
  }).observe({ type: 'layout-shift' });
}

/** Runs in the page: whether each chart has its picture, and no card waits. */
function allDrawn(): boolean {
  const root = document.querySelector('performance-tab')?.shadowRoot;
  const cards = [...(root?.querySelectorAll('*') ?? [])].filter(({ shadowRoot }) => shadowRoot?.querySelector('.card'));
  return (
    cards.length === 14 &&
    cards.every(({ shadowRoot: card }) => {
      const canvas = card!.querySelector<HTMLCanvasElement>('.stage canvas');
      return card!.querySelector('.room.seen') === null && (canvas === null || hasInk(canvas));
    })
  );

  function hasInk(canvas: HTMLCanvasElement): boolean {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value) => value !== 0);
  }
}

/** Runs in the page: what is wider than its card, and texts that lie over one another. */
function faultsIn(): readonly string[] {
  const root = document.querySelector('performance-tab')!.shadowRoot!;
  const elements = [...root.querySelectorAll('*')].filter(({ shadowRoot }) =>
    shadowRoot?.querySelector('.card, .filters'),
  );
  const ELSEWHERE =
    '.room, .notice .rest, .spoken, .chart-words, .menu, .panel, dialog, [popover], .chart-tooltip, style';

  const boxesIn = (shadow: ShadowRoot): readonly { text: string; box: DOMRect }[] => {
    const walker = document.createTreeWalker(shadow, NodeFilter.SHOW_TEXT);
    const boxes: { text: string; box: DOMRect }[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (text === '' || parent === null || parent.closest(ELSEWHERE) !== null) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) boxes.push({ text, box });
    }
    return boxes;
  };

  // What a line takes is higher than its letters: those of one paragraph touch.
  const SLACK = 0.2;
  const overlap = (one: DOMRect, other: DOMRect): boolean =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK * Math.min(one.height, other.height);

  return elements.flatMap((element) => {
    const name = `<${element.localName}>`;
    const card = element.shadowRoot!.querySelector<HTMLElement>('.card, .filters')!;
    const isWide = [element, card].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    const boxes = boxesIn(element.shadowRoot!);
    const edges = card.getBoundingClientRect();
    const out = boxes.filter(({ box }) => box.left < edges.left - 0.5 || box.right > edges.right + 0.5);
    const pairs = boxes.flatMap((one, place) =>
      boxes
        .slice(place + 1)
        .flatMap((other) => (overlap(one.box, other.box) ? [`"${one.text}" and "${other.text}"`] : [])),
    );
    return [
      ...(isWide ? [`${name} is wider than its room`] : []),
      ...out.map(({ text }) => `${name}: "${text}" sticks out`),
      ...pairs.map((pair) => `${name}: ${pair} lie over one another`),
    ];
  });
}
