import { expect, html } from '@open-wc/testing';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { answered, handCounted, handedOff, march } from '../../support/hand-made-records.js';
import { allInside, cellsOf, isReady, only, press, says, showPage, shows, wordsOf } from '../../support/kit-page.js';

type Impact = HTMLElementTagNameMap['impact-this-week'];

async function showImpact(records: readonly unknown[], more = {}): Promise<Impact> {
  const page = await showPage({ ...memoryAdapter(records), ...more }, html`<impact-this-week></impact-this-week>`);
  const impact = only(page, 'impact-this-week');
  await isReady(impact);
  return impact;
}

const figuresOf = (impact: Impact): readonly string[] =>
  allInside(impact, '.stage .figures > li').map((figure) => figure.innerText.replaceAll(/\s+/g, ' ').trim());

describe('<impact-this-week>', () => {
  it('is accessible', async () => {
    await expect(await showImpact(handCounted)).to.be.accessible();
  });

  it('shows the figures that a person counts, each with what it is of and how it changed', async () => {
    const impact = await showImpact(handCounted);
    expect(figuresOf(impact)).to.deep.equal([
      'Conversations resolved 2 set this week No clear change (1 then) 2 of this week still in their 72 hours',
      'Conversations handled 3 of 4 conversations No clear change (2 then)',
      'Average resolution time 3 min from 2 resolved, set this week 10 min last week Median 2 min 3 s',
      'Deflection rate 66.7% 2 of 3 handled 95% interval 21% to 94% No clear change (100.0% then) 1 of them can still change',
      'Feedback “helpful” 50.0% 1 of 2 answers 95% interval 9% to 91% Nothing to compare with last week',
    ]);
  });

  it('says since when it counts, and what it compares with', async () => {
    expect(wordsOf(await showImpact(handCounted))).to.contain(
      'Monday 9 March to now, against the same part of last week as it stood then',
    );
  });

  it('says up to when its data goes, and in which zone where nobody chose one', async () => {
    const impact = await showImpact(handCounted);
    expect(wordsOf(impact)).to.match(/Data as of Fri 13 Mar, 10:20$/);
    only(document, 'agent-performance').timeZone = null;
    await says(impact, 'times in ');
  });

  it('shows a dash where there is nothing to divide by, and a zero where there is nothing to count', async () => {
    const impact = await showImpact([answered('long-ago', march('01 09:00'))]);
    expect(figuresOf(impact)).to.deep.equal([
      'Conversations resolved 0 set this week No clear change (1 then)',
      'Conversations handled 0 of 0 conversations No clear change (0 then)',
      'Average resolution time — None resolved yet 2 min last week',
      'Deflection rate — Nothing handled yet Nothing to compare with last week',
      'Feedback “helpful” — No answers yet Nothing to compare with last week',
    ]);
  });

  it('claims a change only where it lies outside the noise', async () => {
    const before = Array.from({ length: 40 }, (_, index) => handedOff(`before-${index}`, march('03 09:00') + index));
    const now = Array.from({ length: 90 }, (_, index) => answered(`now-${index}`, march('11 09:00') + index));
    const [, handled, , deflection] = figuresOf(await showImpact([...before, ...now]));
    expect(handled).to.contain('+125.0% against last week');
    expect(deflection).to.contain('+100.0 points against last week');
  });

  it('leaves the interval out from a denominator of 100 on', async () => {
    const records = (amount: number) =>
      Array.from({ length: amount }, (_, index) => answered(`c${index}`, march('11 09:00') + index));
    expect(wordsOf(await showImpact(records(99)))).to.contain('95% interval');
    expect(wordsOf(await showImpact(records(100)))).not.to.contain('interval');
  });

  it('compares with nothing where the source knows only the present', async () => {
    const impact = await showImpact(handCounted, { history: 'snapshot' });
    expect(wordsOf(impact)).to.contain('without a comparison: this source only knows the present');
    expect(wordsOf(impact)).not.to.match(/last week|then\)/);
    press(impact, 'Show as table');
    await shows(impact, 'table');
    expect(allInside(impact, 'thead th').map((cell) => cell.textContent)).to.deep.equal(['Figure', 'This week', 'Of']);
  });

  it('shows the same figures as a table, with those of last week', async () => {
    const impact = await showImpact(handCounted);
    press(impact, 'Show as table');
    await shows(impact, 'table');
    expect(cellsOf(impact)).to.deep.equal([
      [
        'Conversations resolved',
        '2',
        'set this week2 of this week still in their 72 hours',
        '1',
        'No clear change (1 then)',
      ],
      ['Conversations handled', '3', 'of 4 conversations', '2', 'No clear change (2 then)'],
      [
        'Average resolution time',
        '3 min',
        'from 2 resolved, set this weekMedian 2 min 3 s',
        '10 min',
        '10 min last week',
      ],
      [
        'Deflection rate',
        '66.7%',
        '2 of 3 handled95% interval 21% to 94%1 of them can still change',
        '100.0%',
        'No clear change (100.0% then)',
      ],
      ['Feedback “helpful”', '50.0%', '1 of 2 answers95% interval 9% to 91%', '—', 'Nothing to compare with last week'],
    ]);
    press(impact, 'Show as chart');
    await shows(impact, 'figures');
  });

  it('speaks German where the page does', async () => {
    const impact = await showImpact(handCounted);
    impact.lang = 'de';
    await says(impact, 'Wirkung diese Woche');
    expect(figuresOf(impact)[3]).to.contain('66,7 %');
  });

  it('says in words what each figure is', async () => {
    const impact = await showImpact(handCounted);
    press(impact, 'Definition');
    const dialog = allInside<HTMLDialogElement>(impact, 'dialog')[0]!;
    expect(dialog.open).to.equal(true);
    expect(allInside(impact, 'dialog h3').length).to.equal(5);
    expect(dialog.innerText).to.contain('Europe/Berlin');
    await expect(impact).to.be.accessible();
    press(impact, 'Close');
    expect(dialog.open).to.equal(false);
  });

  it('says what would be here where nothing happened in either week', async () => {
    const impact = await showImpact([]);
    expect(wordsOf(impact)).to.contain('No conversations this week');
  });
});
