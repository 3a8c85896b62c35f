import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFormat } from '../../../src/localize/format.js';

const english = createFormat('en', 'Europe/Berlin');
const german = createFormat('de', 'Europe/Berlin');
const friday = Date.UTC(2026, 2, 13, 9, 20);
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');

describe('createFormat', () => {
  it('hands back one object for a locale and a zone', () => {
    assert.equal(createFormat('en', 'Europe/Berlin'), english);
    assert.notEqual(createFormat('en', 'UTC'), english);
  });

  it('refuses a zone that does not exist', () => {
    assert.throws(() => createFormat('en', 'Europe/Atlantis'), RangeError);
  });

  it('writes a dash where there is nothing to divide by', () => {
    for (const write of [english.count, english.ratio, english.change, english.duration, english.day]) {
      assert.equal(write(null), '—');
      assert.equal(write(Number.NaN), '—');
    }
    assert.deepEqual(english.ratioParts(null), [{ kind: 'number', text: '—' }]);
  });

  it('writes counts and ratios the way the language does', () => {
    assert.equal(english.count(1262), '1,262');
    assert.equal(german.count(1262), '1.262');
    assert.equal(english.compact(1500), '1.5k');
    // Grouped like every other number of the page, though German leaves it out of short ones.
    assert.equal(german.compact(1000), '1.000');
    assert.equal(english.ratio(0.6123), '61.2%');
    assert.equal(plain(german.ratio(0.6123)), '61,2 %');
    assert.equal(english.ratioTick(0.5), '50%');
    assert.equal(english.ratioSpoken(0.6123), '61.2 percent');
    assert.equal(german.ratioSpoken(0.6123), '61,2 Prozent');
  });

  it('signs differences with a real minus and leaves nothing unsigned but zero', () => {
    assert.equal(english.points(0.537, 0.5), '+3.7');
    assert.equal(english.points(0.469, 0.5), '\u22123.1');
    assert.equal(english.points(0.5, 0.5), '0.0');
    assert.equal(english.change(-0.09), '\u22129.0%');
    assert.equal(plain(german.change(0.098)), '+9,8 %');
  });

  it('splits a ratio so that the sign can be set smaller, in the order of the language', () => {
    assert.deepEqual(german.ratioParts(0.563), [
      { kind: 'number', text: '56,3' },
      { kind: 'unit', text: '\u00a0%' },
    ]);
    assert.deepEqual(createFormat('tr', 'UTC').ratioParts(0.563), [
      { kind: 'unit', text: '%' },
      { kind: 'number', text: '56,3' },
    ]);
  });

  it('writes bytes in the unit that fits', () => {
    assert.equal(plain(english.bytes(900)), '900 byte');
    assert.equal(plain(english.bytes(3_240_000)), '3.2 MB');
  });
});

describe('duration', () => {
  const cases: readonly (readonly [number, string])[] = [
    [0, 'under 1 s'],
    [999, 'under 1 s'],
    [1_000, '1 s'],
    [252_000, '4 min 12 s'],
    [240_000, '4 min'],
    [3_599_700, '1 h'],
    [24_120_000, '6 h 42 min'],
    [86_399_999, '1 d'],
    [273_600_000, '3 d 4 h'],
    [90 * 86_400_000, '90 d'],
  ];
  for (const [ms, text] of cases) {
    it(`writes ${ms} ms as ${text}`, () => assert.equal(plain(english.duration(ms)), text));
  }

  it('keeps a unit on the line of its number', () => {
    assert.equal(english.duration(252_000), '4\u00a0min 12\u00a0s');
  });

  it('comes in parts and in spoken words', () => {
    assert.deepEqual(
      english.durationParts(252_000).map((part) => part.text),
      ['4', '\u00a0min', ' 12', '\u00a0s'],
    );
    assert.equal(english.durationSpoken(252_000), '4 minutes, 12 seconds');
    assert.equal(german.durationSpoken(500), 'unter 1 Sekunde');
  });

  it('is the same text in parts and whole', () => {
    for (const locale of ['en', 'de', 'ar', 'tr', 'ja']) {
      const format = createFormat(locale, 'UTC');
      for (const ms of [0, 1_000, 252_000, 24_120_000]) {
        const parts = format.durationParts(ms).map((part) => part.text);
        assert.equal(parts.join(''), format.duration(ms));
      }
      const ratio = format.ratioParts(-0.563).map((part) => part.text);
      assert.equal(ratio.join(''), format.ratio(-0.563));
    }
  });

  it('uses the words of the language where its script is not Latin', () => {
    assert.doesNotMatch(createFormat('ar', 'UTC').duration(252_000), /min/);
  });
});

describe('points', () => {
  it('are the difference of the two ratios as they are shown', () => {
    for (let after = 0; after <= 1_000; after += 7) {
      for (let before = 3; before <= 997; before += 31) {
        const ratios = [after / 1_000 + 0.000_49, before / 1_000 - 0.000_49] as const;
        const [shown, shownThen] = ratios.map((ratio) => Number.parseFloat(english.ratio(ratio)));
        const points = Number.parseFloat(english.points(...ratios).replace('\u2212', '-'));
        assert.equal(points, Number((shown! - shownThen!).toFixed(1)), `${ratios.join(' and ')}`);
      }
    }
    assert.equal(english.ratio(0.612_49), '61.2%');
    assert.equal(english.ratio(0.725_51), '72.6%');
    assert.equal(english.points(0.612_49, 0.725_51), '\u221211.4');
  });
});

describe('dates', () => {
  it('are civil dates of the zone', () => {
    assert.equal(english.dateTime(friday), 'Fri 13 Mar, 10:20');
    assert.equal(german.dateTime(friday), 'Fr, 13. März, 10:20');
    assert.equal(createFormat('en', 'Pacific/Auckland').day(friday), '13 Mar');
    assert.equal(createFormat('en', 'Pacific/Auckland').time(friday), '22:20');
    assert.equal(english.weekdayDay(friday), 'Friday 13 March');
  });

  it('follow the American order where the page says en-US', () => {
    assert.equal(createFormat('en-US', 'Europe/Berlin').day(friday), 'Mar 13');
  });

  it('name the year only where it differs from the reference', () => {
    assert.equal(english.dayLong(friday), '13 March');
    assert.equal(english.dayLong(friday, Date.UTC(2026, 5, 1)), '13 March');
    assert.equal(english.dayLong(friday, Date.UTC(2027, 0, 4)), '13 March 2026');
    assert.equal(english.dateTime(friday, Date.UTC(2026, 5, 1)), 'Fri 13 Mar, 10:20');
    assert.equal(english.dateTime(friday, Date.UTC(2027, 0, 4)), 'Fri, 13 Mar 2026, 10:20');
    assert.equal(german.dateTime(friday, Date.UTC(2027, 0, 4)), 'Fr, 13. März 2026, 10:20');
    assert.equal(english.dateTimeShort(friday, Date.UTC(2027, 0, 4)), '13 Mar 2026, 10:20');
  });

  it('name the years of a stretch of days only where they differ from the reference, or from each other', () => {
    const [january, march] = [Date.UTC(2026, 0, 5, 12), Date.UTC(2026, 2, 13, 12)];
    const days = (first: number, last: number, reference?: number): string =>
      english.dayRange(first, last, reference).replaceAll(/\s+/g, ' ');
    assert.equal(days(january, march, march), '5 Jan – 13 Mar');
    assert.equal(days(january, march), '5 Jan – 13 Mar');
    assert.equal(days(january, march, Date.UTC(2027, 0, 5)), '5 Jan – 13 Mar 2026');
    assert.equal(days(Date.UTC(2025, 11, 22), march, march), '22 Dec 2025 – 13 Mar 2026');
  });

  it('say how long ago by civil days, not by 24 hours', () => {
    assert.equal(english.relative(friday - 30_000, friday), 'now');
    assert.equal(english.relative(friday - 25 * 60_000, friday), '25 minutes ago');
    assert.equal(english.relative(friday - 2 * 3_600_000, friday), '2 hours ago');
    assert.equal(english.relative(friday - 15 * 3_600_000, friday), 'yesterday');
    assert.equal(english.relative(friday - 3 * 86_400_000, friday), '3 days ago');
    assert.equal(english.relative(friday - 21 * 86_400_000, friday), '3 weeks ago');
    assert.equal(german.relative(friday - 400 * 86_400_000, friday), 'letztes Jahr');
  });

  it('know today and yesterday, across the night in which clocks change', () => {
    const afterChange = Date.UTC(2026, 2, 29, 10);
    assert.equal(english.nearDay(Date.UTC(2026, 2, 28, 22, 30), afterChange), 'yesterday');
    assert.equal(english.nearDay(Date.UTC(2026, 2, 28, 23, 30), afterChange), 'today');
    assert.equal(english.nearDay(afterChange - 3 * 86_400_000, afterChange), null);
  });
});
