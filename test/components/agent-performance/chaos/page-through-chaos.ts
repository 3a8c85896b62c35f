import { expect } from '@open-wc/testing';
import '../../../../components/define.js';
import type { AgentPerformance } from '../../../../components/agent-performance/agent-performance.js';
import { memoryAdapter, type MemoryGaps } from '../../../../src/adapters/memory.js';
import { restAdapter } from '../../../../src/adapters/rest.js';
import { feedOf } from '../../../../src/feed/feeds.js';
import { windowOf } from '../../../../src/filters/window-of.js';
import type { ReportName } from '../../../../src/reports/reports.js';
import { Random } from '../../../../src/testing/random.js';
import { nextTask } from '../../../../src/time/next-task.js';
import { contractAnswerer } from '../../../../stories/server/answer-contract.js';
import { basePath, baseUrl } from '../../../src/adapters/rest/rest-answers.js';
import { ChaoticServer, MOST_IN_TEN_SECONDS, type Fault } from '../../../src/feed/chaos/chaotic-server.js';
import { useTimersOf } from '../../../src/feed/chaos/timers-of.js';
import { FakeClock, HOUR, MINUTE, quiet, SECOND, T0 } from '../../../src/feed/fake-clock.js';
import { cardSays, tableSays } from '../../../support/card-says.js';
import { allInside, cellsOf, press, shownBy, wordsOf, type KitElement } from '../../../support/kit-page.js';
import { recount } from '../../../support/recount.js';
import { reportsOf } from '../../../support/report-page.js';
import { reportNames } from '../../../support/report-parts.js';

const calendar = { timeZone: 'Europe/Berlin', weekStart: 1 } as const;
const range = '2w';
/** What a card shows once all is well. */
const READY = ['figures', 'chart', 'message', 'table', 'topics'];

/** What one run came to. */
export interface PageRun {
  readonly faults: readonly Fault[];
  /** How often the server was asked, for anything. */
  readonly requests: number;
  /** For one thing within ten seconds, at the most. */
  readonly mostInTenSeconds: number;
  /** Cards whose figures were counted again. */
  readonly cards: number;
  /** Presses of *Try again*. */
  readonly presses: number;
}

/**
 * A page with every report and both lists over a server in trouble, until everything is well again: what a person reads in
 * each card in the end is what the second opinion comes to.
 * @param isWholeTab the page is `<performance-tab>` instead of each tag by itself
 */
export async function pageThroughChaos(seed: number, isWholeTab: boolean): Promise<PageRun> {
  const run = new Run(seed, isWholeTab);
  const unheard: string[] = [];
  const hear = (event: PromiseRejectionEvent | ErrorEvent): void => {
    event.preventDefault();
    unheard.push(String('reason' in event ? event.reason : event.message));
  };
  const { warn } = console;
  console.warn = () => {};
  window.addEventListener('unhandledrejection', hear);
  window.addEventListener('error', hear);
  const giveBack = useTimersOf(run.clock);
  const stopFrames = useFramesOfTurns();
  try {
    const result = await run.live();
    expect(unheard, 'no rejection is left unheard').to.deep.equal([]);
    return result;
  } catch (error) {
    const { happened } = run.server;
    throw new Error(`Chaos with seed ${seed}, after ${happened.join(', ')}: ${String(error)}`, { cause: error });
  } finally {
    run.end();
    stopFrames();
    giveBack();
    window.removeEventListener('unhandledrejection', hear);
    window.removeEventListener('error', hear);
    console.warn = warn;
  }
}

/** Frames come as soon as the page has a turn, so that hours pass in seconds. */
function useFramesOfTurns(): () => void {
  const { requestAnimationFrame, cancelAnimationFrame } = window;
  const waiting = new Set<number>();
  let last = 0;
  window.requestAnimationFrame = (call) => {
    const id = (last += 1);
    waiting.add(id);
    const draw = async (): Promise<void> => {
      await nextTask();
      if (waiting.delete(id)) call(performance.now());
    };
    void draw();
    return id;
  };
  window.cancelAnimationFrame = (id) => void waiting.delete(id);
  return () => Object.assign(window, { requestAnimationFrame, cancelAnimationFrame });
}

class Run {
  readonly clock = new FakeClock(T0, () => this.#settle());
  readonly server: ChaoticServer;
  readonly #random: Random;
  readonly #page: AgentPerformance;
  readonly #gaps = gapsToStartWith();
  #presses = 0;

  constructor(
    seed: number,
    private readonly isWholeTab: boolean,
  ) {
    this.#random = new Random(seed);
    const answer = contractAnswerer(memoryAdapter([], this.#gaps), basePath);
    this.server = new ChaoticServer(this.#random, this.clock, answer);
    this.#page = document.createElement('agent-performance');
  }

  async live(): Promise<PageRun> {
    this.#show();
    await this.#settle();
    for (let round = 0; round < 4; round += 1) {
      await this.#untilNothingWaits();
      this.#work();
      if (this.#random.chance(0.2)) this.clock.sleep(this.#random.integer(0, HOUR));
      // Left alone it asks again by itself; somebody in a hurry presses *Try again*.
      if (this.#random.chance(0.4) || !this.#tryAgain()) await this.clock.pass(this.#random.integer(1, 6) * MINUTE);
    }
    this.server.isCalm = true;
    await this.#untilNothingWaits();
    for (let tries = 0; tries < 3; tries += 1) {
      this.#tryAgain();
      await this.clock.pass(6 * MINUTE);
    }
    const cards = await this.#compare();
    expect(this.server.impatient, 'asked before the time that Retry-After named').to.equal(0);
    const mostInTenSeconds = this.server.mostWithin(10 * SECOND);
    expect(mostInTenSeconds, 'requests for one thing in ten seconds').to.be.at.most(MOST_IN_TEN_SECONDS);
    this.end();
    await this.clock.pass(5 * SECOND);
    expect([this.clock.waiting, this.server.open], 'timers and requests that are left').to.deep.equal([0, 0]);
    const requests = [...this.server.asked.values()].flat().length;
    return { faults: this.server.happened, requests, mostInTenSeconds, cards, presses: this.#presses };
  }

  end(): void {
    this.#page.remove();
  }

  #show(): void {
    const { fetch, getToken } = this.server;
    const adapter = restAdapter({ baseUrl, fetch, getToken, retry: { random: () => this.#random.next() } });
    Object.assign(this.#page, { adapter, timeZone: 'Europe/Berlin', weekStart: 'monday', history: '4w' });
    this.#page.filters = `range=${range}`;
    const tags = this.isWholeTab
      ? ['performance-tab']
      : ['performance-filters', ...reportNames, 'knowledge-gaps-table', 'short-answers-list'];
    this.#page.append(...tags.map((tag) => document.createElement(tag)));
    document.body.append(this.#page);
  }

  /** Lets everything happen that waits for no clock. */
  async #settle(): Promise<void> {
    do await quiet();
    while (this.server.making > 0);
  }

  get #lists(): readonly KitElement[] {
    return [...this.#page.querySelectorAll<KitElement>('knowledge-gaps-table, short-answers-list')];
  }

  get #cards(): readonly KitElement[] {
    return [...reportsOf(this.#page), ...this.#lists];
  }

  /** No card waits for ever, whatever the server does. */
  async #untilNothingWaits(): Promise<void> {
    const waits = (): boolean => this.#cards.some((card) => ['waiting', 'progress', 'nothing'].includes(shownBy(card)));
    for (let minute = 0; minute < 20 && (waits() || this.server.open > 0); minute += 1) await this.clock.pass(MINUTE);
    for (const card of this.#cards) {
      expect(shownBy(card), `${card.localName} after twenty minutes`).not.to.be.oneOf([
        'waiting',
        'progress',
        'nothing',
      ]);
    }
  }

  /** Something happens at the desk. */
  #work(): void {
    this.server.desk.work();
    if (!this.#random.chance(0.5)) return;
    const { questions } = this.#gaps.topics[this.#random.integer(0, this.#gaps.topics.length - 1)]!;
    const number = questions.length;
    questions.push(questionOf(questions[0]!.id, number, this.clock.now()));
  }

  /** Presses *Try again* in the first report and in each list that offers it. */
  #tryAgain(): boolean {
    const offers = (card: KitElement): boolean =>
      allInside<HTMLButtonElement>(card, 'button').some(({ textContent }) => textContent.trim() === 'Try again');
    const [report] = reportsOf(this.#page).filter(offers);
    const pressed = [...(report === undefined ? [] : [report]), ...this.#lists.filter(offers)];
    const ofAll = report === undefined ? this.#retryOfAll() : null;
    if (pressed.length === 0 && ofAll === null) return false;
    this.server.excuse();
    for (const card of pressed) press(card, 'Try again');
    ofAll?.click();
    this.#presses += pressed.length + (ofAll === null ? 0 : 1);
    return true;
  }

  /** *Try again* for all reports, which the filters offer; their other words hold the button's width. */
  #retryOfAll(): HTMLButtonElement | null {
    const within = this.#page.querySelector('performance-tab')?.shadowRoot ?? this.#page;
    const button = within
      .querySelector('performance-filters')
      ?.shadowRoot!.querySelector<HTMLButtonElement>('.as-of button');
    return button?.querySelector('.stack > span:last-child')?.textContent === 'Try again' ? button : null;
  }

  async #compare(): Promise<number> {
    const { store } = feedOf(this.#page.adapter!, null);
    const { now } = store;
    const { records } = this.server.desk;
    const window = windowOf({ range }, now, calendar);
    const expected = recount(records, { ...window, ...calendar, now, grain: 'week' });
    const reports = reportsOf(this.#page);
    expect(reports.length).to.equal(reportNames.length);
    for (const report of this.#cards) isWell(report);
    const full = reports.filter((report) => shownBy(report) !== 'message');
    for (const report of reports.filter((one) => !full.includes(one))) {
      const { picture } = expected(report.localName as ReportName);
      const counted = [...picture.values()].flat().filter((value) => value !== null && value !== 0);
      expect(counted, `${report.localName}: ${wordsOf(report)}`).to.deep.equal([]);
    }
    for (const report of full) {
      cardSays(report, expected(report.localName as ReportName));
      press(report, 'Show as table');
    }
    // Reports take turns, as long as each needs on this machine.
    const isTold = (): boolean => full.every((report) => shownBy(report) === 'table');
    for (let turns = 0; turns < 100 && !isTold(); turns += 1) await this.#settle();
    for (const report of full) tableSays(report, expected(report.localName as ReportName));
    const gaps = this.#lists.filter(({ localName }) => localName === 'knowledge-gaps-table');
    for (const list of gaps) this.#listSays(list);
    return full.length + gaps.length;
  }

  /** The topics with most distinct conversations first, among equals by their ids, in which they stand here. */
  #listSays(list: KitElement): void {
    const counted = this.#gaps.topics
      .map(({ title, questions }) => [title, new Set(questions.map((one) => one.conversationId)).size] as const)
      .toSorted(([, a], [, b]) => b - a);
    const shown = cellsOf(list).map(([, title, conversations]) => [title, Number(conversations)]);
    expect(shown, 'topics and their conversations').to.deep.equal(counted);
  }
}

function isWell(card: KitElement): void {
  expect(shownBy(card), `${card.localName}: ${wordsOf(card)}`).to.be.oneOf(READY);
  const troubles = allInside(card, '.lines:not(.room) .notice:is(.partial, .stale)');
  expect(
    troubles.map(({ innerText }) => innerText),
    card.localName,
  ).to.deep.equal([]);
}

type Topic = Omit<MemoryGaps['topics'][number], 'questions'> & { readonly questions: ReturnType<typeof questionOf>[] };

function gapsToStartWith(): MemoryGaps & { readonly topics: readonly Topic[] } {
  const topics = ['Refunds', 'Invoices', 'Passwords'].map((title, topic) => ({
    id: `topic-${topic}`,
    title,
    questions: Array.from({ length: 2 + 3 * topic }, (_, index) => questionOf(title, index, T0 - index * HOUR)),
  }));
  return { topics };
}

/** Two questions of three come from one conversation. */
function questionOf(topic: string, number: number, askedAt: number) {
  const conversationId = `${topic}-${Math.floor((number * 2) / 3)}`;
  return { id: `${topic}/${number}`, text: `Question ${number}?`, askedAt, conversationId, status: 'open' as const };
}
