import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AgentPerformance } from '../../../components/agent-performance/agent-performance.js';
import '../../../components/define.js';
import { tagNames } from '../../../components/tag-names.js';
import { localize } from '../../../src/localize/localize.js';
import { clippedIn } from '../../support/clipped.js';
import { emulateMedia } from '../../support/emulate-media.js';
import { allInside, inside, type KitElement } from '../../support/kit-page.js';
import {
  reaches,
  reportsOf,
  reportStates,
  reportTags,
  showTags,
  stateNames,
  type PageOptions,
  type ReportStateName,
} from '../../support/report-page.js';
import { waitUntil } from '../../support/wait-until.js';

/** A way to use a page: how it is made, and what holds once it is in its state. */
interface Mode {
  readonly options?: PageOptions;
  readonly before?: () => Promise<void>;
  readonly holds: (page: AgentPerformance, state: ReportStateName) => Promise<void> | void;
}

const modes: Readonly<Record<string, Mode>> = {
  'by keyboard alone': { holds: isUsableByKeyboard },
  'from right to left': { options: { lang: 'ar' }, holds: readsItsOwnWay },
  'in forced colours': {
    before: () => emulateMedia({ forcedColors: 'active' }),
    async holds(page) {
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      for (const report of reportsOf(page)) {
        const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(inside(report, '.card'));
        expect(borderTopWidth).to.equal('1px');
        expect(borderTopColor).not.to.equal(backgroundColor);
      }
      await expect(page).to.be.accessible();
    },
  },
  'hidden first and shown later': { options: { hidden: true }, holds: isWholeOnceShown },
  'in 240 px': {
    holds(page) {
      page.style.cssText = 'display: block; inline-size: 240px';
      expect(clippedIn(reportsOf(page))).to.deep.equal([]);
      expect(page.scrollWidth).to.be.at.most(240);
    },
  },
};

/** What has the focus, inside of shadow roots too. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** What Tab must reach in an element, and in those inside of it, in their order. */
function stopsOf(element: Element): readonly HTMLElement[] {
  return allInside(element, '*').flatMap((inner) => {
    if (!inner.checkVisibility({ visibilityProperty: true })) return [];
    if (inner.shadowRoot !== null) return stopsOf(inner);
    return inner.matches('button, a[href], input, select, textarea, [tabindex]') && inner.tabIndex >= 0 ? [inner] : [];
  });
}

async function isUsableByKeyboard(page: AgentPerformance): Promise<void> {
  const stops = [...page.children].flatMap(stopsOf);
  const after = page.parentElement!.querySelector<HTMLElement>('.after')!;
  page.parentElement!.querySelector<HTMLElement>('.before')!.focus();
  for (const stop of [...stops, after]) {
    await sendKeys({ press: 'Tab' });
    expect(focused(), `${stop.getRootNode()} ${stop.outerHTML.slice(0, 80)}`).to.equal(stop);
    if (stop === after) break;
    expect(getComputedStyle(stop).outlineStyle, stop.className).to.equal('solid');
    if (stop.getAttribute('aria-haspopup') !== 'menu') continue;
    await sendKeys({ press: 'Enter' });
    expect(focused()?.getAttribute('role')).to.equal('menuitem');
    await sendKeys({ press: 'Escape' });
    expect(focused()).to.equal(stop);
  }
}

function readsItsOwnWay(page: AgentPerformance, state: ReportStateName): void {
  const { direction, locale } = localize('ar', 'Europe/Berlin');
  for (const report of reportsOf(page)) {
    const card = inside(report, '.card');
    expect([card.lang, getComputedStyle(card).direction]).to.deep.equal([locale, direction]);
    const [plot] = allInside(report, '.plot');
    if (plot === undefined) continue;
    expect(['ready', 'partial', 'stale']).to.contain(state);
    // Entered from the side that time comes from.
    plot.dispatchEvent(new KeyboardEvent('keydown', { key: direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight' }));
    const first = allInside(report, '[aria-live]')[0]!.textContent;
    plot.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }));
    expect(first).not.to.equal('');
    expect(allInside(report, '[aria-live]')[0]!.textContent).to.equal(first);
  }
  expect(clippedIn(reportsOf(page))).to.deep.equal([]);
}

async function isWholeOnceShown(page: AgentPerformance): Promise<void> {
  for (const report of reportsOf(page)) expect(report.offsetHeight).to.equal(0);
  page.hidden = false;
  for (const report of reportsOf(page)) {
    expect(report.offsetHeight).to.be.greaterThan(100);
    const [canvas] = allInside<HTMLCanvasElement>(report, 'canvas');
    if (canvas === undefined) continue;
    report.scrollIntoView();
    await waitUntil(() => hasInk(canvas), `<${report.localName}> was never drawn`);
    expect(canvas.getBoundingClientRect().width).to.be.closeTo(inside(report, '.plot').clientWidth, 1);
  }
  await nextFrame();
  expect(clippedIn(reportsOf(page))).to.deep.equal([]);
}

function hasInk(canvas: HTMLCanvasElement): boolean {
  const pixels = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
  return pixels.some((value) => value !== 0);
}

// Each report meets each mode, each report each state and each state each mode; together they would be three times as many.
describe('every report', () => {
  const amount = Object.keys(modes).length;
  for (const [s, state] of stateNames.entries()) {
    for (const [m, [mode, { options = {}, before, holds }]] of Object.entries(modes).entries()) {
      const tags = reportTags.filter((_, t) => t % amount === (s + m) % amount);
      it(`works ${mode} when ${state}: ${tags.join(', ')}`, async () => {
        await before?.();
        const page = await showTags(tags, reportStates[state].adapter(), options);
        await reaches(page, state, options.lang);
        await holds(page, state);
      }).timeout(20_000);
    }
  }
});

/** All tags that are no report, but the provider, which every page has. */
const others = tagNames.filter((tag) => tag !== 'agent-performance' && !reportTags.includes(tag));

/** What shows which of some things is the chosen one. */
const CHOICES = '[role="radio"], [aria-pressed], nav button';

/** The choices in an element whose look does not tell the chosen one from the others. */
function untoldChoicesIn(element: Element): readonly string[] {
  // The browser takes the colours away.
  const lookOf = (choice: Element): string => {
    const { outlineStyle, borderStyle, textDecorationLine } = getComputedStyle(choice);
    return [outlineStyle, borderStyle, textDecorationLine].join();
  };
  const isChosen = ({ ariaChecked, ariaPressed, ariaCurrent }: Element): boolean =>
    [ariaChecked, ariaPressed, ariaCurrent].some((value) => value !== null && value !== 'false');
  const inner = allInside(element, '*').filter(({ shadowRoot }) => shadowRoot !== null);
  const choices = allInside(element, CHOICES).filter((choice) => choice.checkVisibility());
  const others = choices.filter((choice) => !isChosen(choice)).map(lookOf);
  const untold = choices.filter((choice) => isChosen(choice) && others.includes(lookOf(choice)));
  return [
    ...untold.map((choice) => `<${element.localName}> ${choice.textContent.trim()}`),
    ...inner.flatMap(untoldChoicesIn),
  ];
}

// A report beside them tells when the data is there, or is not to be had.
describe('every other element', () => {
  const wholeIn = async (state: ReportStateName, options: PageOptions = {}): Promise<readonly KitElement[]> => {
    const page = await showTags([...others, 'resolution-rate-card'], reportStates[state].adapter(), options);
    page.hidden = false;
    await reaches(page, state, options.lang);
    const elements = others.map((tag) => page.querySelector<KitElement>(tag)!);
    await Promise.all(elements.map((element) => element.updateComplete));
    return elements;
  };

  for (const state of ['ready', 'failed'] as const) {
    it(`works by keyboard alone when ${state}`, async () => {
      const [element] = await wholeIn(state);
      await isUsableByKeyboard(element!.closest('agent-performance')!);
    }).timeout(20_000);

    it(`fits into 240 px when ${state}`, async () => {
      const elements = await wholeIn(state);
      elements[0]!.closest<HTMLElement>('agent-performance')!.style.cssText = 'display: block; inline-size: 240px';
      expect(clippedIn(elements)).to.deep.equal([]);
    });

    it(`reads from right to left when ${state}`, async () => {
      const elements = await wholeIn(state, { lang: 'ar' });
      for (const element of elements) {
        const [frame] = allInside(element, '[dir]');
        expect([frame!.lang, getComputedStyle(frame!).direction], element.localName).to.deep.equal(['ar', 'rtl']);
      }
      expect(clippedIn(elements)).to.deep.equal([]);
    });

    it(`is whole when it was hidden first, and ${state} once it is shown`, async () => {
      const elements = await wholeIn(state, { hidden: true });
      for (const element of elements) expect(element.offsetHeight, element.localName).to.be.greaterThan(20);
      expect(clippedIn(elements)).to.deep.equal([]);
    });
  }

  it('is accessible in forced colours, and tells what is chosen without a colour of its own', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const elements = await wholeIn('ready');
    expect(elements.flatMap(untoldChoicesIn)).to.deep.equal([]);
    await expect(elements[0]!.closest('agent-performance')).to.be.accessible();
  }).timeout(20_000);
});
