import type { LitElement, nothing, TemplateResult } from 'lit';
import type { GapList } from '../../src/feed/gap-list.js';
import type { GapStatus, RightStanding } from '../../src/gaps/gap-records.js';
import { rightsFor } from '../../src/gaps/rights.js';
import type { GapWrite } from '../../src/gaps/writes.js';
import type { Messages } from '../../src/localize/messages.js';
import type { GapDestination } from '../agent-performance/gap-request.js';
import type { RowTarget } from './focus-after-write.js';
import type { GapWriter } from './gap-writer.js';
import { AfterConflict } from './after-conflict.js';
import { standingFor } from './standing.js';
import { renderSelectionBar, Selection } from './selection.js';
import type { TopicSelecting } from './topic-table.js';

/** What can be selected at the moment. */
export interface Selectable {
  readonly list: GapList;
  /** Topics that are found; null where the source does not know. */
  readonly total: number | null;
  readonly status: GapStatus;
  readonly destination: GapDestination;
  readonly messages: Messages;
}

/** The selected topics of a table, and the one action on them: open ones are dismissed, others restored. */
export class SelectedTopics {
  readonly #host: LitElement;
  readonly #writer: GapWriter;
  readonly #say: (text: string) => void;
  readonly #selection = new Selection();
  readonly #afterConflict: AfterConflict;

  constructor(host: LitElement, writer: GapWriter, say: (text: string) => void) {
    this.#host = host;
    this.#afterConflict = new AfterConflict(host, this.#selection);
    this.#writer = writer;
    this.#say = say;
  }

  clear(): void {
    this.#selection.clear();
    this.#host.requestUpdate();
  }

  /** Another source has topics of its own. */
  leave(): void {
    this.clear();
    this.#writer.forget();
  }

  /** null where nothing could be done with selected topics, as far as the viewer may know. */
  selecting(selectable: Selectable): TopicSelecting | null {
    if (this.#standing(selectable) === 'hidden') return null;
    this.#forgetGone(selectable);
    return {
      selection: this.#selection,
      total: selectable.total,
      toggle: (id, isSelected) => this.#set([id], isSelected),
      toggleAll: (isSelected) => (isSelected ? void this.#selectAll(selectable) : this.clear()),
    };
  }

  renderBar(selectable: Selectable): TemplateResult | typeof nothing {
    const { total, status, messages } = selectable;
    const { gapWork } = messages;
    return renderSelectionBar({
      size: this.#selection.size,
      total,
      label: status === 'open' ? gapWork.dismissTopics : gapWork.restoreTopics,
      standing: this.#standing(selectable),
      isWriting: this.#writer.isWriting,
      messages,
      clear: () => this.clear(),
      run: () => this.#run(selectable),
    });
  }

  /** Topics that somebody else has closed, where all are known. */
  #forgetGone({ list }: Selectable): void {
    this.#afterConflict.hear(this.#writer.failure, list);
    const { phase, entries, hasMore } = list.state;
    if (phase !== 'ready' || hasMore) return;
    const known = new Set(entries.map(({ id }) => id));
    this.#selection.set(
      this.#selection.ids.filter((id) => !known.has(id)),
      false,
    );
  }

  #write(status: GapStatus): Exclude<GapWrite, { readonly kind: 'resolve' }> {
    const topics = this.#selection.ids.map((topicId) => ({ topicId, questionIds: null }));
    return status === 'open'
      ? { kind: 'dismiss', command: { topics } }
      : { kind: 'restore', command: { topics, from: status } };
  }

  #standing({ list: { work }, status }: Selectable): RightStanding {
    const write = this.#write(status);
    return standingFor(work, write.kind, rightsFor(write));
  }

  #set(ids: Iterable<string>, isSelected: boolean): void {
    this.#selection.set(ids, isSelected);
    this.#host.requestUpdate();
  }

  async #selectAll({ list, messages }: Selectable): Promise<void> {
    try {
      this.#set(await list.allIds(), true);
    } catch {
      this.#say(messages.gaps.failedMore);
    }
  }

  #run({ status, destination, messages }: Selectable): void {
    const write = this.#write(status);
    const rows = [...this.#host.renderRoot.querySelectorAll('tbody [role="row"]')];
    const first = rows.findIndex((row) => row.matches('.selected'));
    const done = (): RowTarget => {
      const { topics } = write.command; // What was selected meanwhile stays so.
      this.#selection.set(
        topics.map(({ topicId }) => topicId),
        false,
      );
      return { place: Math.max(0, first), rows: 'tbody .open' };
    };
    // Each branch by itself: the compiler does not tie a kind to its command.
    if (write.kind === 'dismiss') void this.#writer.write('dismiss', write.command, destination, messages, done);
    else void this.#writer.write('restore', write.command, destination, messages, done);
  }
}
