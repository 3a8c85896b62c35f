import type { CheckedPage } from '../../gaps/gap-door.js';
import { fail, skip, someOf } from './outcome.js';
import { named } from './whole-answer.js';

/** A search that finds nothing anywhere. */
export const findsNothing = 'qzx-8f3d-nothing';
/** Entries that are read of a long list at the most. */
const MOST = 2_000;

/** Asks for one page of a list. */
export type AskList<Entry> = (query: {
  readonly limit: number;
  readonly cursor?: string;
}) => Promise<CheckedPage<Entry>>;

/** What every entry of a list is known by. */
interface Named {
  readonly id: string;
}

/** The whole list, page by page; the check fails where pages repeat, hide, exceed the limit or count wrongly. */
export async function readList<Entry extends Named>(
  label: string,
  ask: AskList<Entry>,
  limit = 100,
): Promise<readonly Entry[]> {
  const entries = new Map<string, Entry>();
  let cursor: string | undefined;
  let total: number | undefined;
  do {
    const page: CheckedPage<Entry> = await ask(cursor === undefined ? { limit } : { limit, cursor });
    if (page.entries.length > limit) {
      fail(`${label} handed over ${page.entries.length} entries where limit was ${limit}. Keep to the limit.`);
    }
    const twice = page.entries.find(({ id }) => entries.has(id));
    if (twice !== undefined) {
      fail(
        `${label} hands over ${named([twice.id])[0]} twice. Begin each page after the last entry of the one before.`,
      );
    }
    for (const entry of page.entries) entries.set(entry.id, entry);
    if (page.cursor !== undefined && page.entries.length === 0)
      fail(`${label} hands over an empty page with a cursor. Leave the cursor out at the end.`);
    ({ cursor } = page);
    total = page.total ?? total;
  } while (cursor !== undefined && entries.size < MOST);
  if (cursor === undefined && total !== undefined && total !== entries.size) {
    fail(
      `${label} says total ${total}, and ${entries.size} entries came. Count what the query finds, or leave total out.`,
    );
  }
  return [...entries.values()];
}

/** Small pages hold the same as large ones, in the same order. */
export async function checkPaging<Entry extends Named>(
  label: string,
  ask: AskList<Entry>,
  whole: readonly Entry[],
): Promise<void> {
  if (whole.length < 2) skip(`${label} has fewer than two entries.`);
  const limit = Math.max(1, Math.ceil(whole.length / 4));
  const paged = await readList(label, ask, limit);
  const missing = whole.filter(({ id }) => !paged.some((entry) => entry.id === id)).map(({ id }) => id);
  if (missing.length > 0) {
    fail(
      `${label} misses ${someOf(named(missing))} in pages of ${limit}. Begin each page after the last entry of the one before.`,
    );
  }
  const place = whole.findIndex(({ id }, index) => id !== paged[index]?.id);
  if (place >= 0)
    fail(
      `${label} changes its order in pages of ${limit}, from entry ${place + 1} on. Keep one order, with ties by id.`,
    );
}

/** Fails where a list is not in the order of these numbers. */
export function mustBeSorted(label: string, values: readonly number[], isAscending: boolean, wayOut: string): void {
  const place = values.findIndex(
    (value, index) => index > 0 && (isAscending ? value < values[index - 1]! : value > values[index - 1]!),
  );
  if (place >= 0) fail(`${label}: entry ${place + 1} is out of order. ${wayOut}`);
}

/** A part of a text that a search can be made of, in another case; null where it has no word. */
export function searchIn(text: string): string | null {
  return /\p{L}{3,}/u.exec(text)?.[0].toUpperCase() ?? null;
}
