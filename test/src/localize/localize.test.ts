import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { adapterErrorCodes } from '../../../src/errors.js';
import { direction, localize, textLocale } from '../../../src/localize/localize.js';
import { plainText } from '../../../src/localize/rich-text.js';
import { projectFolder } from '../../support/import-lines.js';

const english = localize('en', 'Europe/Berlin').messages;
const german = localize('de-AT', 'Europe/Berlin').messages;
const arabic = localize('ar', 'Europe/Berlin').messages;
const monday = Date.UTC(2026, 2, 1, 23);
const plain = (text: Parameters<typeof plainText>[0]) => plainText(text).replaceAll('\u00a0', ' ');

/** Paths of everything in a catalogue, with what kind of message stands there. */
function shape(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => shape(inner, `${path}.${key}`));
}

describe('localize', () => {
  it('goes by the primary language', () => {
    assert.equal(localize('de-CH', 'UTC').messages.impact.title, 'Wirkung diese Woche');
    assert.equal(localize('en-US', 'UTC').messages.impact.title, 'Impact this week');
  });

  it('falls back to English with English numbers, and says so', () => {
    const fallback = localize('fr', 'UTC');
    assert.equal(fallback.locale, 'en');
    assert.equal(fallback.format.ratio(0.612), '61.2%');
    assert.equal(textLocale('no tag at all'), 'en');
    assert.equal(textLocale(''), 'en');
  });

  it('hands back one object for a language and a zone', () => {
    assert.equal(localize('de', 'UTC'), localize('de', 'UTC'));
  });

  it('knows the writing direction of a language by its script', () => {
    assert.equal(direction('ar'), 'rtl');
    assert.equal(direction('he-IL'), 'rtl');
    assert.equal(direction('az-Arab'), 'rtl');
    assert.equal(direction('de'), 'ltr');
    assert.equal(direction('?'), 'ltr');
  });

  it('has the same messages in every language', () => {
    for (const language of [german, arabic]) assert.deepEqual(shape(language).toSorted(), shape(english).toSorted());
  });

  it('has no message whose name no element knows', () => {
    const code = ['components', 'src/export', 'src/reports']
      .map((name) => join(projectFolder, name))
      .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const names = shape(english).map((message) => message.replace(/^.*\.|:.*$/g, ''));
    assert.deepEqual(
      names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code)),
      [],
    );
  });

  it('has a reason in words for every error an adapter can give', () => {
    for (const { failed } of [english.card, german.card, arabic.card]) {
      const reasons = adapterErrorCodes.map((errorCode) => failed.reason(errorCode));
      assert.equal(new Set(reasons).size, adapterErrorCodes.length);
    }
  });
});

describe('messages', () => {
  it('say a change with its sign, its unit and its words', () => {
    assert.equal(plain(english.comparison.points(0.537, 0.5)), '+3.7 points against last week');
    assert.equal(plain(german.comparison.points(0.537, 0.5)), '+3,7 Punkte zur Vorwoche');
    assert.equal(plain(english.comparison.noClearChange('301')), 'No clear change (301 then)');
    assert.equal(plain(german.comparison.noClearChange('301')), 'Keine klare Änderung (damals 301)');
  });

  it('set times side by side without claiming a change', () => {
    assert.equal(plain(english.comparison.timeThen(230_000)), '3 min 50 s last week');
  });

  it('follow the plural rules', () => {
    assert.equal(english.card.leftOut(1), '1 record was left out');
    assert.equal(english.card.leftOut(3), '3 records were left out');
    assert.equal(german.card.leftOut(1), '1 Datensatz wurde ausgelassen');
    assert.equal(german.gaps.shown(10, 38), '10 von 38 Themen');
    assert.equal(english.gaps.shown(1, null), '1 topic');
  });

  it('say a point of a chart in full', () => {
    const point = {
      grain: 'week',
      start: monday,
      reference: monday,
      name: english.rateCharts['resolution-rate-chart'].name,
      rate: 1208 / 1973,
      numerator: 1208,
      denominator: 1973,
      state: 'settling',
      pending: '90 still in their 72 hours',
      low: 0.586,
      high: 0.619,
    } as const;
    assert.equal(
      english.spoken.rate(point),
      'Week of 2 March, resolution rate 61.2 percent, 1,208 of 1,973, settling, 90 still in their 72 hours, can end between 58.6 percent and 61.9 percent',
    );
    assert.equal(
      german.spoken.rate({
        ...point,
        name: german.rateCharts['resolution-rate-chart'].name,
        rate: null,
        state: 'open',
        pending: '90 noch in ihren 72 Stunden',
      }),
      'Woche ab 2. März, noch keine Lösungsquote, läuft noch, 90 noch in ihren 72 Stunden, kann zwischen 58,6 Prozent und 61,9 Prozent enden',
    );
  });

  it('sum a chart up in sentences', () => {
    const first = { rate: 0.509, start: monday - 6 * 604_800_000 };
    const last = { rate: 0.612, start: monday };
    const summary = {
      label: 'Resolution rate',
      grain: 'week',
      reference: monday,
      buckets: 8,
      nothing: 'nothing settled yet',
      unfinished: 1,
    } as const;
    assert.equal(
      english.spoken.summary({ ...summary, first, last, lowest: first, highest: last }),
      'Resolution rate over 8 weeks: from 50.9 percent in the week of 19 January to 61.2 percent in the week of 2 March. Lowest 50.9 percent in the week of 19 January, highest 61.2 percent in the week of 2 March. Not complete yet: one week.',
    );
    assert.equal(
      english.spoken.summary({ ...summary, buckets: 1, first: null, last: null, lowest: null, highest: null }),
      'Resolution rate over one week: nothing settled yet. Not complete yet: one week.',
    );
  });

  it('name the year wherever a date is not of the reader’s own', () => {
    const reference = Date.UTC(2027, 3, 1);
    const at = monday + 10 * 3_600_000;
    const settled = { grain: 'week', reference, current: null, earlier: 2, settledBy: at, dashed: false } as const;
    for (const { card, impact, rateCharts, spoken, buckets } of [english, german, arabic]) {
      const rate = { rate: 0.5, start: monday };
      const summary = { label: 'x', grain: 'week', reference, buckets: 8, nothing: 'x', unfinished: 0 } as const;
      const point = { ...rate, grain: 'week', reference, name: 'x', numerator: 1, denominator: 2 } as const;
      for (const text of [
        card.asOf(at, reference),
        card.asOfIn(at, reference, 'UTC'),
        plain(card.stale(at, reference)),
        impact.note(monday, reference),
        impact.noteSnapshot(monday, reference),
        rateCharts['resolution-rate-chart'].pending.point(3, at, reference),
        rateCharts['resolution-rate-chart'].pending.foot(settled),
        buckets.title('week', monday, reference),
        spoken.rate({ ...point, state: 'complete' }),
        spoken.summary({ ...summary, first: rate, last: rate, lowest: rate, highest: rate }),
      ]) {
        assert.match(text, /2026|٢٠٢٦/);
      }
    }
  });

  it('say of which week the pending ones are, and the band beside them', () => {
    const unfinished = {
      grain: 'week',
      reference: monday,
      current: { pending: 738, low: 0.586, high: 0.619 },
      earlier: 12,
      settledBy: monday + 10 * 3_600_000,
      dashed: true,
    } as const;
    assert.equal(
      english.rateCharts['resolution-rate-chart'].pending.foot(unfinished),
      'Dashed: 738 conversations of this week still in their 72 hours; the band shows where the rate can end, ' +
        '58.6% to 61.9%. 12 more of earlier weeks. Settled by Mon 2 Mar, 10:00.',
    );
    assert.equal(
      german.rateCharts['resolution-rate-chart'].pending!.foot({
        ...unfinished,
        current: null,
        earlier: 1,
        settledBy: null,
        dashed: false,
      }),
      '1 Gespräch früherer Wochen noch in seinen 72 Stunden.',
    );
  });

  it('name a stale time by its day where that is near', () => {
    const now = Date.UTC(2026, 2, 13, 9);
    assert.equal(
      plain(english.card.stale(Date.UTC(2026, 2, 12, 17, 5), now)),
      'As of yesterday, 18:05. The last refresh did not get through.',
    );
    assert.equal(
      plain(german.card.stale(Date.UTC(2026, 2, 12, 17, 5), now)),
      'Stand von gestern, 18:05. Die letzte Aktualisierung kam nicht durch.',
    );
  });

  it('name the rules of judging, foreign ones as well', () => {
    const rules = { windowMs: 72 * 3_600_000, requireNoHuman: true, unknownGrounding: 'undeterminable' } as const;
    assert.equal(english.definitions.rules(rules)[0], 'A conversation settles 72 hours after the agent’s last reply.');
    const foreign = german.definitions.rules({ ...rules, windowMs: 3_600_000, requireNoHuman: false });
    assert.equal(foreign[0], 'Ein Gespräch ist 1 Stunde nach der letzten Antwort des Agenten entschieden.');
    assert.notEqual(foreign[1], german.definitions.rules(rules)[1]);
  });

  it('write the interval in whole percents', () => {
    assert.equal(english.figures.interval(0.5403, 0.6149), '95% interval 54% to 61%');
  });
});
