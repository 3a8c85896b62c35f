import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { sameFilters, type Filters } from '../../../src/filters/filters.js';
import { parseFilters, printFilters } from '../../../src/filters/filters-text.js';
import { grainIn, grainsOf, weeksOf, windowOf } from '../../../src/filters/window-of.js';
import type { Grain, Weekday } from '../../../src/time/civil.js';
import { spansOf, weeksBack } from '../../../src/time/range.js';

const grain = fc.constantFrom<Grain>('day', 'week', 'month');
const firstDate = Temporal.PlainDate.from('2005-01-01');
const date = fc.integer({ min: 0, max: 30 * 365 }).map((days) => firstDate.add({ days }));
const days = fc.tuple(date, fc.nat({ max: 900 })).map(([first, more]) => ({
  first,
  last: first.add({ days: more }),
  range: `${first}..${first.add({ days: more })}`,
}));
const range = fc.oneof(
  fc.constantFrom('this-week', 'this-quarter', 'last-quarter'),
  fc.integer({ min: 1, max: 300 }).map((weeks) => `${weeks}w`),
  days.map((custom) => custom.range),
);
const channel = fc.oneof(
  fc.constantFrom('chat', 'email', 'a,b', '100%', '%2C', 'Q&A', 'a=b', 'a+b', ' x ', '#?/', 'قناة'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
);
const filters: fc.Arbitrary<Filters> = fc.record(
  {
    range,
    grain,
    channels: fc.option(fc.uniqueArray(channel, { minLength: 1, maxLength: 4 }), { nil: null }),
  },
  { noNullPrototype: true },
);

/** Sentences about the text of filters with the properties that say whether they are true. */
export const textProperties = {
  'reads back whatever was printed': fc.property(filters, (written) => {
    assert.deepEqual(parseFilters(printFilters(written)), { filters: written, problems: [] });
  }),

  'reads back what a host has taken apart and put together again': fc.property(filters, (written) => {
    const query = new URLSearchParams(printFilters(written)).toString();
    assert.deepEqual(parseFilters(query), { filters: written, problems: [] });
    const nested = new URLSearchParams({ f: printFilters(written) });
    assert.deepEqual(parseFilters(new URLSearchParams(nested.toString()).get('f')!).filters, written);
  }),

  'takes any text without a throw, and says something wherever it did not heed it': fc.property(
    filters,
    fc.oneof(
      fc.string(),
      fc.tuple(fc.constantFrom('range', 'grain', 'channels'), fc.string()).map((pair) => pair.join('=')),
    ),
    (base, text) => {
      const { filters: read, problems } = parseFilters(text, base);
      const again = parseFilters(printFilters(read));
      assert.deepEqual(again.problems, []);
      assert.ok(problems.length > 0 || sameFilters(read, base) || /range|grain|channels/.test(text), text);
    },
  ),
} as const;

const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Pacific/Apia',
  'Asia/Gaza',
  'UTC',
);
const calendar = fc.record({ timeZone: zone, weekStart: fc.constantFrom<Weekday>(1, 6, 7) }, { noNullPrototype: true });
const clock = fc
  .integer({ min: Date.UTC(2005, 0) / 900_000, max: Date.UTC(2034, 0) / 900_000 })
  .map((quarterHours) => quarterHours * 900_000);

const startOf = (day: Temporal.PlainDate, timeZone: string): number => day.toZonedDateTime(timeZone).epochMilliseconds;

/** Sentences about the windows of filters with the properties that say whether they are true. */
export const windowProperties = {
  'custom days begin with the first and end after the last': fc.property(
    days,
    clock,
    calendar,
    (custom, now, place) => {
      assert.deepEqual(windowOf(custom, now, place), {
        from: startOf(custom.first, place.timeZone),
        to: startOf(custom.last.add({ days: 1 }), place.timeZone),
      });
    },
  ),

  'quarters are civil ones, without a hole between them': fc.property(clock, calendar, (now, place) => {
    const current = windowOf({ range: 'this-quarter' }, now, place);
    assert.ok(current.from <= now && now < current.to);
    const first = Temporal.Instant.fromEpochMilliseconds(current.from).toZonedDateTimeISO(place.timeZone).toPlainDate();
    assert.ok(first.day === 1 && [1, 4, 7, 10].includes(first.month), first.toString());
    assert.equal(current.to, startOf(first.add({ months: 3 }), place.timeZone));
    const last = windowOf({ range: 'last-quarter' }, now, place);
    assert.deepEqual(last, { from: startOf(first.subtract({ months: 3 }), place.timeZone), to: current.from });
  }),

  'weeks end with the one that contains now': fc.property(
    clock,
    calendar,
    fc.integer({ min: 1, max: 200 }),
    (now, place, weeks) => {
      assert.deepEqual(windowOf({ range: `${weeks}w` }, now, place), weeksBack(now, weeks, place));
      assert.deepEqual(windowOf({ range: 'this-week' }, now, place), weeksBack(now, 1, place));
    },
  ),

  'the weeks of a range reach back to its start, and one less would not': fc.property(
    range,
    clock,
    calendar,
    (asked, now, place) => {
      const weeks = weeksOf({ range: asked }, now, place);
      const { from } = windowOf({ range: asked }, now, place);
      assert.ok(weeksBack(now, weeks, place).from <= from);
      assert.ok(weeks === 1 || weeksBack(now, weeks - 1, place).from > from);
    },
  ),

  'what time is cut into is never refused, and never more than a chart can show': fc.property(
    filters,
    clock,
    calendar,
    (asked, now, place) => {
      const window = windowOf(asked, now, place);
      const cut = grainIn(asked, window);
      assert.ok(grainsOf(window).includes(cut));
      assert.ok(spansOf(window, cut, place).length <= 402);
    },
  ),
} as const;
