import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { gapSortKeys, type GapSortKey } from '../../src/gaps/gap-records.js';
import type { CheckedTopic } from '../../src/gaps/topics.js';
import type { Localization } from '../../src/localize/localize.js';
import type { TopicQuestion } from '../../src/feed/gap-list.js';

/** Characters of a title that are put into the page: visitors paste whole letters. */
const SHOWN = 300;

/** What a table of topics shows and tells. */
export interface TopicTableOptions {
  readonly topics: readonly CheckedTopic[];
  readonly question: TopicQuestion;
  /** What the relative times are relative to, epoch ms. */
  readonly now: number;
  readonly localization: Localization;
  readonly sort: (key: GapSortKey) => void;
}

/**
 * Topics as rows, with a heading in each column that sorts by it. In a narrow card each row takes two lines and keeps all its
 * cells, so its roles are written out: some browsers forget them where a table is laid out as a grid. Styles: `tableStyles`,
 * `gapStyles`.
 */
export function renderTopicTable(options: TopicTableOptions): TemplateResult {
  const { topics, question, localization } = options;
  const { gaps, card } = localization.messages;
  return html`<div
    class="table-region topics"
    part="table"
    role="region"
    tabindex="0"
    aria-label=${card.table.region(gaps.title)}
  >
    <table role="table">
      <caption class="spoken">
        ${gaps.table(question.status)}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${gapSortKeys.map((key) => renderHeading(key, options))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          topics,
          ({ id }) => id,
          (topic) => renderTopic(topic, options),
        )}
      </tbody>
    </table>
  </div>`;
}

function renderHeading(key: GapSortKey, { question, localization, sort }: TopicTableOptions): TemplateResult {
  const { gaps } = localization.messages;
  const label = { title: gaps.topic, conversations: gaps.conversations, lastAskedAt: gaps.lastShort }[key];
  const sorted = question.sortBy === key;
  return html`<th
    scope="col"
    role="columnheader"
    class=${columnClass(key)}
    aria-sort=${sorted ? question.direction : nothing}
  >
    <button class="sort" part="sort" type="button" @click=${() => sort(key)}>
      ${label}<svg class="arrow ${sorted ? question.direction : 'none'}" viewBox="0 0 8 10" aria-hidden="true">
        <path d="M4 1v8M1 6l3 3 3-3" />
      </svg>
    </button>
  </th>`;
}

function columnClass(key: GapSortKey): string {
  return { title: 'topic', conversations: 'numeric', lastAskedAt: 'when' }[key];
}

function renderTopic(topic: CheckedTopic, { localization, now }: TopicTableOptions): TemplateResult {
  const { messages, format } = localization;
  const { gaps } = messages;
  return html`<tr role="row">
    <th scope="row" role="rowheader" class="topic">
      <span class="title" dir="auto">${topic.title.trim() === '' ? format.dash : shortened(topic.title)}</span>
      ${
        topic.returned
          ? html`<span class="tag" part="returned" title=${gaps.returnedHint}>${gaps.returned}</span>`
          : nothing
      }
    </th>
    <td role="cell" class="numeric">${format.count(topic.conversations)}</td>
    <td role="cell" class="when">
      ${format.relative(topic.lastAskedAt, now)}<span class="sub">${format.dateTimeShort(topic.lastAskedAt, now)}</span>
    </td>
  </tr>`;
}

/** Cut between characters, never inside one. */
function shortened(title: string): string {
  if (title.length <= SHOWN) return title;
  return `${title.slice(0, SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
