import type { LitElement, nothing, TemplateResult } from 'lit';
import type { PerformanceSource } from '../../src/context/performance-source.js';
import { officialRules } from '../../src/conversation/rules.js';
import type { Localization } from '../../src/localize/localize.js';
import type { GapList } from '../../src/feed/gap-list.js';
import type { GapStatus } from '../../src/gaps/gap-records.js';
import type { CheckedTopic } from '../../src/gaps/topics.js';
import type { GapCost } from '../../src/metrics/gap-cost.js';
import { definitionOf } from '../../src/metrics/definition.js';
import type { CardNotice } from '../card/card-state.js';
import { CardMenu } from '../card/card-menu.js';
import { topicColumns } from './list-columns.js';
import { ListExport, type ListToHandOut } from './list-export.js';
import { DefinitionDialog } from '../card/definition-dialog.js';

/** The topics that are listed. */
export interface Listing {
  readonly list: GapList;
  readonly status: GapStatus;
  readonly source: PerformanceSource;
  readonly costOf: (topic: CheckedTopic) => GapCost | null;
  /** Topics as the table puts them in order. */
  readonly inOrder: (topics: readonly CheckedTopic[]) => readonly CheckedTopic[];
}

/** The menu of a table of topics, and the dialog that says what its numbers are. */
export class TopicMenu {
  readonly #menu: CardMenu;
  readonly #dialog: DefinitionDialog;

  readonly #files: ListExport;

  /** @param say speaks a finished sentence */
  constructor(host: LitElement, say: (text: string) => void) {
    this.#files = new ListExport(host, say);
    this.#menu = new CardMenu(host);
    this.#dialog = new DefinitionDialog(host);
  }

  render(localization: Localization, listing: Listing | null): TemplateResult | typeof nothing {
    const { gaps, card } = localization.messages;
    const list = listing === null ? null : () => listOf(listing, localization);
    const files = this.#files.items(list, localization);
    const { version } = definitionOf(officialRules);
    const definition = { label: card.menu.definition, hint: version, select: () => this.#dialog.open() };
    return this.#menu.render({
      label: card.menu.label(gaps.title),
      items: [...files, { ...definition, separated: true }],
    });
  }

  /** That a file could not be made, until one is. */
  get notices(): readonly CardNotice[] {
    return this.#files.notices;
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

function listOf(
  { list, status, source, costOf, inOrder }: Listing,
  localization: Localization,
): ListToHandOut<CheckedTopic> {
  const { gaps } = localization.messages;
  return {
    title: gaps.table(status),
    note: gaps.note,
    columns: topicColumns(costOf, localization),
    all: async () => inOrder(await list.all()),
    now: source.feed!.clock.now(),
    timeZone: source.timeZone,
  };
}
