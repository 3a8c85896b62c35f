import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { watchTheme } from '../../../src/theme/watch-theme.js';
import { emulateMedia } from '../../support/emulate-media.js';
import { waitUntil } from '../../support/wait-until.js';

describe('watchTheme', () => {
  let box: HTMLElement;
  let calls = 0;
  let stop: () => void = () => undefined;

  beforeEach(async () => {
    box = await fixture<HTMLElement>(html`<div></div>`);
    calls = 0;
    stop = watchTheme(box, () => (calls += 1));
    await nextFrame();
    await nextFrame();
  });
  afterEach(() => stop());

  const isTold = (change: string): Promise<void> => waitUntil(() => calls > 0, `nothing told of ${change}`);

  it('is silent while nothing changes', async () => {
    await aTimeout(60);
    expect(calls).to.equal(0);
  });

  it('tells of a colour that a host sets', async () => {
    box.style.setProperty('--dg-series-2', 'oklch(0.7 0.2 30)');
    await isTold('the colour');
  });

  it('tells of a colour that changes on an ancestor', async () => {
    box.parentElement?.style.setProperty('--dg-surface', 'rebeccapurple');
    await isTold('the colour');
    box.parentElement?.style.removeProperty('--dg-surface');
  });

  it('tells of a colour in the document of a frame, and after the frame was loaded anew', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe srcdoc="<p></p>"></iframe>`);
    for (const visit of ['first', 'second']) {
      await waitUntil(() => frame.contentDocument?.querySelector('p') != null, `no ${visit} document`);
      const page = frame.contentDocument!;
      const inFrame = page.body.appendChild(page.createElement('div'));
      calls = 0;
      stop();
      stop = watchTheme(inFrame, () => (calls += 1));
      await nextFrame();
      await nextFrame();
      expect(calls).to.equal(0);
      inFrame.style.setProperty('--dg-series-2', 'oklch(0.7 0.2 30)');
      await isTold(`the colour in the ${visit} document`);
      page.querySelector('p')!.remove();
      frame.contentWindow!.location.reload();
    }
  });

  it('tells of another color-scheme', async () => {
    box.style.setProperty('color-scheme', 'dark');
    await isTold('the scheme');
  });

  it('tells of a length', async () => {
    box.style.setProperty('--dg-line-width', '3px');
    await isTold('the length');
  });

  it('tells of another writing direction', async () => {
    box.dir = 'rtl';
    await isTold('the direction');
  });

  it('tells of forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    await isTold('forced colours');
  });

  it('tells of printing', async () => {
    await emulateMedia({ media: 'print' });
    await isTold('printing');
  });

  it('tells once of many changes in a frame', async () => {
    for (const name of ['surface', 'text', 'series-1', 'series-2']) box.style.setProperty(`--dg-${name}`, 'red');
    await isTold('the colours');
    await aTimeout(40);
    expect(calls).to.equal(1);
  });

  it('says nothing after it has been stopped, and leaves nothing in the element', async () => {
    stop();
    box.style.setProperty('--dg-surface', 'red');
    await aTimeout(60);
    expect(calls).to.equal(0);
    expect(box.childElementCount).to.equal(0);
  });
});
