import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { gapSortKeys, type GapSortKey } from '../../src/gaps/gap-records.js';
import type { CheckedTopic } from '../../src/gaps/topics.js';
import type { Localization } from '../../src/localize/localize.js';
import type { TopicQuestion } from '../../src/feed/gap-list.js';
import type { GapWriteKind } from '../../src/gaps/writes.js';
import type { TopicSelection } from './topic-selection.js';

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
  readonly open: (topic: CheckedTopic) => void;
  /** The topic that is open; null: none. */
  readonly openId: string | null;
  /** How a topic is being written; null: it is not. */
  readonly savingOf: (topicId: string) => GapWriteKind | null;
  /** null: nothing can be done with selected topics. */
  readonly select: TopicSelecting | null;
}

/** How topics are selected. */
export interface TopicSelecting {
  readonly selection: TopicSelection;
  /** All topics that are found; null where the source does not know. */
  readonly total: number | null;
  readonly toggle: (id: string, isSelected: boolean) => void;
  readonly toggleAll: (isSelected: boolean) => void;
}

/**
 * Topics as rows, with a heading in each column that sorts by it. In a narrow card each row takes two lines and keeps all its
 * cells, so its roles are written out: some browsers forget them where a table is laid out as a grid. Styles: `tableStyles`,
 * `gapStyles`.
 */
export function renderTopicTable(options: TopicTableOptions): TemplateResult {
  const { topics, question, localization, select } = options;
  const { gaps, card } = localization.messages;
  return html`<div
    class="table-region topics ${select === null ? '' : 'selectable'}"
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
          ${select === null ? nothing : renderSelectAll(select, options)}
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

function renderTopic(topic: CheckedTopic, options: TopicTableOptions): TemplateResult {
  const { localization, now, select, savingOf, open, openId } = options;
  const { messages, format } = localization;
  const { gaps, gapWork } = messages;
  const saving = savingOf(topic.id);
  const isSelected = select?.selection.has(topic.id) === true;
  const title = topic.title.trim() === '' ? format.dash : shortened(topic.title);
  const onClick = (event: Event): void => {
    // What can be pressed by itself in the row does what it does.
    if (!event.composedPath().some((target) => target instanceof HTMLElement && target.matches('button, label')))
      open(topic);
  };
  return html`<tr
    role="row"
    class="${isSelected ? 'selected' : ''} ${saving === null ? '' : 'saving'}"
    aria-current=${topic.id === openId ? 'true' : nothing}
    @click=${onClick}
  >
    ${select === null ? nothing : renderSelect(topic.id, gapWork.selectTopic(title), saving !== null, select)}
    <th scope="row" role="rowheader" class="topic">
      <button class="open" part="open" type="button" @click=${() => open(topic)}>
        <span class="title" dir="auto">${title}</span>
      </button>
      ${saving === null ? nothing : html`<span class="sub">${gapWork.saving(saving)}</span>`}
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

function renderSelectAll(
  { selection, total, toggleAll }: TopicSelecting,
  { topics, localization }: TopicTableOptions,
): TemplateResult {
  const { gapWork } = localization.messages;
  const isAll = selection.size > 0 && selection.size >= (total ?? topics.length);
  const change = (event: Event): void => toggleAll((event.target as HTMLInputElement).checked);
  return html`<th scope="col" role="columnheader" class="select">
    <label class="tick">
      <input
        type="checkbox"
        aria-label=${gapWork.selectAll(total)}
        .checked=${live(isAll)}
        .indeterminate=${live(selection.size > 0 && !isAll)}
        @change=${change}
      />
    </label>
  </th>`;
}

function renderSelect(
  id: string,
  label: string,
  isSaving: boolean,
  { selection, toggle }: TopicSelecting,
): TemplateResult {
  const change = (event: Event): void => toggle(id, (event.target as HTMLInputElement).checked);
  return html`<td role="cell" class="select">
    <label class="tick">
      <input
        type="checkbox"
        aria-label=${label}
        ?disabled=${isSaving}
        .checked=${live(selection.has(id))}
        @change=${change}
      />
    </label>
  </td>`;
}

/** Cut between characters, never inside one. */
function shortened(title: string): string {
  if (title.length <= SHOWN) return title;
  return `${title.slice(0, SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
