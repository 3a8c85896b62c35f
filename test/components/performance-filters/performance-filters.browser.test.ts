import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AgentPerformance } from '../../../components/agent-performance/agent-performance.js';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { answered, handCounted, march } from '../../support/hand-made-records.js';
import { emulateMedia } from '../../support/emulate-media.js';
import { allInside, inside, only, showPage, spokenBy } from '../../support/kit-page.js';
import { failingAdapter, pagesAdapter, silentAdapter } from '../../support/odd-adapters.js';
import { recordWarnings } from '../../support/warnings.js';

type FiltersElement = HTMLElementTagNameMap['performance-filters'];

const records = [
  ...handCounted,
  { ...answered('mail', march('10 09:00')), channel: 'email' },
  { ...answered('none', march('10 10:00')), channel: null },
  { ...answered('own', march('10 11:00')), channel: 'Kiosk' },
];
const alone = html`<performance-filters></performance-filters>`;

async function show(
  adapter: PerformanceAdapter | null = memoryAdapter(records),
  content = alone,
): Promise<{ readonly page: AgentPerformance; readonly element: FiltersElement }> {
  const page = await showPage(adapter, content);
  const element = only(page, 'performance-filters');
  if (adapter !== null && adapter.conversations !== undefined) await aTimeout(0);
  return { page, element };
}

const words = (element: Element): string => textOf(inside(element, '.frame'));
const textOf = (element: HTMLElement): string => element.innerText.replaceAll(/\s+/g, ' ').trim();
const says = (element: FiltersElement, text: string): Promise<void> =>
  waitUntil(() => words(element).includes(text), `never "${text}", but: ${words(element)}`, { timeout: 4_000 });
const focusedIn = (element: Element): HTMLElement => element.shadowRoot!.activeElement as HTMLElement;
const control = (element: Element, index: 0 | 1): HTMLElement => allInside(element, '.control')[index]!;
const isOpen = (element: Element, index: 0 | 1): boolean =>
  allInside(element, '.panel')[index]!.matches(':popover-open');

async function openByKey(element: FiltersElement, index: 0 | 1): Promise<void> {
  control(element, index).focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => isOpen(element, index) && focusedIn(element)?.classList.contains('option'), 'never opened');
}

describe('<performance-filters>', () => {
  it('is accessible, closed and with either panel open', async () => {
    const { element } = await show();
    await says(element, 'Data as of');
    await expect(element).to.be.accessible();
    for (const index of [0, 1] as const) {
      await openByKey(element, index);
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'Escape' });
    }
  });

  it('says range with its days, channels, zone, and up to when the data goes', async () => {
    const { element } = await show();
    await says(element, 'Data as of Fri 13 Mar, 10:20 Refresh');
    expect(textOf(control(element, 0))).to.match(/^Range .*Last 12 weeks 22 Dec 2025 – 13 Mar 2026$/);
    expect(textOf(control(element, 1))).to.equal('Channels All');
    expect(words(element)).to.contain('Zone Europe/Berlin');
  });

  it('offers ranges with their days, and asks for the one that is chosen', async () => {
    const { page, element } = await show();
    await says(element, 'Data as of');
    await openByKey(element, 0);
    expect(allInside(element, '.panel button.option').map((option) => textOf(option))).to.deep.equal([
      'This week 9–13 Mar',
      'Last 4 weeks 16 Feb – 13 Mar',
      'Last 12 weeks 22 Dec 2025 – 13 Mar 2026',
      'Last 26 weeks 15 Sept 2025 – 13 Mar 2026',
      'This quarter 1 Jan – 13 Mar',
      'Last quarter 1 Oct – 31 Dec 2025',
    ]);
    expect(textOf(focusedIn(element))).to.contain('Last 12 weeks');
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => page.filters.range === '4w');
    expect(isOpen(element, 0)).to.equal(false);
    expect(focusedIn(element)).to.equal(control(element, 0));
    await says(element, '16 Feb – 13 Mar');
    expect(textOf(control(element, 0))).to.contain('Last 4 weeks');
  });

  it('asks for days of one’s own, and says what is wrong with them', async () => {
    const { page, element } = await show();
    await says(element, 'Data as of');
    await openByKey(element, 0);
    const [first, last] = allInside<HTMLInputElement>(element, 'input[type="date"]');
    expect([first!.value, last!.value]).to.deep.equal(['2025-12-22', '2026-03-13']);
    const apply = inside<HTMLButtonElement>(element, 'form button');
    const wrong = [
      ['', '2026-03-01', 'Choose both days.'],
      ['2026-03-02', '2026-03-01', 'The first day is after the last one.'],
      ['0001-01-01', '9999-12-31', 'Choose at most 69,993 days.'],
    ] as const;
    for (const [from, to, text] of wrong) {
      first!.value = from;
      last!.value = to;
      apply.click();
      await waitUntil(() => inside(element, '[role="alert"]').textContent.trim() === text, text);
      expect(first!.getAttribute('aria-invalid')).to.equal('true');
      expect(focusedIn(element)).to.equal(first);
    }
    expect(page.filters.range).to.equal('12w');
    first!.value = '2026-01-05';
    last!.value = '2026-03-01';
    apply.click();
    await waitUntil(() => page.filters.range === '2026-01-05..2026-03-01');
    await says(element, '5 Jan – 1 Mar');
    expect(isOpen(element, 0)).to.equal(false);
  });

  it('offers the channels that occur by their names, and all again without any', async () => {
    const { page, element } = await show();
    await says(element, 'Data as of');
    await openByKey(element, 1);
    const boxes = (): readonly HTMLInputElement[] => allInside<HTMLInputElement>(element, 'input[type="checkbox"]');
    const ticked = (): readonly boolean[] => boxes().map(({ checked }) => checked);
    expect(allInside(element, 'label.option-line').map((line) => textOf(line))).to.deep.equal([
      'All channels',
      'Kiosk',
      'Chat',
      'Email',
      'Unknown',
    ]);
    expect(ticked()).to.deep.equal([true, false, false, false, false]);
    const shows = (text: string): Promise<void> =>
      waitUntil(() => textOf(control(element, 1)) === `Channels ${text}`, `never ${text}`);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Space' });
    await shows('Kiosk');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Space' });
    await shows('Kiosk, Chat');
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Space' });
    await shows('3 channels');
    expect(page.filters.channels).to.deep.equal(['Kiosk', 'chat', 'unknown']);
    expect(ticked()).to.deep.equal([false, true, true, false, true]);
    expect(isOpen(element, 1)).to.equal(true);
    for (const index of [1, 2, 4]) {
      boxes()[index]!.click();
      await aTimeout(0);
    }
    await shows('All');
    expect(page.filters.channels).to.equal(null);
  });

  it('keeps a chosen channel in its list that does not occur', async () => {
    const { page, element } = await show();
    page.filters = { channels: ['fax'] };
    await says(element, 'Channels fax');
    expect(textOf(allInside(element, 'label.option-line').at(-1)!) || 'fax').to.equal('fax');
  });

  it('chooses day, week and month by the arrow keys, one tab stop, in the direction of reading', async () => {
    const { page, element } = await show();
    const radios = allInside(element, '[role="radio"]');
    const checked = (): string[] =>
      radios.filter((radio) => radio.getAttribute('aria-checked') === 'true').map((radio) => radio.innerText.trim());
    expect(radios.filter(({ tabIndex }) => tabIndex === 0).length).to.equal(1);
    radios[1]!.focus();
    for (const [key, grain] of [
      ['ArrowRight', 'month'],
      ['ArrowRight', 'day'],
      ['ArrowLeft', 'month'],
      ['Home', 'day'],
      ['End', 'month'],
      ['ArrowUp', 'week'],
    ] as const) {
      await sendKeys({ press: key });
      await waitUntil(() => page.filters.grain === grain, `${key}: ${grain}`);
    }
    await waitUntil(() => checked()[0] === 'Week');
    inside(element, '.frame').setAttribute('dir', 'rtl');
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => page.filters.grain === 'day');
    expect(focusedIn(element)).to.equal(radios[0]);
  });

  it('says why days cannot be chosen for years, and shows what is shown instead', async () => {
    const { page, element } = await show();
    await says(element, 'Data as of');
    page.filters = { range: '104w', grain: 'day' };
    const [day, week] = allInside(element, '[role="radio"]');
    await waitUntil(() => day!.getAttribute('aria-disabled') === 'true');
    expect(week!.getAttribute('aria-checked')).to.equal('true');
    expect(day!.title).to.equal('Too many points for this range');
    await expect(element).to.be.accessible();
    week!.focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(focusedIn(element)).to.equal(day);
    await aTimeout(0);
    expect(page.filters).to.deep.equal({ range: '104w', grain: 'day', channels: null });
  });

  it('shows nothing of a request that is refused', async () => {
    const { page, element } = await show();
    await says(element, 'Data as of');
    page.addEventListener('filters-request', (event) => event.preventDefault());
    await openByKey(element, 1);
    const box = allInside<HTMLInputElement>(element, 'input[type="checkbox"]')[1]!;
    setTimeout(() => box.click());
    const request = (await oneEvent(page, 'filters-request')) as CustomEvent;
    expect(request.detail).to.deep.equal({ channels: ['Kiosk'] });
    await waitUntil(() => !box.checked);
    expect(textOf(control(element, 1))).to.equal('Channels All');
  });

  it('asks the source again, says what came of it, and keeps the focus', async () => {
    let broken = false;
    const adapter = pagesAdapter(async function* () {
      if (broken) throw new Error('no');
      yield { conversations: records };
    });
    const { element } = await show(adapter);
    await says(element, 'Data as of Fri 13 Mar, 10:20 Refresh');
    const button = inside<HTMLButtonElement>(element, '.as-of button');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => spokenBy(element).startsWith('Data as of Fri 13 Mar, 10:20'));
    expect(adapter.asked).to.equal(2);
    broken = true;
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => spokenBy(element) === 'The last refresh did not get through.');
    await says(element, 'Try again');
    expect(focusedIn(element)).to.equal(button);
    broken = false;
    await sendKeys({ press: 'Enter' });
    await says(element, '10:20 Refresh');
    expect(focusedIn(element)).to.equal(button);
  });

  it('says that it loads, and that the data did not load, and tries again', async () => {
    const loading = await show(silentAdapter());
    await says(loading.element, 'Loading…');
    expect(inside(loading.element, '.as-of button').getAttribute('aria-disabled')).to.equal('true');
    await expect(loading.element).to.be.accessible();
    const { adapter, mend } = failingAdapter('timeout', records);
    const failed = await show(adapter);
    await says(failed.element, 'The data did not load Try again');
    await expect(failed.element).to.be.accessible();
    mend();
    inside<HTMLButtonElement>(failed.element, '.as-of button').click();
    await says(failed.element, 'Data as of');
  });

  it('works before there is a source, and says that there is none', async () => {
    const { page, element } = await show(null);
    await says(element, 'No data source yet');
    inside<HTMLButtonElement>(element, '[role="radio"]').click();
    await waitUntil(() => page.filters.grain === 'day');
    await openByKey(element, 0);
    allInside<HTMLButtonElement>(element, '.panel button.option')[0]!.click();
    await waitUntil(() => page.filters.range === 'this-week');
    await expect(element).to.be.accessible();
  });

  it('says where it belongs without a page around it', async () => {
    const element = await fixture<FiltersElement>(alone);
    await says(element, 'put this element inside <agent-performance>');
    await expect(element).to.be.accessible();
  });

  it('closes a panel by Tab, and by a click elsewhere', async () => {
    const { element } = await show();
    await says(element, 'Data as of');
    await openByKey(element, 1);
    await sendKeys({ press: 'Escape' });
    expect(focusedIn(element)).to.equal(control(element, 1));
    await openByKey(element, 1);
    for (let stops = 0; stops < 8 && isOpen(element, 1); stops += 1) await sendKeys({ press: 'Tab' });
    expect(isOpen(element, 1)).to.equal(false);
    expect(focusedIn(element).getAttribute('role')).to.equal('radio');
  });

  it('is written in German', async () => {
    const { page, element } = await show();
    page.lang = 'de';
    await says(element, 'Zeitraum');
    for (const text of [
      'Letzte 12 Wochen',
      'Kanäle Alle',
      'Tag Woche Monat',
      'Zeitzone Europe/Berlin',
      'Aktualisieren',
    ]) {
      await says(element, text);
    }
  });

  it('warns of nothing, and has no style attribute', async () => {
    const warnings = recordWarnings();
    const { element } = await show();
    await says(element, 'Data as of');
    const said = warnings.stop();
    expect(said).to.deep.equal([]);
    expect(element.shadowRoot!.querySelectorAll('[style]:not(.panel)').length).to.equal(0);
  });
});

describe('the room of <performance-filters>', () => {
  for (const width of [240, 320, 700, 1200]) {
    it(`suffices at ${width} px, closed and open`, async () => {
      const content = html`<div class="box"><performance-filters></performance-filters></div>`;
      const { page, element } = await show(memoryAdapter(records), content);
      page.querySelector<HTMLElement>('.box')!.style.inlineSize = `${width}px`;
      for (const lang of ['en', 'de']) {
        page.lang = lang;
        await says(element, lang === 'en' ? 'Refresh' : 'Aktualisieren');
        const frame = inside(element, '.frame');
        expect(frame.scrollWidth, lang).to.be.at.most(frame.clientWidth);
        for (const index of [0, 1] as const) {
          await openByKey(element, index);
          const panel = allInside(element, '.panel')[index]!;
          const box = panel.getBoundingClientRect();
          expect(box.left).to.be.at.least(0);
          expect(box.right).to.be.at.most(document.documentElement.clientWidth);
          expect(panel.scrollWidth).to.be.at.most(panel.clientWidth);
          await sendKeys({ press: 'Escape' });
        }
      }
      for (const target of allInside(element, 'button')) {
        const { width: across, height } = target.getBoundingClientRect();
        if (across > 0) expect(Math.min(across, height), target.innerText).to.be.at.least(24);
      }
    });
  }

  it('is the same from loading over data to a failed refresh', async () => {
    let answer = (): void => {};
    const adapter = pagesAdapter(async function* () {
      await new Promise<void>((resolve) => (answer = resolve));
      yield { conversations: records };
    });
    const { element } = await show(adapter);
    await says(element, 'Loading…');
    const places = (): string =>
      JSON.stringify([
        element.offsetHeight,
        ...allInside(element, '.control, .segments, .zone, .as-of').map((part) => part.getBoundingClientRect().x),
      ]);
    const before = places();
    answer();
    await says(element, 'Data as of');
    expect(places()).to.equal(before);
  });

  it('is none on paper', async () => {
    const { element } = await show();
    await emulateMedia({ media: 'print' });
    expect(element.offsetHeight).to.equal(0);
  });

  it('tells the chosen grain in forced colours', async () => {
    const { element } = await show();
    await emulateMedia({ forcedColors: 'active' });
    const chosen = inside(element, '[aria-checked="true"]');
    expect(getComputedStyle(chosen).outlineStyle).to.equal('solid');
    await expect(element).to.be.accessible();
  });
});
