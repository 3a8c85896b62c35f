import { expect } from '@open-wc/testing';
import '../../../components/define.js';
import { localize } from '../../../src/localize/localize.js';
import { runReport } from '../../../src/reports/run-report.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import { filled, reaches, reportsOf, reportStates, showTags } from '../../support/report-page.js';
import { NOW_MS } from '../../support/hand-made-records.js';
import { allInside, inside, type KitElement } from '../../support/kit-page.js';
import { languages, partsOf, reportNames } from '../../support/report-parts.js';
import { windowOf } from '../../../src/filters/window-of.js';
import type { ReportName } from '../../../src/reports/reports.js';
import type { ChartModel } from '../../../components/chart/chart-model.js';

const timeZone = 'Europe/Berlin';
const calendar = { timeZone, weekStart: 1 } as const;
const store = createStore({ now: NOW_MS });
store.upsert(filled);

/** The chart of a report as it is on the page; null where it has none. */
function modelOf(report: ReportName, lang: string): ChartModel | null {
  const range = windowOf({ range: '4w' }, NOW_MS, calendar);
  const result = runReport(store, report, { ...range, ...calendar, grain: 'week' });
  const { picture } = partsOf(report).face.present(result, localize(lang, timeZone), { grain: 'week', today: NOW_MS });
  return picture.kind === 'chart' ? picture.model : null;
}

/** Everything a chart says on the way of some keys, each once. */
function saidBy(report: KitElement, keys: readonly string[]): ReadonlySet<string> {
  const plot = inside(report, '.plot');
  const spoken = inside(report, '.chart [aria-live="polite"]');
  const said = new Set<string>();
  for (const key of keys) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
    plot.dispatchEvent(event);
    expect(event.defaultPrevented, `${report.localName}: ${key} moves the page`).to.equal(true);
    said.add(spoken.textContent);
  }
  return said;
}

describe('the words of every chart', () => {
  for (const lang of languages) {
    it(`are reached by the arrow keys, point by point and series by series, in ${lang}`, async () => {
      const page = await showTags(reportNames, reportStates.ready.adapter(), { lang });
      await reaches(page, 'ready', lang);
      let charts = 0;
      for (const report of reportsOf(page)) {
        const model = modelOf(report.localName as ReportName, lang);
        expect(allInside(report, '.plot').length, report.localName).to.equal(model === null ? 0 : 1);
        if (model === null) continue;
        charts += 1;
        const plot = inside(report, '.plot');
        expect(plot.getAttribute('aria-label')).to.equal(model.label);
        expect(plot.getAttribute('aria-roledescription')).to.equal(model.roleDescription);
        expect(inside(report, `#${plot.getAttribute('aria-describedby')}`).textContent).to.equal(model.summary);

        const direction = getComputedStyle(plot).direction;
        const onwards = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
        const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
        const along = [...model.points.slice(1).map(() => onwards), 'Home'];
        const series = model.series.flatMap(() => [...along, 'ArrowUp']);
        const said = saidBy(report, ['Home', ...series]);
        expect([...said].toSorted(), report.localName).to.deep.equal(
          model.series.flatMap(({ spoken }) => spoken).toSorted(),
        );
        const returned = saidBy(report, ['End', ...model.points.map(() => back)]);
        expect(returned.size, report.localName).to.equal(model.points.length);
      }
      expect(charts).to.equal(9);
    });
  }

  it('stand beside every picture that is no chart, so that nothing is for the eye alone', async () => {
    const page = await showTags(reportNames, reportStates.ready.adapter());
    await reaches(page, 'ready');
    for (const report of reportsOf(page)) {
      if (modelOf(report.localName as ReportName, 'en') !== null) continue;
      for (const bar of allInside(report, '.stage .bars > li')) {
        expect(bar.innerText, report.localName).to.match(/\p{L}+[^]*\d/u);
      }
      for (const fact of allInside(report, '.stage .fact')) {
        expect(fact.innerText, report.localName).to.match(/\p{L}+[^]*[\d—]/u);
      }
      for (const picture of allInside(report, '.stage svg')) {
        expect(picture.getAttribute('aria-hidden'), report.localName).to.equal('true');
      }
    }
  });
});
