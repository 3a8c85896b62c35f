import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChartModel } from '../../../components/chart/chart-model.js';
import { namedTable } from '../../../components/reports/card-parts.js';
import type { Presentation, ReportFace } from '../../../components/reports/report-presentation.js';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import { localize, type Localization } from '../../../src/localize/localize.js';
import { plainText } from '../../../src/localize/rich-text.js';
import { createStore, type ReportingStore } from '../../../src/reports/reporting-store.js';
import { reports, type ReportName } from '../../../src/reports/reports.js';
import { runReport } from '../../../src/reports/run-report.js';
import type { Grain } from '../../../src/time/civil.js';
import { demoRecords } from '../../support/demo-records.js';
import { handCounted, NOW_MS } from '../../support/hand-made-records.js';
import { languages, partsOf, reportNames } from '../../support/report-parts.js';

const DAY_MS = 86_400_000;
const timeZone = 'Europe/Berlin';
const grains: readonly Grain[] = ['day', 'week', 'month'];

/** Names that only the code knows. */
const keys = reportNames.flatMap((report) => [report, ...reports[report].series.map(({ key }) => key)]);
const codeWords = [
  ...keys.filter((key) => /[A-Z-]/.test(key)),
  'undefined',
  'null',
  'NaN',
  '[object',
  'channel:',
  'teammate:',
];

/** English words that stand in no German or Arabic sentence. */
const english =
  /\b(?:the|of|with|and|week|weeks|day|days|percent|conversations?|handled|resolved|pending|still|from)\b/i;

function storeOf(records: readonly ConversationRecord[]): ReportingStore {
  const store = createStore({ now: NOW_MS });
  store.upsert(records);
  return store;
}

/** A report in words, over a few weeks. */
function present(report: ReportName, store: ReportingStore, localization: Localization, grain: Grain): Presentation {
  const range = { from: NOW_MS - 18 * DAY_MS, to: NOW_MS + 1 };
  const result = runReport(store, report, { ...range, timeZone, weekStart: 1, grain });
  return partsOf(report).face.present(result, localization, { grain, today: NOW_MS });
}

/** Everything a chart says: to the eye, and to a screen reader. */
function textsOf(model: ChartModel): readonly string[] {
  return [
    model.label,
    model.summary,
    model.roleDescription,
    ...model.points.flatMap(({ label, title, stateLabel = title }) => [label, title, stateLabel]),
    ...model.series.flatMap(({ label, spoken, tooltips, endLabels = {} }) => [
      label,
      ...spoken,
      ...tooltips.flatMap(({ value, of, notes }) => [value, of, ...notes]),
      ...Object.values(endLabels),
    ]),
  ];
}

/** Everything a presentation says outside of its chart. */
function otherTextsOf(face: ReportFace, presentation: Presentation, localization: Localization): readonly string[] {
  const { note, headline, picture, foot } = presentation;
  const table = namedTable(face, presentation, localization);
  const texts: string[] = [note, table.caption, table.region];
  if (headline?.kind === 'keys') texts.push(...headline.keys.map(({ text }) => plainText(text)));
  if (headline?.kind === 'figure') texts.push(headline.figure.of ?? note, headline.figure.interval ?? note);
  if (picture.kind === 'breakdown') {
    const { bars = [], facts = [] } = picture.breakdown;
    texts.push(...bars.flatMap(({ label, value }) => [label, value]));
    texts.push(...facts.flatMap(({ label, value }) => [label, value]));
  }
  texts.push(...foot.map(({ text }) => plainText(text)), ...table.columns.map(({ label }) => label));
  return texts;
}

function isComplete(texts: readonly string[], about: string): void {
  for (const text of texts) {
    assert.equal(typeof text, 'string', about);
    assert.notEqual(text.trim(), '', `${about}: a text is empty`);
    for (const word of codeWords) assert.ok(!text.includes(word), `${about}: "${word}" in "${text}"`);
    assert.doesNotMatch(text, /\$\{|\s{2,}(?!$)|\(\)|, ?,/, about);
  }
}

function saysEachPoint({ points, series, axis }: ChartModel, { format }: Localization, about: string): void {
  for (const { key, values, spoken, tooltips } of series) {
    assert.deepEqual([values.length, spoken.length, tooltips.length], Array(3).fill(points.length), `${about}, ${key}`);
    assert.equal(new Set(spoken).size, points.length, `${about}, ${key}: two points say the same`);
    values.forEach((value, index) => {
      if (value === null) return;
      const number = axis.unit === 'ratio' ? format.ratioSpoken(value) : format.count(value);
      assert.ok(spoken[index]!.includes(number), `${about}, ${key}: expected ${number} in "${spoken[index]}"`);
    });
  }
}

describe('a report in words', () => {
  for (const [name, load] of [
    ['the demo', () => demoRecords(NOW_MS - 7 * DAY_MS, NOW_MS)],
    ['two weeks counted by hand', async () => handCounted],
  ] as const) {
    it(`says every point of every series in full, and nothing that only the code knows, of ${name}`, async () => {
      const store = storeOf(await load());
      for (const report of reportNames) {
        for (const locale of languages) {
          for (const grain of grains) {
            const about = `${report}, ${locale}, by ${grain}`;
            const localization = localize(locale, timeZone);
            const { face } = partsOf(report);
            const { title, figures } = face;
            const presentation = present(report, store, localization, grain);
            isComplete([title(localization), ...otherTextsOf(face, presentation, localization)], about);
            isComplete(
              figures(localization).flatMap(({ text, formula }) => [text, formula]),
              `${about}, definition`,
            );
            if (presentation.picture.kind !== 'chart') continue;
            isComplete(textsOf(presentation.picture.model), about);
            saysEachPoint(presentation.picture.model, localization, about);
          }
        }
      }
    });
  }

  it('is translated: no sentence of a chart is English where the page is not', () => {
    const store = storeOf(handCounted);
    for (const report of reportNames) {
      for (const locale of languages.filter((tag) => tag !== 'en')) {
        const { picture } = present(report, store, localize(locale, timeZone), 'week');
        const own = present(report, store, localize('en', timeZone), 'week').picture;
        if (picture.kind !== 'chart' || own.kind !== 'chart') continue;
        const sentences = [picture.model.summary, ...picture.model.series.flatMap(({ spoken }) => spoken)];
        for (const sentence of sentences) assert.doesNotMatch(sentence, english, `${report}, ${locale}`);
        assert.notEqual(picture.model.summary, own.model.summary);
        if (locale === 'ar') for (const sentence of sentences) assert.match(sentence, /\p{Script=Arabic}/u);
      }
    }
  });

  it('has a title and a help text of its own in every language', () => {
    for (const report of reportNames) {
      const { title, figures } = partsOf(report).face;
      const help = languages.map((locale) => {
        const localization = localize(locale, timeZone);
        return [title(localization), ...figures(localization).map(({ text }) => text)].join(' ');
      });
      assert.equal(new Set(help).size, languages.length, report);
    }
  });
});
