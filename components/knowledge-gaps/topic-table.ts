import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { GapSortKey } from '../../src/gaps/gap-records.js';
import type { CheckedTopic } from '../../src/gaps/topics.js';
import type { Localization } from '../../src/localize/localize.js';
import type { TopicQuestion } from '../../src/feed/gap-list.js';
import type { GapWriteKind } from '../../src/gaps/writes.js';
import type { Chunk, RowWindow } from './row-window.js';
import type { CostColumn } from './topic-costs.js';
import { shortened } from './shortened.js';
import type { Selection } from './selection.js';

/** Characters of a title that are put into the page: visitors paste whole letters. */
const SHOWN = 300;

/** The columns, each with the class of its cells. */
const COLUMNS = { title: 'topic', conversations: 'numeric', cost: 'numeric cost', lastAskedAt: 'when' } as const;

/** What a table of topics can be sorted by: what a source knows, and what the kit counts. */
export type TopicSortKey = GapSortKey | 'cost';

/** What a table of topics shows and tells. */
export interface TopicTableOptions {
  readonly topics: readonly CheckedTopic[];
  /** All topics that are found; null where the source does not know. */
  readonly total: number | null;
  /** Which of them are in the page. */
  readonly rows: RowWindow;
  readonly question: TopicQuestion;
  /** What the relative times are relative to, epoch ms. */
  readonly now: number;
  readonly localization: Localization;
  readonly sort: (key: TopicSortKey) => void;
  /** What topics cost; null: nothing is known of it. */
  readonly cost: CostColumn | null;
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
  readonly selection: Selection;
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
  const { topics, question, localization, select, cost } = options;
  const { gaps, card } = localization.messages;
  return html`<div
    class="table-region topics ${select === null ? '' : 'selectable'} ${cost === null ? '' : 'with-cost'}"
    part="table"
    role="region"
    tabindex="0"
    aria-label=${card.table.region(gaps.title)}
  >
    <table role="table" aria-rowcount=${(options.total ?? -2) + 1}>
      <caption class="spoken">
        ${gaps.table(question.status)}
      </caption>
      <thead role="rowgroup">
        <tr role="row" aria-rowindex="1">
          ${select === null ? nothing : renderSelectAll(select, options)}
          ${columnsOf(options).map((key) => renderHeading(key, options))}
        </tr>
      </thead>
      ${repeat(
        options.rows.chunksOf(topics),
        ({ index }) => index,
        (chunk) => renderChunk(chunk, options),
      )}
    </table>
  </div>`;
}

/** Rows that are far from what is seen are an empty room. */
function renderChunk({ index, first, rows }: Chunk<CheckedTopic>, options: TopicTableOptions): TemplateResult {
  if (rows === null) {
    return html`<tbody class="far" data-chunk=${index} aria-hidden="true">
      <tr>
        <td data-room colspan="5"></td>
      </tr>
    </tbody>`;
  }
  return html`<tbody role="rowgroup" data-chunk=${index}>
    ${repeat(
      rows,
      ({ id }) => id,
      (topic, place) => renderTopic(topic, first + place, options),
    )}
  </tbody>`;
}

function columnsOf({ cost }: TopicTableOptions): readonly TopicSortKey[] {
  return (Object.keys(COLUMNS) as TopicSortKey[]).filter((key) => key !== 'cost' || cost !== null);
}

function renderHeading(key: TopicSortKey, options: TopicTableOptions): TemplateResult {
  const { localization, sort } = options;
  const { gaps, gapCost } = localization.messages;
  const labels = {
    title: gaps.topic,
    conversations: gaps.conversations,
    cost: gapCost.column,
    lastAskedAt: gaps.lastShort,
  };
  const direction = directionOf(key, options);
  return html`<th scope="col" role="columnheader" class=${COLUMNS[key]} aria-sort=${direction ?? nothing}>
    <button class="sort" part="sort" type="button" @click=${() => sort(key)}>
      ${labels[key]}<svg class="arrow ${direction ?? 'none'}" viewBox="0 0 8 10" aria-hidden="true">
        <path d="M4 1v8M1 6l3 3 3-3" />
      </svg>
    </button>
  </th>`;
}

/** null: the topics are not sorted by this column. */
function directionOf(key: TopicSortKey, { question, cost }: TopicTableOptions): 'ascending' | 'descending' | null {
  const costOrder = cost?.order ?? null;
  if (key === 'cost') return costOrder;
  return costOrder === null && question.sortBy === key ? question.direction : null;
}

function renderTopic(topic: CheckedTopic, place: number, options: TopicTableOptions): TemplateResult {
  const { localization, now, select, savingOf, open, openId, cost } = options;
  const { messages, format } = localization;
  const { gaps, gapWork } = messages;
  const saving = savingOf(topic.id);
  const isSelected = select?.selection.has(topic.id) === true;
  const title = topic.title.trim() === '' ? format.dash : shortened(topic.title, SHOWN);
  const onClick = (event: Event): void => {
    // What can be pressed by itself in the row does what it does.
    if (!event.composedPath().some((target) => target instanceof HTMLElement && target.matches('button, label')))
      open(topic);
  };
  return html`<tr
    role="row"
    aria-rowindex=${place + 2}
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
    ${cost === null ? nothing : renderCost(topic, cost, localization)}
    <td role="cell" class="when">
      ${format.relative(topic.lastAskedAt, now)}<span class="sub">${format.dateTimeShort(topic.lastAskedAt, now)}</span>
    </td>
  </tr>`;
}

function renderCost(topic: CheckedTopic, { of, isCounting }: CostColumn, localization: Localization): TemplateResult {
  const { messages, format } = localization;
  const { gapCost } = messages;
  const cost = of(topic);
  if (cost === null) {
    const why = isCounting ? gapCost.counting : gapCost.notKnown;
    return html`<td role="cell" class="numeric cost">${format.dash}<span class="sub why">${why}</span></td>`;
  }
  return html`<td role="cell" class="numeric cost">
    ${format.count(cost.unsolved)}
    <span class="sub">
      <span>${gapCost.of(cost.known)}</span>
      ${cost.pending === 0 ? nothing : html`<span>${gapCost.pending(cost.pending)}</span>`}
    </span>
  </td>`;
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
