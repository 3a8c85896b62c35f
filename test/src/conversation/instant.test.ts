import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { parseInstant } from '../../../src/conversation/instant.js';
import { holds } from '../metrics/holds.js';

/** The form of an instant's text in one line, as a second opinion. */
const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Texts of that form, of dates there are and dates there are not. */
const wellFormed = fc.stringMatching(FORM);
/** Texts of dates there are. */
const realDates = fc
  .tuple(
    fc.date({ min: new Date('0100-01-02T00:00Z'), max: new Date('9999-12-30T00:00Z'), noInvalidDate: true }),
    fc.constantFrom('Z', '+05:45', '-09:30', '+00:00', '-23:59'),
  )
  .map(([date, zone]) => date.toISOString().replace('Z', zone));
/** Either with up to two characters put in place of others, or between them, or of nothing. */
const almostWellFormed = fc
  .tuple(
    fc.oneof(wellFormed, realDates),
    fc.array(
      fc.tuple(fc.nat({ max: 36 }), fc.nat({ max: 1 }), fc.constantFrom('', '0', '9', ':', '-', '+', 'Z', '.', ' ')),
      {
        maxLength: 2,
      },
    ),
  )
  .map(([text, edits]) =>
    edits.reduce((soFar, [at, gone, put]) => soFar.slice(0, at) + put + soFar.slice(at + gone), text),
  );

describe('parseInstant', () => {
  const accepted: readonly (readonly [unknown, number])[] = [
    [1_772_442_000_000, 1_772_442_000_000],
    [1e11, 1e11],
    [-1e11, -1e11],
    [8.64e15, 8.64e15],
    ['2026-03-02T09:00:00Z', 1_772_442_000_000],
    ['2026-03-02T09:00Z', 1_772_442_000_000],
    ['2026-03-02T10:00:00+01:00', 1_772_442_000_000],
    ['2026-03-02T14:45:00+05:45', 1_772_442_000_000],
    ['2026-03-01T23:30:00.000-09:30', 1_772_442_000_000],
    ['2026-03-02T09:00:00-00:00', 1_772_442_000_000],
    ['2026-03-02T09:00:00.5Z', 1_772_442_000_500],
    ['2026-03-02T09:00:00.123456789Z', 1_772_442_000_123],
    ['2026-03-02T09:00:00.9999Z', 1_772_442_000_999],
    ['2024-02-29T00:00:00Z', 1_709_164_800_000],
    ['1970-01-01T00:00:00Z', 0],
    ['0100-01-01T00:00:00Z', -59_011_459_200_000],
    ['9999-12-31T23:59:59.999Z', 253_402_300_799_999],
  ];
  for (const [value, instant] of accepted) {
    it(`takes ${JSON.stringify(value)}`, () => assert.equal(parseInstant(value), instant));
  }

  const refused: readonly (readonly [unknown, RegExp])[] = [
    [1_772_442_000, /seconds.*Multiply by 1000/],
    [0, /seconds/],
    [-0, /seconds/],
    [99_999_999_999, /seconds/],
    [-99_999_999_999, /seconds/],
    [1_772_442_000_000.5, /integer.*Round/],
    [NaN, /expected epoch milliseconds/],
    [Infinity, /expected epoch milliseconds/],
    [-Infinity, /expected epoch milliseconds/],
    [8.64e15 + 2, /outside the calendar/],
    [1e300, /outside the calendar/],
    ['', /offset/],
    ['2026-03-02', /offset/],
    ['2026-03-02T09:00:00', /Add the offset/],
    ['2026-03-02 09:00:00Z', /offset/],
    ['2026-03-02T09:00:00z', /offset/],
    ['2026-03-02T09Z', /offset/],
    ['2026-03-02T09:00:00+0100', /offset/],
    ['2026-03-02T09:00:00+01', /offset/],
    ['2026-03-02T09:00:00,5Z', /offset/],
    ['2026-03-02T09:00:00.Z', /offset/],
    ['2026-03-02T09:00:00.1234567890Z', /offset/],
    [' 2026-03-02T09:00:00Z', /offset/],
    ['2026-03-02T09:00:00Z\n', /offset/],
    ['+002026-03-02T09:00:00Z', /offset/],
    ['Mon, 02 Mar 2026 09:00:00 GMT', /offset/],
    ['1772442000000', /offset/],
    ['٢٠٢٦-03-02T09:00:00Z', /offset/],
    ['2026-02-29T09:00:00Z', /no date/],
    ['2026-02-30T09:00:00Z', /no date/],
    ['2026-04-31T09:00:00Z', /no date/],
    ['1900-02-29T09:00:00Z', /no date/],
    ['2026-13-01T09:00:00Z', /no date/],
    ['2026-00-01T09:00:00Z', /no date/],
    ['2026-03-00T09:00:00Z', /no date/],
    ['2026-03-02T24:00:00Z', /no date/],
    ['2026-03-02T09:60:00Z', /no date/],
    ['2026-12-31T23:59:60Z', /no date/],
    ['2026-03-02T09:00:00+24:00', /no date/],
    ['2026-03-02T09:00:00+01:60', /no date/],
    ['0000-01-01T00:00:00Z', /no date/],
    ['0099-01-01T00:00:00Z', /no date/],
    [new Date(1_772_442_000_000), /adapter/],
    [1_772_442_000_000n, /adapter/],
    [null, /adapter/],
    [undefined, /adapter/],
    [true, /adapter/],
    [[1_772_442_000_000], /adapter/],
    [{ valueOf: () => 1_772_442_000_000 }, /adapter/],
  ];
  for (const [value, reason] of refused) {
    const shown = typeof value === 'string' ? JSON.stringify(value) : `${typeof value} ${String(value)}`;
    it(`refuses ${shown}, with a way out`, () => {
      const answer = parseInstant(value);
      assert.ok(typeof answer === 'string');
      assert.match(answer, reason);
      assert.match(answer, /\. \p{Lu}/u);
    });
  }

  it('decides at once, however long the text', () => {
    assert.equal(typeof parseInstant('2026-03-02T09:00:00.' + '0'.repeat(10_000_000) + 'Z'), 'string');
  });

  it('tells the form from what is almost it, and reads what the platform reads', () => {
    const property = fc.property(fc.oneof(wellFormed, realDates, almostWellFormed), (text) => {
      const answer = parseInstant(text);
      assert.equal(typeof answer === 'string' && answer.includes('ISO 8601'), !FORM.test(text));
      if (typeof answer === 'number') assert.equal(answer, Date.parse(text.replace(/(\.\d{3})\d+/, '$1')));
    });
    holds(property, 3_000);
  });
});
