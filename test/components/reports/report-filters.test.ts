import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filtersOf, queryOf, weeksFor, type FilterAttributes } from '../../../components/reports/report-filters.js';
import { defaultFilters, type Filters } from '../../../src/filters/filters.js';
import { weeksBack } from '../../../src/time/range.js';

const berlin = { timeZone: 'Europe/Berlin', weekStart: 1 } as const;
const now = Date.parse('2026-03-13T10:20:00+01:00');
const none: FilterAttributes = {
  range: null,
  from: null,
  to: null,
  grain: null,
  channels: null,
  noFilters: false,
};
const page: Filters = { range: '4w', grain: 'day', channels: ['chat'] };

function read(attributes: Partial<FilterAttributes>, around: Filters | null = page) {
  const said: string[] = [];
  const filters = filtersOf({ ...none, ...attributes }, around, now, berlin, (text) => said.push(text));
  return { filters, said };
}

describe('the filters of a report', () => {
  it('are those of the page, or the default where there is none', () => {
    assert.deepEqual(read({}).filters, page);
    assert.deepEqual(read({}, null).filters, defaultFilters);
  });

  it('are its own attributes before those of the page, one by one', () => {
    assert.deepEqual(read({ range: '26w' }).filters, { ...page, range: '26w' });
    assert.deepEqual(read({ grain: 'month' }).filters, { ...page, grain: 'month' });
    assert.deepEqual(read({ channels: 'email, sms' }).filters, { ...page, channels: ['email', 'sms'] });
  });

  it('take nothing from the page with no-filters, but heed its own attributes', () => {
    assert.deepEqual(read({ noFilters: true }).filters, defaultFilters);
    assert.deepEqual(read({ noFilters: true, grain: 'month' }).filters, { ...defaultFilters, grain: 'month' });
  });

  it('are civil days where it has a from, up to the current one where it has no to', () => {
    assert.equal(read({ from: '2026-01-05', to: '2026-03-01', range: '26w' }).filters.range, '2026-01-05..2026-03-01');
    assert.equal(read({ from: '2026-01-05' }).filters.range, '2026-01-05..2026-03-13');
    assert.equal(read({ from: '2026-04-05' }).filters.range, '2026-04-05..2026-04-05');
  });

  for (const absent of [null, undefined, false, '']) {
    it(`heed no attribute that is ${String(absent) || 'empty'}`, () => {
      const attributes = { range: absent, from: absent, to: absent, grain: absent, channels: absent };
      assert.deepEqual(read(attributes), { filters: page, said: [] });
    });
  }

  const wrong: readonly (readonly [Partial<FilterAttributes>, string])[] = [
    [{ range: 'a fortnight' }, 'range: expected this-week, weeks such as "12w", '],
    [{ grain: 'hour' }, 'grain: expected day, week or month, got "hour".'],
    [{ from: '5.1.2026' }, 'from: expected a day such as "2026-01-05", got "5.1.2026".'],
    [{ from: '2026-02-30' }, 'from: expected a day such as "2026-01-05", got "2026-02-30".'],
    [{ to: '2026-01-05' }, 'to: expected a day in from as well, got "2026-01-05" alone.'],
    [{ from: '2026-03-01', to: '2026-01-05' }, 'from: expected a day not after to, got "2026-03-01" and "2026-01-05".'],
    [{ from: '0001-01-01', to: '9999-12-31' }, 'range: '],
  ];
  for (const [attributes, text] of wrong) {
    it(`fall back to the page's, and say so, for ${JSON.stringify(attributes)}`, () => {
      const { filters, said } = read(attributes);
      assert.deepEqual(filters, page);
      assert.equal(said.length, 1);
      assert.ok(said[0]!.startsWith(text), said[0]);
    });
  }
});

describe('the question of a report', () => {
  const window = weeksBack(now, 4, berlin);

  it('has window, grain and channels over time', () => {
    const query = queryOf({ cut: 'buckets' }, page, now, berlin, 'events');
    assert.deepEqual(query, { ...window, grain: 'day', channels: ['chat'] });
    assert.ok(!('channels' in queryOf({ cut: 'buckets' }, { ...page, channels: null }, now, berlin, 'events')));
  });

  it('is cut longer where days would be too many', () => {
    assert.equal(queryOf({ cut: 'buckets' }, { ...page, range: '104w' }, now, berlin, 'events').grain, 'week');
  });

  it('has no grain for a range as a whole', () => {
    assert.deepEqual(queryOf({ cut: 'range' }, page, now, berlin, 'events'), { ...window, channels: ['chat'] });
  });

  it('takes only channels for the week so far, and compares where the source knows the past', () => {
    const ask = (history: 'events' | 'snapshot') => queryOf({ cut: 'week-so-far' }, page, now, berlin, history);
    assert.deepEqual(ask('events'), { channels: ['chat'], compare: true });
    assert.deepEqual(ask('snapshot'), { channels: ['chat'], compare: false });
  });

  it('needs the weeks of its window, and two for the week so far', () => {
    assert.equal(weeksFor({ cut: 'buckets' }, page, now, berlin), 4);
    assert.equal(weeksFor({ cut: 'range' }, { ...page, range: 'this-quarter' }, now, berlin), 11);
    assert.equal(weeksFor({ cut: 'week-so-far' }, page, now, berlin), 2);
  });
});
