import type { LitElement, nothing, TemplateResult } from 'lit';
import type { PerformanceSource } from '../../src/context/performance-source.js';
import { officialRules } from '../../src/conversation/rules.js';
import type { Localization } from '../../src/localize/localize.js';
import { definitionOf } from '../../src/metrics/definition.js';
import { CardMenu } from '../card/card-menu.js';
import { DefinitionDialog } from '../card/definition-dialog.js';

/** The menu of a table of topics, and the dialog that says what its numbers are. */
export class TopicMenu {
  readonly #menu: CardMenu;
  readonly #dialog: DefinitionDialog;

  constructor(host: LitElement) {
    this.#menu = new CardMenu(host);
    this.#dialog = new DefinitionDialog(host);
  }

  render({ messages }: Localization): TemplateResult | typeof nothing {
    const { gaps, card } = messages;
    const { version } = definitionOf(officialRules);
    const items = [{ label: card.menu.definition, hint: version, select: () => this.#dialog.open() }];
    return this.#menu.render({ label: card.menu.label(gaps.title), items });
  }

  renderDialog({ messages, format }: Localization, { feed, timeZone }: PerformanceSource): TemplateResult {
    const { gaps, gapCost, definitions, card } = messages;
    const { version, hash, rules } = definitionOf(officialRules);
    const asOf = feed?.state.asOf ?? null;
    const definition = {
      title: gaps.title,
      figures: Object.values(gapCost.definition),
      version,
      hash,
      rules: definitions.rules(rules),
      timeZone,
      asOf: asOf === null ? null : format.dateTime(asOf, feed!.clock.now()),
      leftOut: feed?.store.quality().rejected ?? { count: 0, examples: [] },
    };
    return this.#dialog.render(definition, card);
  }
}
