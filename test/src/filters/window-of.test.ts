import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DefinitionError } from '../../../src/errors.js';
import { grainIn, grainsOf, weeksOf, windowOf } from '../../../src/filters/window-of.js';
import { weeksBack } from '../../../src/time/range.js';
import { holds } from '../metrics/holds.js';
import { windowProperties } from './filters-properties.js';

const berlin = { timeZone: 'Europe/Berlin', weekStart: 1 } as const;
const now = Date.parse('2026-03-13T10:20:00+01:00');

describe('windowOf', () => {
  const windows = [
    ['this-week', '2026-03-08T23:00:00.000Z', '2026-03-15T23:00:00.000Z'],
    ['4w', '2026-02-15T23:00:00.000Z', '2026-03-15T23:00:00.000Z'],
    ['this-quarter', '2025-12-31T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
    ['last-quarter', '2025-09-30T22:00:00.000Z', '2025-12-31T23:00:00.000Z'],
    ['2026-01-05..2026-03-01', '2026-01-04T23:00:00.000Z', '2026-03-01T23:00:00.000Z'],
    ['2026-03-29..2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ] as const;
  for (const [range, from, to] of windows) {
    it(`is ${from} to ${to} for ${range} on a Friday in Berlin`, () => {
      const window = windowOf({ range }, now, berlin);
      assert.deepEqual([new Date(window.from).toISOString(), new Date(window.to).toISOString()], [from, to]);
    });
  }

  it('is the new quarter once it has begun, though the clock shows the old date again', () => {
    const shownAgain = Date.parse('1944-10-01T06:30:00Z'); // 23:30 of the 30th of September, for the second time.
    const phoenix = { timeZone: 'America/Phoenix', weekStart: 1 } as const;
    const { from, to } = windowOf({ range: 'this-quarter' }, shownAgain, phoenix);
    assert.deepEqual([from, to], [Date.parse('1944-10-01T06:00:00Z'), Date.parse('1945-01-01T07:00:00Z')]);
    assert.equal(windowOf({ range: 'last-quarter' }, shownAgain, phoenix).to, from);
  });

  it('refuses a range that is none', () => {
    assert.throws(() => windowOf({ range: '12' }, now, berlin), DefinitionError);
    assert.throws(() => windowOf({ range: 'this-quarter' }, now, { ...berlin, timeZone: 'Nowhere' }), DefinitionError);
  });
});

describe('grainIn', () => {
  const cut = (range: string, grain: 'day' | 'week' | 'month'): string =>
    grainIn({ grain }, windowOf({ range }, now, berlin));

  it('is what the filters say as long as a chart can show it', () => {
    assert.equal(cut('26w', 'day'), 'day');
    assert.equal(cut('2025-01-01..2025-12-31', 'day'), 'day');
    assert.equal(cut('220w', 'week'), 'week');
    assert.equal(cut('this-week', 'month'), 'month');
  });

  it('is the next longer one where it gives too many points', () => {
    assert.equal(cut('104w', 'day'), 'week');
    assert.equal(cut('9999w', 'day'), 'month');
    assert.equal(cut('9999w', 'week'), 'month');
  });

  it('is one of those that are offered', () => {
    assert.deepEqual(grainsOf(windowOf({ range: '12w' }, now, berlin)), ['day', 'week', 'month']);
    assert.deepEqual(grainsOf(windowOf({ range: '104w' }, now, berlin)), ['week', 'month']);
    assert.deepEqual(grainsOf(windowOf({ range: '9999w' }, now, berlin)), ['month']);
  });
});

describe('weeksOf', () => {
  it('is as many weeks as the range has, and at least the current one', () => {
    for (const weeks of [1, 4, 26]) assert.equal(weeksOf({ range: `${weeks}w` }, now, berlin), weeks);
    assert.equal(weeksOf({ range: '2026-03-02..2026-03-03' }, now, berlin), 2);
    assert.equal(weeksOf({ range: '2026-03-01..2026-03-03' }, now, berlin), 3);
    assert.equal(weeksOf({ range: '2027-03-01..2027-03-03' }, now, berlin), 1);
  });

  it('reaches back to the first of January for a quarter that begins in the middle of a week', () => {
    const weeks = weeksOf({ range: 'this-quarter' }, now, berlin);
    assert.equal(weeks, 11);
    assert.ok(weeksBack(now, weeks, berlin).from <= windowOf({ range: 'this-quarter' }, now, berlin).from);
  });
});

describe('the windows of filters, against an independent calendar', () => {
  for (const [sentence, property] of Object.entries(windowProperties)) it(sentence, () => holds(property, 400));
});
