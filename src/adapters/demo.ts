import { parseInstant } from '../conversation/instant.js';
import type { ConversationRecord, Instant } from '../conversation/record.js';
import { AdapterError, DefinitionError } from '../errors.js';
import { GapDesk, type GapRecords } from '../gaps/gap-desk.js';
import type { Access } from '../gaps/gap-records.js';
import { longestConversationMs, MadeUpDesk, placeOf, storyMs } from '../testing/generator.js';
import type { ConversationPage, ConversationQuery, PerformanceAdapter, RequestContext } from './adapter.js';
import { gapHalf } from './gap-desk-adapter.js';
import { GapKeeper } from './kept-gaps.js';
import { nextTask } from '../time/next-task.js';
import { boundsOf, isWanted, type QueryBounds } from './query-bounds.js';

const HOUR_MS = 3_600_000;
/** Conversations a page at the most. */
const PAGE_SIZE = 1_000;
/** With the story's growth it makes about 60,000 conversations in two years. */
const PER_WEEK = 900;
/** The teammate who sits before the demo. */
const DEMO_AUTHOR = 'Priya Raman';

/** Which help desk {@link demoAdapter} makes. */
export interface DemoAdapterOptions {
  /** Any finite number; the same one makes the same help desk. Default 1. */
  readonly seed?: number;
  /** The demo's present: nothing is later, and two years are before it. Default: when it is first asked. */
  readonly now?: Instant;
  /** Keeps what is written about gaps in the browser, over a reload. Default: it is gone with the page. */
  readonly persist?: boolean;
  /** What the viewer may do with gaps; a right that is absent is allowed. */
  readonly access?: Access;
}

/**
 * Two years of a believable help desk, about 60,000 conversations with their knowledge gaps, made while they are handed
 * over: the latest first, and only those that are asked for. Gaps can be written. Deterministic for a seed and the week that holds `now`.
 * @throws {DefinitionError} where an option makes no sense
 */
export function demoAdapter(options: DemoAdapterOptions = {}): PerformanceAdapter {
  const { seed = 1 } = options;
  if (!Number.isFinite(seed)) throw new DefinitionError(`demoAdapter: seed: expected a finite number, got ${seed}.`);
  const fixedNow = options.now === undefined ? null : readNow(options.now);
  let demo: Demo | undefined;
  const open = (): Demo => (demo ??= new Demo(seed, fixedNow ?? Date.now(), options));
  return {
    contract: 1,
    conversations: (query, context) => open().pages(query, context),
    conversationsById: async (ids, { signal }) => {
      signal.throwIfAborted();
      return open().byId(ids);
    },
    ...gapHalf(() => open().gaps()),
  };
}

function readNow(value: Instant): number {
  const now = parseInstant(value);
  if (typeof now === 'string') throw new DefinitionError(`demoAdapter: now: ${now}, got ${JSON.stringify(value)}.`);
  return now;
}

/** Where the next page starts: the conversation at this place of this week, then those before it. */
interface Position {
  readonly week: number;
  readonly place: number;
}

class Demo {
  readonly #desk: MadeUpDesk;
  readonly #storyFrom: number;
  #gaps: Promise<GapDesk> | undefined;

  constructor(
    private readonly seed: number,
    private readonly now: number,
    private readonly options: DemoAdapterOptions,
  ) {
    // From one week to the next the story moves on by one: it always ends in the present.
    this.#storyFrom = now - storyMs;
    this.#desk = new MadeUpDesk({ seed, storyFrom: this.#storyFrom, perWeek: PER_WEEK, utcOffsetMs: HOUR_MS });
  }

  gaps(): Promise<GapDesk> {
    return (this.#gaps ??= this.#openGaps());
  }

  async #openGaps(): Promise<GapDesk> {
    const { access, persist = false } = this.options;
    const records = { ...(await this.#makeGaps()), ...(access === undefined ? {} : { access }) };
    const now = (): number => (this.options.now === undefined ? Date.now() : this.now);
    const common = { now, author: DEMO_AUTHOR };
    if (!persist) return new GapDesk(() => records, common);
    const keeper = new GapKeeper(`demo-${this.seed}`);
    return new GapDesk(() => records, { ...common, kept: keeper.read(), keep: (state) => keeper.keep(state) });
  }

  async #makeGaps(): Promise<GapRecords> {
    const work = this.#desk.gaps(this.now);
    for (;;) {
      const step = work.next();
      if (step.done === true) return step.value;
      await nextTask();
    }
  }

  byId(ids: readonly string[]): readonly ConversationRecord[] {
    return ids.flatMap((id) => {
      const position = placeOf(id);
      const startedAt = position === null ? undefined : this.#desk.startsOf(position.week)[position.place];
      if (position === null || startedAt === undefined || !this.#exists(startedAt)) return [];
      return [this.#make(position)];
    });
  }

  async *pages(
    query: ConversationQuery,
    { signal }: RequestContext,
  ): AsyncGenerator<ConversationPage, void, undefined> {
    signal.throwIfAborted();
    const bounds = boundsOf(query);
    const earliest = Math.max(bounds.since, bounds.updatedSince ?? -Infinity) - longestConversationMs;
    const firstWeek = this.#desk.weekOf(Math.max(this.#storyFrom, earliest));
    const total = bounds.updatedSince === null ? { total: await this.#count(bounds, firstWeek) } : {};
    signal.throwIfAborted();
    const facts = { asOf: this.now, ...total };
    const latest = this.#latest(bounds.until);
    const resumed = readCursor(query.cursor);
    const start = resumed === null || resumed.week > latest.week ? latest : resumed;
    let isFirst = true;
    for (let { week, place } = start; week >= firstWeek; [week, place] = [week - 1, Infinity]) {
      const wanted = this.#wantedOf(week, bounds, place);
      for (let from = 0; from === 0 || from < wanted.length; from += PAGE_SIZE) {
        const page = wanted.slice(from, from + PAGE_SIZE);
        const next = wanted[from + PAGE_SIZE]?.place ?? -1;
        if (page.length > 0 || isFirst) {
          yield { conversations: page.map(({ record }) => record), cursor: `${week}.${next}`, ...facts };
          isFirst = false;
        }
        await nextTask();
        signal.throwIfAborted();
      }
    }
    if (isFirst) yield { conversations: [], ...facts };
  }

  /** The latest week there is anything of before `until`, from its end. */
  #latest(until: number): Position {
    return { week: this.#desk.weekOf(Math.min(this.now, until)), place: Infinity };
  }

  /** The conversations of one week that a query wants, the latest first, from a place downwards. */
  #wantedOf(week: number, bounds: QueryBounds, from: number): (Position & { readonly record: ConversationRecord })[] {
    const wanted = [];
    const starts = this.#desk.startsOf(week);
    for (let place = Math.min(from, starts.length - 1); place >= 0; place--) {
      const startedAt = starts[place]!;
      if (!this.#exists(startedAt) || startedAt >= bounds.until) continue;
      const record = this.#make({ week, place });
      if (isWanted(record, bounds)) wanted.push({ week, place, record });
    }
    return wanted;
  }

  /** How many conversations an answer holds; only the few weeks before `since` have to be made for it. */
  async #count(bounds: QueryBounds, firstWeek: number): Promise<number> {
    let count = 0;
    for (let week = firstWeek; week <= this.#latest(bounds.until).week; week++) {
      const isWhole = this.#desk.weekStart(week) >= bounds.since;
      const starts = this.#desk.startsOf(week);
      count += isWhole
        ? starts.filter((at) => this.#exists(at) && at < bounds.until).length
        : this.#wantedOf(week, bounds, Infinity).length;
      if (!isWhole) await nextTask();
    }
    return count;
  }

  #exists(startedAt: number): boolean {
    return startedAt >= this.#storyFrom && startedAt <= this.now;
  }

  /** A conversation as it stands now: what comes later is cut. */
  #make({ week, place }: Position): ConversationRecord {
    const record = this.#desk.conversation(week, place);
    return Number(record.updatedAt) <= this.now ? record : cutAt(record, this.now);
  }
}

function cutAt(record: ConversationRecord, now: number): ConversationRecord {
  const events = record.events.filter((event) => Number(event.at) <= now);
  const closedAt = record.ticket?.closedAt;
  const isClosedLater = closedAt !== undefined && closedAt !== null && Number(closedAt) > now;
  const updatedAt = events.reduce((latest, event) => Math.max(latest, Number(event.at)), Number(record.startedAt));
  return {
    ...record,
    updatedAt,
    events,
    ...(record.ticket && isClosedLater ? { ticket: { ...record.ticket, closedAt: null } } : {}),
  };
}

function readCursor(cursor: string | undefined): Position | null {
  if (cursor === undefined) return null;
  const match = /^(\d{1,6})\.(-1|\d{1,9})$/.exec(cursor);
  if (match !== null) return { week: Number(match[1]), place: Number(match[2]) };
  throw new AdapterError('not-found', `The demo has no cursor ${JSON.stringify(cursor)}. Ask again without a cursor.`);
}
