import { html, nothing, type TemplateResult } from 'lit';
import type { RightStanding } from '../../src/gaps/gap-records.js';
import type { Messages } from '../../src/localize/messages.js';

/** What is selected in a list, by id. */
export class Selection {
  readonly #ids = new Set<string>();

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  set(ids: Iterable<string>, isSelected: boolean): void {
    for (const id of ids) {
      if (isSelected) this.#ids.add(id);
      else this.#ids.delete(id);
    }
  }

  clear(): void {
    this.#ids.clear();
  }

  get ids(): readonly string[] {
    return [...this.#ids];
  }
}

/** What the line over selected topics shows and does. */
export interface SelectionBarOptions {
  readonly size: number;
  readonly total: number | null;
  readonly label: string;
  readonly standing: RightStanding;
  readonly isWriting: boolean;
  readonly messages: Messages;
  readonly clear: () => void;
  readonly run: () => void;
}

/** How many topics are selected, and what can be done with them. Styles: `gapWriteStyles`. */
export function renderSelectionBar(options: SelectionBarOptions): TemplateResult | typeof nothing {
  const { size, total, label, standing, isWriting, messages, clear, run } = options;
  const { gapWork } = messages;
  if (size === 0 || standing === 'hidden') return nothing;
  const isAllowed = standing === 'allowed';
  return html`<div class="selection-bar" part="selection">
    <span>${gapWork.selected(size, total)}</span>
    <span class="actions">
      <button class="button quiet" type="button" @click=${clear}>${gapWork.clear}</button>
      <button
        class="button run"
        type="button"
        aria-disabled=${!isAllowed || isWriting}
        aria-describedby=${isAllowed ? nothing : 'why-not'}
        @click=${() => {
          if (isAllowed && !isWriting) run();
        }}
      >
        ${label}
      </button>
    </span>
    ${isAllowed ? nothing : renderWhyNot(standing, messages)}
  </div>`;
}

/** Why something is not allowed; what is disabled is described by its id. */
export function renderWhyNot(
  standing: Exclude<RightStanding, 'allowed' | 'hidden'>,
  { gapWork }: Messages,
  id = 'why-not',
): TemplateResult {
  const { title, text } = gapWork.right(standing);
  return html`<p class="why-not" id=${id}><strong>${title}.</strong> ${text}</p>`;
}
