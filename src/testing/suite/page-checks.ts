import { parseInstant } from '../../conversation/instant.js';
import { parseConversation } from '../../conversation/parse.js';
import { isDataError, type DataError } from '../../errors.js';
import type { Checks } from './check-table.js';
import { fail, skip, someOf } from './outcome.js';
import type { Probe } from './probe.js';
import { idsOf, named, type ReadPage } from './whole-answer.js';

/** Clocks of a server and of a page may differ by so much, ms. */
const CLOCK_MS = 5 * 60_000;

/** What every page and every record must be. */
export const pageChecks: Checks = {
  'conversations() hands over pages that are as the contract says': async (probe) => {
    const { pages } = await probe.readWhole();
    if (pages.length === 0) fail('conversations() handed over no page. An empty answer is one page without records.');
  },
  'conversations() hands over whole lines, in memory of their own': async (probe) => {
    const { pages } = await probe.whole();
    for (const page of pages) checkContent(page, pages.length);
  },
  'conversations() hands over records that can be read': async (probe) => {
    const refused = (await refusals(probe)).filter((error) => !isOfTime(error));
    sayRefused(refused, 'records are refused');
  },
  'conversations() gives every time with its zone': async (probe) => {
    sayRefused((await refusals(probe)).filter(isOfTime), 'times cannot be read');
  },
  'conversations() hands over every conversation once': async (probe) => {
    const ids = idsOf((await probe.whole()).records);
    const seen = new Set<string>();
    const twice = ids.filter((id) => seen.size === seen.add(id).size);
    if (twice.length > 0) {
      fail(
        `${someOf(named(twice))}: handed over twice. Give every conversation one id and hand it over once an answer.`,
      );
    }
  },
  'conversations() hands over nothing that it names as removed': async (probe) => {
    const { pages, records } = await probe.whole();
    const removed = pages.flatMap((page) => page.removed);
    if (removed.length === 0) skip('No page names what was removed.');
    if (removed.includes('')) fail('removed holds an empty id. Name the conversation that is gone.');
    const gone = new Set(removed);
    const alive = [...new Set(idsOf(records).filter((id) => gone.has(id)))];
    if (alive.length > 0) {
      fail(`${someOf(named(alive))}: named as removed and handed over in one answer. Leave out what is gone.`);
    }
  },
  'conversations() is complete up to an instant that can be': async (probe) => {
    const { pages, records } = await probe.whole();
    const known = pages.filter(({ asOf }) => asOf !== null);
    if (known.length === 0) skip('No page says up to where it is complete.');
    const starts = records
      .map((record) => parseInstant(Object(record).startedAt))
      .filter((at) => typeof at === 'number');
    const earliest = starts.reduce((least, at) => Math.min(least, at), Infinity);
    for (const { asOf, number } of known) checkAsOf(asOf!, number, earliest, probe.now);
  },
  'conversations() counts what it hands over': async (probe) => {
    const { pages, records } = await probe.whole();
    const totals = pages.filter(({ total }) => total !== null);
    if (totals.length === 0) skip('No page counts the whole answer.');
    const wrong = totals.find(({ total }) => total !== records.length);
    if (wrong === undefined) return;
    fail(
      `Page ${wrong.number} says total ${wrong.total}, and ${records.length} conversations came. Count the whole answer, or leave total out.`,
    );
  },
};

function checkContent({ content, text, number, records }: ReadPage, pages: number): void {
  if ('conversations' in content) {
    const { conversations } = content;
    const isSame =
      conversations.length === records.length && conversations.every((one, index) => one === records[index]);
    if (isSame) return;
    fail(
      `Page ${number} of ${pages}: its array changed after it was handed over. Give every page an array of its own.`,
    );
  }
  if (new TextDecoder().decode(content.ndjson) !== text) {
    fail(`Page ${number} of ${pages}: its bytes changed after it was handed over. Give every page bytes of its own.`);
  }
  const last = records.at(-1);
  if (!text!.endsWith('\n') && isDataError(last)) {
    fail(`Page ${number} of ${pages} ends in the middle of a line: ${last.value}. Hand over whole lines.`, last);
  }
}

function refusals(probe: Probe): Promise<readonly DataError[]> {
  return probe.once('refusals', async () => {
    const { records } = await probe.whole();
    return records.map(refusalOf).filter((error) => error !== null);
  });
}

function refusalOf(record: unknown): DataError | null {
  if (isDataError(record)) return record;
  try {
    parseConversation(record);
    return null;
  } catch (error) {
    if (isDataError(error)) return error;
    throw error;
  }
}

function isOfTime({ field }: DataError): boolean {
  return /(^|\.)(at|\w+At)$/.test(field);
}

function sayRefused(refused: readonly DataError[], what: string): void {
  const [first] = refused;
  if (first !== undefined) fail(`${refused.length} ${what}, the first: ${first.message}`, first);
}

function checkAsOf(asOf: number, number: number, earliest: number, now: number): void {
  const shown = new Date(asOf).toISOString();
  if (asOf > now + CLOCK_MS) {
    fail(`Page ${number}: asOf ${shown} lies in the future. Say up to where the data is complete now.`);
  }
  if (asOf < earliest && earliest !== Infinity) {
    const start = new Date(earliest).toISOString();
    fail(
      `Page ${number}: asOf ${shown} lies before the first conversation of ${start}. Say up to where the data is complete.`,
    );
  }
}
