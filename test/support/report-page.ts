import { expect, fixture, html } from '@open-wc/testing';
import type { AgentPerformance } from '../../components/agent-performance/agent-performance.js';
import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { localize } from '../../src/localize/localize.js';
import { answered, gapsOf, handCounted, handedOff, march, NOW } from './hand-made-records.js';
import { allInside, shownBy, wordsOf, type KitElement, type ShownState } from './kit-page.js';
import { failingAdapter, heldAdapter, pagesAdapter, silentAdapter } from './odd-adapters.js';
import { ownReports } from './own-reports.js';
import { reportNames } from './report-parts.js';
import { waitUntil } from './wait-until.js';

/** The tags of all reports: those of the kit, and a host's own. */
export const reportTags: readonly string[] = [...reportNames, 'agent-report'];

/** As long as names of people are in one word. */
const LONG_NAME = 'Hubert Wolfeschlegelsteinhausenbergerdorff';

/** Records with something to count for every report. */
export const filled = [
  ...handCounted,
  handedOff('closed', march('02 09:00'), [
    { type: 'assignment', at: march('02 10:00'), to: { kind: 'teammate', id: LONG_NAME } },
    { type: 'closed', at: march('02 12:00'), by: { kind: 'teammate', id: LONG_NAME } },
  ]),
  { ...answered('mail', march('02 14:00')), channel: 'kontaktformular-der-haendlerbetreuung-nord' },
];

const gaps = gapsOf(['Vollmachtsberechtigungsformulare im Kundenportal', 3, 9], ['Invoices', 2, 8]);

/** One state of a card: data that leads to it, and how one sees that it is there. */
export interface ReportState {
  readonly adapter: () => PerformanceAdapter | null;
  readonly shown: readonly ShownState[];
  /** Something further that must be in the card. */
  readonly with?: string;
}

/** Every state of a report. */
export const reportStates = {
  waiting: { adapter: silentAdapter, shown: ['waiting'] },
  progress: { adapter: () => heldAdapter(filled, 24_600).adapter, shown: ['progress'] },
  empty: { adapter: () => memoryAdapter([], { topics: [] }), shown: ['message'] },
  ready: { adapter: () => memoryAdapter(filled, gaps), shown: ['figures', 'chart'] },
  partial: { adapter: partial, shown: ['figures', 'chart'], with: '.lines:not(.room) .notice.partial' },
  stale: { adapter: stale, shown: ['figures', 'chart'], with: '.lines:not(.room) .notice.stale' },
  failed: { adapter: () => failingAdapter('unavailable').adapter, shown: ['failed'] },
  forbidden: { adapter: () => failingAdapter('forbidden').adapter, shown: ['message'] },
  'not wired': { adapter: () => null, shown: ['not-wired'] },
} satisfies Record<string, ReportState>;

/** The name of a state. */
export type ReportStateName = keyof typeof reportStates;
/** All of them. */
export const stateNames = Object.keys(reportStates) as readonly ReportStateName[];

/** Hands over good and bad records, then breaks. */
function partial(): PerformanceAdapter {
  return pagesAdapter(async function* () {
    yield { conversations: [...filled, { id: 'bad' }], cursor: '1' };
    throw new Error('The line broke.');
  });
}

/** Loads once; what changed since is not to be had. */
function stale(): PerformanceAdapter {
  return pagesAdapter(
    async function* (_signal, asked) {
      if (asked > 1) throw new Error('The line broke.');
      yield { conversations: filled, asOf: march('12 18:05') };
    },
    { subscribe: (changed) => void setTimeout(changed, 10) },
  );
}

/** How a page with some tags is made. */
export interface PageOptions {
  readonly lang?: string;
  readonly hidden?: boolean;
  readonly filters?: string;
  readonly history?: string;
}

/** A provider whose clock stands still, with one element of each of these tags, between a button before and one after. */
export async function showTags(
  tags: readonly string[],
  adapter: PerformanceAdapter | null,
  { lang = 'en', hidden = false, filters = 'range=4w', history = '26w' }: PageOptions = {},
): Promise<AgentPerformance> {
  const elements = tags.map((tag) => {
    const element = document.createElement(tag);
    return tag === 'agent-report' ? Object.assign(element, { definition: ownReports.band }) : element;
  });
  const around = await fixture<HTMLElement>(
    html`<div>
      <button class="before">Before</button>
      <agent-performance
        now=${NOW}
        time-zone="Europe/Berlin"
        week-start="monday"
        filters=${filters}
        history=${history}
        lang=${lang}
        ?hidden=${hidden}
        .adapter=${adapter}
        >${elements}</agent-performance
      >
      <button class="after">After</button>
    </div>`,
  );
  return around.querySelector('agent-performance')!;
}

/** The reports of a page, in its tabs as well. */
export function reportsOf(page: ParentNode): readonly KitElement[] {
  const roots = [page, ...[...page.querySelectorAll('performance-tab')].map(({ shadowRoot }) => shadowRoot!)];
  return roots.flatMap((root) => [...root.querySelectorAll<KitElement>(reportTags.join(', '))]);
}

/** Waits until each report of a page is in a state. */
export async function reaches(page: ParentNode, name: ReportStateName, lang = 'en'): Promise<void> {
  const { shown, with: further } = reportStates[name] as ReportState;
  for (const report of reportsOf(page)) {
    // A tab says itself how far a load is, and what went wrong with a refresh.
    const isAlone = !report.hasAttribute('no-status');
    const wanted = name === 'progress' && !isAlone ? ['waiting'] : shown;
    const isThere = (): boolean =>
      (wanted as readonly string[]).includes(shownBy(report)) &&
      (further === undefined || !isAlone || allInside(report, further).length > 0);
    const message = `<${report.localName}> never was ${name}, but ${shownBy(report)}: ${wordsOf(report)}`;
    await waitUntil(isThere, message);
    await report.updateComplete;
    if (name !== 'forbidden') continue;
    expect(wordsOf(report)).to.contain(localize(lang, 'Europe/Berlin').messages.card.forbidden.title);
  }
}
