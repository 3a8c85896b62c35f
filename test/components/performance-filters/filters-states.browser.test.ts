import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { allInside, inside, spokenBy } from '../../support/kit-page.js';
import { failingAdapter, pagesAdapter, silentAdapter } from '../../support/odd-adapters.js';
import { recordWarnings } from '../../support/warnings.js';
import {
  type FiltersElement,
  alone,
  control,
  focusedIn,
  isOpen,
  openByKey,
  records,
  says,
  show,
} from './filters-page.js';
import { waitUntil } from '../../support/wait-until.js';

describe('<performance-filters>, whatever its source does', () => {
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
