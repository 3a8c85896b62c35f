import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { Announcer } from '../../../components/card/announcer.js';
import { CardMenu } from '../../../components/card/card-menu.js';
import type { MenuItem } from '../../../components/card/card-menu.js';
import type { CardOptions } from '../../../components/card/card.js';
import { renderCard } from '../../../components/card/card.js';
import { cardStyles } from '../../../components/card/card.styles.js';
import { DefinitionDialog } from '../../../components/card/definition-dialog.js';
import { menuStyles } from '../../../components/card/menu.styles.js';
import { stateStyles } from '../../../components/card/state.styles.js';
import { tableStyles } from '../../../components/card/table.styles.js';
import { figureStyles } from '../../../components/figure/figure.styles.js';
import { localize } from '../../../src/localize/localize.js';

export const english = localize('en', 'Europe/Berlin');
export const card = english.messages.card;

/** An element as an owner of a card writes it, with the card's options as a property. */
export class CardHost extends LitElement {
  static override styles = [cardStyles, stateStyles, menuStyles, tableStyles, figureStyles];
  static override properties = { options: { attribute: false }, items: { attribute: false } };

  declare options: Partial<CardOptions>;
  declare items: readonly MenuItem[];
  readonly menu = new CardMenu(this);
  readonly dialog = new DefinitionDialog(this);
  readonly announcer = new Announcer(this);

  constructor() {
    super();
    this.options = {};
    this.items = [
      { label: card.menu.showAsTable, select: () => undefined },
      { label: 'Second', select: () => undefined },
      { label: card.menu.definition, hint: 'v1', separated: true, select: () => this.dialog.open() },
    ];
  }

  override render(): TemplateResult {
    const heading = 'Resolution rate';
    const definition = {
      title: heading,
      figures: [{ text: 'What it is.', formula: 'a ÷ b' }],
      version: '1',
      hash: '7f3a19c2',
      rules: ['One rule.'],
      timeZone: 'Europe/Berlin',
      asOf: 'Fri 13 Mar, 10:20',
      leftOut: { count: 0, examples: [] },
    };
    return renderCard({
      heading,
      note: 'What is counted',
      state: { kind: 'ready' },
      messages: card,
      menu: this.menu.render({ label: card.menu.label(heading), items: this.items }),
      announce: (text) => this.announcer.say(text),
      extras: html`${this.dialog.render(definition, card)}${this.announcer.render()}`,
      body: () => html`<p>Body</p>`,
      ...this.options,
    });
  }

  find<Found extends HTMLElement = HTMLElement>(selector: string): Found {
    const found = this.renderRoot.querySelector<Found>(selector);
    if (found === null) throw new Error(`nothing matches ${selector}`);
    return found;
  }

  get focused(): Element | null {
    return this.shadowRoot?.activeElement ?? null;
  }

  get words(): string {
    return this.find('.card').innerText.replaceAll(/\s+/g, ' ');
  }
}

customElements.define('test-card-host', CardHost);
