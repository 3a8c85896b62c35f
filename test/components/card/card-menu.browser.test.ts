import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { CardHost } from './card-host.js';
import './card-host.js';
import { waitUntil } from '../../support/wait-until.js';

const show = (): Promise<CardHost> => fixture(html`<test-card-host></test-card-host>`);
const button = (host: CardHost): HTMLButtonElement => host.find('.tools .menu-button');
const isOpen = (host: CardHost): boolean => host.find('.menu').matches(':popover-open');
const focusedText = (host: CardHost): string => (host.focused as HTMLElement | null)?.innerText.split('\n')[0] ?? '';

async function open(host: CardHost): Promise<void> {
  button(host).focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => host.focused?.getAttribute('role') === 'menuitem');
}

describe('the menu of a card', () => {
  it('is accessible, closed and open', async () => {
    const host = await show();
    await expect(host).to.be.accessible();
    await open(host);
    await expect(host).to.be.accessible();
  });

  it('opens by Enter on its first entry and says so', async () => {
    const host = await show();
    await open(host);
    expect(focusedText(host)).to.equal('Show as table');
    expect(button(host).getAttribute('aria-expanded')).to.equal('true');
  });

  it('opens by an arrow key on its first or last entry', async () => {
    const host = await show();
    button(host).focus();
    await sendKeys({ press: 'ArrowUp' });
    expect(focusedText(host)).to.equal('Definition');
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'ArrowDown' });
    await aTimeout(20);
    expect(focusedText(host)).to.equal('Show as table');
  });

  it('moves by arrows around, and to its ends by Home and End', async () => {
    const host = await show();
    await open(host);
    const steps = [
      ['ArrowDown', 'Second'],
      ['End', 'Definition'],
      ['ArrowDown', 'Show as table'],
      ['ArrowUp', 'Definition'],
      ['Home', 'Show as table'],
    ] as const;
    for (const [press, text] of steps) {
      await sendKeys({ press });
      expect(focusedText(host), press).to.equal(text);
    }
  });

  it('closes by Escape and hands the focus back', async () => {
    const host = await show();
    await open(host);
    await sendKeys({ press: 'Escape' });
    expect(isOpen(host)).to.equal(false);
    expect(host.focused).to.equal(button(host));
    await waitUntil(() => button(host).getAttribute('aria-expanded') === 'false');
  });

  it('closes by a click elsewhere and by a second click on its button', async () => {
    const host = await show();
    const box = button(host).getBoundingClientRect();
    const onButton: [number, number] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
    await sendMouse({ type: 'click', position: onButton });
    expect(isOpen(host)).to.equal(true);
    await sendMouse({ type: 'click', position: onButton });
    expect(isOpen(host)).to.equal(false);
    await sendMouse({ type: 'click', position: onButton });
    await sendMouse({ type: 'click', position: [5, 500] });
    expect(isOpen(host)).to.equal(false);
  });

  it('runs the chosen entry after it has closed', async () => {
    const host = await show();
    let seen: unknown;
    host.items = [{ label: 'Only', select: () => (seen = { open: isOpen(host), focused: host.focused }) }];
    await host.updateComplete;
    await open(host);
    await sendKeys({ press: 'Enter' });
    expect(seen).to.deep.equal({ open: false, focused: button(host) });
  });

  it('stands under its button and flush with its end, in both directions', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const page = await fixture<HTMLElement>(html`<div dir=${dir}><test-card-host></test-card-host></div>`);
      const host = page.querySelector<CardHost>('test-card-host') as CardHost;
      host.style.inlineSize = '400px';
      await open(host);
      const menu = host.find('.menu').getBoundingClientRect();
      const box = button(host).getBoundingClientRect();
      expect(menu.top, dir).to.be.closeTo(box.bottom + 4, 1);
      const [end, edge] = dir === 'ltr' ? [menu.right, box.right] : [menu.left, box.left];
      expect(end, dir).to.be.closeTo(edge, 1);
      await sendKeys({ press: 'Escape' });
    }
  });

  it('closes when the page scrolls under it', async () => {
    const host = await show();
    await open(host);
    globalThis.dispatchEvent(new Event('scroll'));
    expect(isOpen(host)).to.equal(false);
  });

  it('leaves nothing open when its element is taken away and put back', async () => {
    const host = await show();
    const parent = host.parentElement as HTMLElement;
    await open(host);
    host.remove();
    parent.append(host);
    await host.updateComplete;
    expect(isOpen(host)).to.equal(false);
    expect(button(host).getAttribute('aria-expanded')).to.equal('false');
    await open(host);
    expect(isOpen(host)).to.equal(true);
  });

  it('is not there without entries', async () => {
    const host = await show();
    host.items = [];
    await host.updateComplete;
    expect(host.renderRoot.querySelector('.tools .menu-button')).to.equal(null);
  });
});

describe('the definition of a card', () => {
  const openDefinition = async (host: CardHost): Promise<HTMLDialogElement> => {
    await open(host);
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Enter' });
    return host.find<HTMLDialogElement>('dialog');
  };

  it('is accessible', async () => {
    const host = await show();
    await openDefinition(host);
    await expect(host).to.be.accessible();
  });

  it('says what the figure is, by which version, rules, zone and data', async () => {
    const dialog = await openDefinition(await show());
    const said = dialog.innerText.replaceAll(/\s+/g, ' ');
    for (const text of ['Definition: Resolution rate', 'a ÷ b', '1 (7f3a19c2)', 'One rule.', 'Europe/Berlin']) {
      expect(said).to.contain(text);
    }
  });

  it('closes by Escape, by its button and by a click beside it, and hands the focus back each time', async () => {
    const host = await show();
    const ways = [
      () => sendKeys({ press: 'Escape' }),
      () => sendKeys({ press: 'Enter' }),
      () => sendMouse({ type: 'click', position: [3, 3] }),
    ];
    for (const close of ways) {
      const dialog = await openDefinition(host);
      expect(dialog.open).to.equal(true);
      await close();
      expect(dialog.open).to.equal(false);
      expect(host.focused).to.equal(button(host));
    }
  });
});

describe('an announcer', () => {
  it('speaks the same sentence twice in a row', async () => {
    const host = await show();
    const said: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      host.announcer.say('Details copied');
      await host.updateComplete;
      said.push(host.find('[role="status"]').textContent);
    }
    expect(said.map((text) => text.trim())).to.deep.equal(['Details copied', 'Details copied']);
    expect(said[0]).not.to.equal(said[1]);
  });
});
