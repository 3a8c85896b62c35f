import { isWanted, type QueryBounds } from '../../adapters/query-bounds.js';
import { parseInstant } from '../../conversation/instant.js';
import { pagesUntil } from '../../load/pages.js';
import type { Checks } from './check-table.js';
import { fail, skip, someOf } from './outcome.js';
import { codeOf, describeError, type Probe } from './probe.js';
import { idOf, idsOf, mustHoldAll, named, needRecords, readPages, type WholeAnswer } from './whole-answer.js';

/** Cursors that are tried of a long answer, evenly spread. */
const MOST_CURSORS = 50;
const noSuchCursor = 'no-such-cursor';

/** What the questions for conversations must bring. */
export const queryChecks: Checks = {
  'conversations() hands over the same when asked twice': async (probe) => {
    const first = await probe.whole();
    needRecords(first);
    const second = await readPages(probe, probe.base);
    const [before, after] = [idsOf(first.records), idsOf(second.records)];
    const wayOut = 'Hand over the same while nothing changes; where new ones come all the time, check with until.';
    mustHoldAll(before, new Set(after), 'Asked again, the answer misses', wayOut);
    mustHoldAll(after, new Set(before), 'Asked again, the answer holds besides', wayOut);
    const place = before.findIndex((id, index) => id !== after[index]);
    if (place >= 0 && cursorsOf(first).length > 0) {
      fail(
        `Asked again, conversation ${place + 1} is ${named([after[place]!])[0]} and was ${named([before[place]!])[0]}. Keep one order, by time and id: else a cursor means nothing.`,
      );
    }
  },
  'conversations() goes on from the cursor of every page': async (probe) => {
    const whole = await probe.whole();
    needRecords(whole);
    const cursors = cursorsOf(whole);
    if (cursors.length === 0) skip('The pages have no cursors: after a failure the answer starts over.');
    for (const { cursor, number } of spread(cursors)) await checkCursor(probe, whole, cursor!, number);
    const middle = cursors[Math.floor((cursors.length - 1) / 2)]!;
    const rest = await readPages(probe, { ...probe.base, cursor: middle.cursor! });
    const wanted = idsOf(whole.pages.slice(middle.number).flatMap(({ records }) => records));
    mustHoldAll(wanted, new Set(idsOf(rest.records)), `Gone on from page ${middle.number}, the answer misses`, goOn);
  },
  'conversations() says of a cursor it does not know that there is none': async (probe) => {
    const whole = await probe.whole();
    if (cursorsOf(whole).length === 0) skip('The pages have no cursors.');
    const failure = await probe.failureOf('conversations() with a cursor that there is not', async () => {
      const context = probe.context();
      const query = { ...probe.base, cursor: noSuchCursor };
      const pages = pagesUntil(probe.adapter.conversations!(query, context), context.signal);
      try {
        await pages.next();
      } finally {
        void pages.return(); // One that was answered all the same holds a connection.
      }
    });
    if (failure === null)
      return 'A cursor that there is not is not refused: an answer that expired may be read wrongly.';
    const code = codeOf(failure.error);
    if (code === 'not-found' || code === 'conflict') return;
    fail(
      `A cursor that there is not: expected an AdapterError not-found or conflict, got ${describeError(failure.error)}. Throw one of them, so that the page starts over.`,
      failure.error,
    );
  },
  'conversations() keeps to since and until': async (probe) => {
    const whole = await probe.whole();
    needRecords(whole);
    const starts = timesOf(whole.records, (record) => record.startedAt);
    const third = starts[Math.floor(starts.length / 3)];
    if (third === undefined) skip('No start of a conversation can be read.');
    // Some started before what is looked at, and have an event in it.
    const since = Math.max(third, Number(probe.base.since ?? -Infinity));
    const until = Math.max(since + 1, starts[Math.floor((2 * starts.length) / 3)]!);
    const found = await readPages(probe, { ...probe.base, since, until });
    return compare(whole, found, { since, until, updatedSince: null }, `Between ${iso(since)} and ${iso(until)}`);
  },
  'conversations() misses nothing that changed since': async (probe) => {
    const whole = await probe.whole();
    needRecords(whole);
    const changes = timesOf(whole.records, changedAt);
    const updatedSince = changes[Math.floor(changes.length / 2)];
    if (updatedSince === undefined) skip('No time of a conversation can be read.');
    const found = await readPages(probe, { ...probe.base, updatedSince });
    const bounds = { since: -Infinity, until: Infinity, updatedSince };
    return compare(whole, found, bounds, `Of what changed since ${iso(updatedSince)}`);
  },
};

const goOn = 'Go on with the page after the one that the cursor came with.';

function cursorsOf({ pages }: WholeAnswer) {
  return pages.filter(({ cursor }) => cursor !== null);
}

function spread<Value>(values: readonly Value[]): readonly Value[] {
  if (values.length <= MOST_CURSORS) return values;
  const step = (values.length - 1) / (MOST_CURSORS - 1);
  return Array.from({ length: MOST_CURSORS }, (_, index) => values[Math.round(index * step)]!);
}

/** The first page with conversations from a cursor on holds what came next in the whole answer, and nothing else. */
async function checkCursor(probe: Probe, whole: WholeAnswer, cursor: string, number: number): Promise<void> {
  const { records } = await readPages(probe, { ...probe.base, cursor }, (pages) =>
    pages.some((page) => page.records.length > 0),
  );
  const wanted = idsOf(whole.pages.slice(number).flatMap((page) => page.records));
  const found = idsOf(records);
  const place = found.findIndex((id, index) => id !== wanted[index]);
  if (place >= 0) {
    const expected = wanted[place] === undefined ? 'no further one' : named([wanted[place]])[0];
    fail(
      `Gone on from page ${number}, conversation ${place + 1} is ${named([found[place]!])[0]}, expected ${expected}. ${goOn}`,
    );
  }
  if (found.length === 0 && wanted.length > 0) {
    fail(`Gone on from page ${number}, nothing comes, expected ${named([wanted[0]!])[0]}. ${goOn}`);
  }
}

/** More than was asked for is right but slow where nothing is left out; anything else is a bound that is drawn wrongly. */
function compare(whole: WholeAnswer, found: WholeAnswer, bounds: QueryBounds, what: string): string | void {
  const wanted = idsOf(whole.records.filter((record) => isWanted(record, bounds)));
  const ids = new Set(idsOf(found.records));
  const rule =
    bounds.updatedSince === null
      ? 'Hand over what started or has an event at or after since and before until.'
      : 'Hand over what changed at or after updatedSince, by updatedAt and not by its start.';
  mustHoldAll(wanted, ids, `${what} the answer misses`, rule);
  if (bounds.updatedSince !== null) return;
  const held = new Set(wanted);
  const more = [...ids].filter((id) => !held.has(id));
  if (more.length === 0) return;
  if (idsOf(whole.records).every((id) => ids.has(id))) return 'since and until are not heeded: right, but slow.';
  fail(`${what} the answer holds besides ${someOf(named(more))}. ${rule}`);
}

interface Times {
  readonly startedAt?: unknown;
  readonly updatedAt?: unknown;
  readonly events?: unknown;
}

function changedAt({ startedAt, updatedAt, events }: Times): unknown {
  if (updatedAt !== undefined && updatedAt !== null) return updatedAt;
  const times = Array.isArray(events) ? (events as readonly { readonly at?: unknown }[]).map(({ at }) => at) : [];
  const known = [startedAt, ...times].map(parseInstant).filter((time) => typeof time === 'number');
  return known.length === 0 ? undefined : Math.max(...known);
}

/** In order. */
function timesOf(records: readonly unknown[], read: (record: Times) => unknown): number[] {
  return records
    .filter((record) => idOf(record) !== null)
    .map((record) => parseInstant(read(Object(record) as Times)))
    .filter((time) => typeof time === 'number')
    .sort((a, b) => a - b);
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
