import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { localize } from '../../../src/localize/localize.js';
import { runReport } from '../../../src/reports/run-report.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import { weeksBack } from '../../../src/time/range.js';
import { answered, handedOff, march, NOW_MS, unanswered, weekOf } from '../../support/hand-made-records.js';
import {
  allInside,
  cellsOf,
  inside,
  isReady,
  only,
  press,
  says,
  showPage,
  shows,
  wordsOf,
} from '../../support/kit-page.js';
import { waitUntil } from '../../support/wait-until.js';

type RateChart = HTMLElementTagNameMap['resolution-rate-chart'];

const calendar = { timeZone: 'Europe/Berlin', weekStart: 1 } as const;
const { format, messages } = localize('en', calendar.timeZone);

/** Eleven finished weeks, of which the last has one conversation that was asked again; and this week's pending ones. */
const records = [
  ...Array.from({ length: 11 }, (_, index) => weekOf(11 - index, 6 + (index % 4), 3)).flat(),
  answered('asked-again', march('08 12:00'), 2, [
    { type: 'message', at: march('10 12:00'), by: { kind: 'agent' }, sources: [{ title: 'Help' }], actions: [] },
  ]),
  ...['09 09:00', '09 09:30'].map((at, index) => answered(`settled-${index}`, march(at))),
  handedOff('settled-2', march('09 10:10')),
  answered('pending', march('12 12:00')),
];
const settledOnly = records.filter(({ id }) => !['asked-again', 'pending'].includes(id));

async function showChart(list: readonly unknown[] = records, range: string | null = null): Promise<RateChart> {
  const content = html`<resolution-rate-chart range=${range ?? '12w'}></resolution-rate-chart>`;
  const chart = only(await showPage(memoryAdapter(list), content), 'resolution-rate-chart');
  await shows(chart, 'chart', 'message');
  return chart;
}

/** The picture with its line in red on white, once it is drawn. */
async function drawn(chart: RateChart): Promise<ImageData> {
  chart.style.setProperty('--dg-series-2', '#ff0000');
  chart.style.setProperty('--dg-surface', '#ffffff');
  chart.scrollIntoView();
  const canvas = inside<HTMLCanvasElement>(chart, 'canvas');
  const pixels = (): ImageData => canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  await waitUntil(() => canvas.width > 0 && columns(pixels(), isLine).some(Boolean), 'no line was drawn');
  return pixels();
}

/** What a pixel of the red series belongs to, told by how much shines through it. */
type Ink = (red: number, green: number, alpha: number) => boolean;
const isLine: Ink = (red, green, alpha) => red > 200 && green < 60 && alpha > 200;
const isBand: Ink = (red, green, alpha) => red > 200 && green < 60 && alpha > 10 && alpha < 120;

/** For each column of pixels, whether some of them have the colour. */
function columns({ data, width, height }: ImageData, matches: Ink): readonly boolean[] {
  return Array.from({ length: width }, (_, x) =>
    Array.from({ length: height }, (_row, y) => 4 * (y * width + x)).some((place) =>
      matches(data[place]!, data[place + 1]!, data[place + 3]!),
    ),
  );
}

/** Lengths of the stretches with the colour, as shares of the width. */
function stretches(found: readonly boolean[]): readonly number[] {
  const text = found.map((is) => (is ? '#' : ' ')).join('');
  return (text.match(/#+/g) ?? []).map((run) => run.length / found.length);
}

describe('<resolution-rate-chart>', () => {
  it('is accessible as a chart and as a table', async () => {
    const chart = await showChart();
    await expect(chart).to.be.accessible();
    press(chart, 'Show as table');
    await shows(chart, 'table');
    await expect(chart).to.be.accessible();
  });

  it('draws settling weeks dashed and finished ones in one stroke', async () => {
    const lines = stretches(columns(await drawn(await showChart()), isLine));
    expect(lines[0]).to.be.greaterThan(0.5);
    expect(lines.length).to.be.greaterThan(4);
    expect(Math.max(...lines.slice(1))).to.be.lessThan(0.05);
  });

  it('draws the band of where a rate can end, and none where nothing is pending', async () => {
    const bandOf = async (list: readonly unknown[]): Promise<number> => {
      const found = columns(await drawn(await showChart(list)), isBand);
      return stretches(found).reduce((longest, length) => Math.max(longest, length), 0);
    };
    expect(await bandOf(records)).to.be.greaterThan(0.1);
    expect(await bandOf(settledOnly)).to.be.lessThan(0.05);
  });

  it('breaks its line where a week has nothing to divide by', async () => {
    const holes = records.filter(({ id }) => !/^[rf](6|7)-/.test(id));
    const lines = stretches(columns(await drawn(await showChart(holes)), isLine));
    expect(lines[0]).to.be.within(0.15, 0.5);
    expect(lines[1]).to.be.within(0.15, 0.5);
  });

  it('shows as a table, cell by cell, what the report answers, latest week first', async () => {
    const store = createStore({ now: NOW_MS });
    store.upsert(records);
    const result = runReport(store, 'resolution-rate-chart', { ...calendar, ...weeksBack(NOW_MS, 12, calendar) });
    const chart = await showChart();
    press(chart, 'Show as table');
    await shows(chart, 'table');
    const expected = result.buckets!.map(({ start, state }, index) => {
      const figure = result.series[0]!.figures[index]!;
      return [
        format.day(start, NOW_MS),
        format.ratio(figure.value),
        String(figure.numerator),
        String(figure.denominator),
        String(figure.pending),
        format.ratio(figure.low!),
        format.ratio(figure.high!),
        figure.interval == null ? '' : messages.figures.intervalRange(...figure.interval),
        messages.buckets.state(state),
      ];
    });
    expect(cellsOf(chart)).to.deep.equal(expected.toReversed());
    expect(cellsOf(chart)[0]).to.deep.equal([
      '9 Mar',
      '66.7%',
      '2',
      '3',
      '1',
      '50.0%',
      '75.0%',
      '21% to 94%',
      'Still running',
    ]);
    expect(cellsOf(chart)[1]!.at(-1)).to.equal('Settling');
  });

  it('has no column for intervals in its table where no week has less than 100 conversations settled', async () => {
    const chart = await showChart([...weekOf(1, 80, 20), ...weekOf(2, 70, 40)], '3w');
    press(chart, 'Show as table');
    await shows(chart, 'table');
    expect(inside(chart, 'thead').textContent).to.contain('Resolution rate').and.not.to.contain('interval');
  });

  it('says at its foot what is unfinished, how much and until when', async () => {
    expect(wordsOf(await showChart())).to.contain(
      'Dashed: 1 conversation of this week still in its 72 hours; the band shows where the rate can end, 50.0% to 75.0%. ' +
        '1 more of earlier weeks. Settled by Sun 15 Mar, 12:02.',
    );
  });

  it('names the year of what is not of the reader’s own, in an archive of an earlier one', async () => {
    const page = await showPage({ ...memoryAdapter(records), source: 'archive' });
    page.history = 'all';
    page.now = '2031-05-01T12:00:00+02:00';
    const chart = only(page, 'resolution-rate-chart');
    await says(chart, 'Data as of Thu, 12 Mar 2026');
    expect(inside(chart, '.chart-words').textContent).to.contain('in the week of 22 December 2025');
    press(chart, 'Show as table');
    await shows(chart, 'table');
    expect(cellsOf(chart)[0]![0]).to.equal('9 Mar 2026');
  });

  it('says each week in full by keyboard', async () => {
    const chart = await showChart();
    await drawn(chart);
    inside(chart, '.plot').focus();
    await sendKeys({ press: 'End' });
    await waitUntil(() => inside(chart, '[aria-live="polite"][aria-atomic]').textContent !== '');
    expect(inside(chart, '[aria-live="polite"][aria-atomic]').textContent).to.equal(
      'Week of 9 March, resolution rate 66.7 percent, 2 of 3, still running, 1 still in its 72 hours, ' +
        'can end between 50 percent and 75 percent',
    );
  });

  it('shows as many weeks as its range, and others when it changes', async () => {
    const chart = await showChart(records, '4w');
    press(chart, 'Show as table');
    await shows(chart, 'table');
    expect(cellsOf(chart).length).to.equal(4);
    chart.range = '26w';
    await chart.updateComplete;
    expect(cellsOf(chart).length).to.equal(26);
  });

  it('takes 12 weeks and says so once where its range makes no sense', async () => {
    const warned: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => void warned.push(text);
    try {
      const chart = await showChart(records, 'a fortnight');
      press(chart, 'Show as table');
      await shows(chart, 'table');
      expect(cellsOf(chart).length).to.equal(12);
      expect(warned.length).to.equal(1);
      expect(warned[0]).to.match(/^<resolution-rate-chart>: range: expected .*, got "a fortnight"\.$/);
    } finally {
      console.warn = warn;
    }
  });

  it('says that there is nothing in the range, and what would be there', async () => {
    const chart = await showChart([answered('long-ago', march('09 09:00') - 90 * 86_400_000)], '4w');
    expect(wordsOf(chart)).to.contain('No conversations in this range');
    expect(allInside(chart, '[role="menuitem"]').map((item) => item.ariaDisabled)).to.deep.equal([
      'true',
      'true',
      'true',
      null,
    ]);
  });

  it('draws no rate where nobody was answered', async () => {
    const chart = await showChart([unanswered('alone', march('09 09:00'))]);
    expect(wordsOf(chart)).to.contain('No conversations in this range');
  });

  it('keeps what it is shown as when its data changes', async () => {
    const chart = await showChart();
    press(chart, 'Show as table');
    await shows(chart, 'table');
    chart.adapter = memoryAdapter(records.slice(0, 20));
    await waitUntil(() => cellsOf(chart)[0]?.[3] === '0', 'the table stayed as it was');
    await isReady(chart);
    expect(inside(chart, 'table').isConnected).to.equal(true);
  });
});
