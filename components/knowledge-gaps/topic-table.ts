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

/** Topics as rows, with a heading in each column that sorts by it. Styles: `tableStyles`, `gapStyles`. */
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
    <table>
      <caption class="spoken">
        ${gaps.table(question.status)}
      </caption>
      <thead>
        <tr>
          ${gapSortKeys.map((key) => renderHeading(key, options))}
        </tr>
      </thead>
      <tbody>
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
  return html`<th scope="col" class=${columnClass(key)} aria-sort=${sorted ? question.direction : nothing}>
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
  return html`<tr>
    <th scope="row" class="topic">
      <span class="title" dir="auto">${shortened(topic.title)}</span>
      ${
        topic.returned
          ? html`<span class="tag" part="returned" title=${gaps.returnedHint}>${gaps.returned}</span>`
          : nothing
      }
      <span class="sub narrow">${gaps.lastAsked(topic.lastAskedAt, now)}</span>
    </th>
    <td class="numeric">${format.count(topic.conversations)}</td>
    <td class="when">
      ${format.relative(topic.lastAskedAt, now)}<span class="sub">${format.dateTimeShort(topic.lastAskedAt)}</span>
    </td>
  </tr>`;
}

/** Cut between characters, never inside one. */
function shortened(title: string): string {
  if (title.length <= SHOWN) return title;
  return `${title.slice(0, SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
