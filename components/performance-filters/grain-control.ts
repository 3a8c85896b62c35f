import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../src/localize/messages.js';
import type { Grain } from '../../src/time/civil.js';

/** What the control for days, weeks and months shows and tells. */
export interface GrainControlOptions {
  readonly grain: Grain;
  /** What can be chosen; the others say why not. */
  readonly possible: readonly Grain[];
  readonly words: Messages['filters'];
  readonly choose: (grain: Grain) => void;
}

const GRAINS: readonly Grain[] = ['day', 'week', 'month'];

/** Day, week, month: one tab stop; the arrow keys choose, around and in the direction of reading. */
export function renderGrainControl({ grain, possible, words, choose }: GrainControlOptions): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    const group = event.currentTarget as HTMLElement;
    const radios = [...group.querySelectorAll<HTMLElement>('[role="radio"]')];
    const current = radios.indexOf(event.target as HTMLElement);
    const forward = getComputedStyle(group).direction === 'rtl' ? -1 : 1;
    const steps = { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key as keyof typeof steps];
    const next = { Home: 0, End: -1 }[event.key] ?? (step === undefined ? undefined : (current + step) % radios.length);
    if (next === undefined) return;
    event.preventDefault();
    const target = radios.at(next)!;
    target.focus();
    target.click();
  };
  return html`<div class="segments" part="segments" role="radiogroup" aria-label=${words.grains} @keydown=${onKey}>
    ${GRAINS.map((each) => {
      const isPossible = possible.includes(each);
      return html`<button
        type="button"
        role="radio"
        aria-checked=${each === grain}
        tabindex=${each === grain ? 0 : -1}
        aria-disabled=${isPossible ? nothing : 'true'}
        aria-describedby=${isPossible ? nothing : 'too-many'}
        title=${isPossible ? nothing : words.tooMany}
        @click=${() => (isPossible ? choose(each) : undefined)}
      >
        ${words.grain(each)}
      </button>`;
    })}
    <span id="too-many" hidden>${words.tooMany}</span>
  </div>`;
}
