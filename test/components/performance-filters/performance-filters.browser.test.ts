import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { allInside, inside } from '../../support/kit-page.js';
import { control, focusedIn, isOpen, openByKey, says, show, textOf, words } from './filters-page.js';
import { waitUntil } from '../../support/wait-until.js';

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
    allInside(element, '.control')[1]!.click();
    await waitUntil(() => isOpen(element, 1));
    expect(textOf(allInside(element, 'label.option-line').at(-1)!)).to.equal('fax');
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
});
