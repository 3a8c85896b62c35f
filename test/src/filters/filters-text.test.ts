import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultFilters, type Filters } from '../../../src/filters/filters.js';
import { parseFilters, printFilters } from '../../../src/filters/filters-text.js';
import { holds } from '../metrics/holds.js';
import { textProperties } from './filters-properties.js';

const custom: Filters = { range: '2026-01-05..2026-03-01', grain: 'day', channels: ['chat', 'email'] };

describe('printFilters', () => {
  const texts: readonly (readonly [Filters, string])[] = [
    [defaultFilters, 'range=12w&grain=week'],
    [custom, 'range=2026-01-05..2026-03-01&grain=day&channels=chat,email'],
    [
      { ...defaultFilters, channels: ['Q&A, 100%', 'über = alles'] },
      'range=12w&grain=week&channels=Q%26A%252C%20100%2525,%C3%BCber%20%3D%20alles',
    ],
  ];
  for (const [filters, text] of texts) {
    it(`writes ${text}`, () => assert.equal(printFilters(filters), text));
    it(`is read back from ${text}`, () => assert.deepEqual(parseFilters(text), { filters, problems: [] }));
  }
});

describe('parseFilters', () => {
  it('takes what is not said from the filters it is given', () => {
    assert.deepEqual(parseFilters('', custom).filters, custom);
    assert.deepEqual(parseFilters('grain=month', custom).filters, { ...custom, grain: 'month' });
    assert.deepEqual(parseFilters('?range=4w').filters, { ...defaultFilters, range: '4w' });
    assert.deepEqual(parseFilters('#range=4w&').filters, { ...defaultFilters, range: '4w' });
  });

  it('reads an empty list of channels as all, and a name twice as once', () => {
    assert.equal(parseFilters('channels=', custom).filters.channels, null);
    assert.equal(parseFilters('channels=,%20,', custom).filters.channels, null);
    assert.deepEqual(parseFilters('channels=chat,%20email,chat').filters.channels, ['chat', 'email']);
  });

  const ranges = [
    'this-week',
    'this-quarter',
    'last-quarter',
    '1w',
    '12w',
    '9999w',
    '2024-02-29..2024-02-29',
    '0001-01-01..0001-12-31',
  ];
  for (const range of ranges) {
    it(`knows the range ${range}`, () => {
      assert.deepEqual(parseFilters(`range=${range}`, custom), { filters: { ...custom, range }, problems: [] });
    });
  }

  const nonsense: readonly (readonly [text: string, said: RegExp])[] = [
    ['range=', /^range: expected this-week, weeks such as "12w", .*got ""\.$/],
    ['range=0w', /^range: .*"0w"/],
    ['range=10000w', /^range: .*"10000w"/],
    ['range=-4w', /^range: /],
    ['range=2026-02-30..2026-03-01', /^range: .*2026-02-30/],
    ['range=2025-02-29..2026-03-01', /^range: .*2025-02-29/],
    ['range=2026-03-01..2026-01-05', /^range: /],
    ['range=0001-01-01..9999-12-31', /^range: /],
    ['range=2026-01-05..', /^range: /],
    ['range=2026-01-05..2026-01-06..2026-01-07', /^range: /],
    ['range=toString', /^range: /],
    ['range=%E0%A4%A', /^range: .*%E0%A4%A/],
    ['grain=hour', /^grain: expected day, week or month, got "hour"\.$/],
    ['grain=4w&grain=day', /^grain: .*said more than once/],
    ['ranges=4w', /^ranges: is no filter; expected range, grain, channels\.$/],
    ['__proto__=4w', /^__proto__: is no filter/],
    ['=', /^: is no filter/],
  ];
  for (const [text, said] of nonsense) {
    it(`says by name what is wrong in ${text} and keeps the rest`, () => {
      const { filters, problems } = parseFilters(`${text}&channels=sms`, custom);
      assert.deepEqual(filters, { ...custom, channels: ['sms'] });
      assert.ok(
        problems.some((problem) => said.test(problem)),
        problems.join('\n'),
      );
    });
  }

  for (const [sentence, property] of Object.entries(textProperties)) it(sentence, () => holds(property, 500));
});
