import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../src/localize/messages.js';

/** The keys of the triage, which are heard only while a question's checkbox has the focus. */
const KEYS = { next: 'J', previous: 'K', answer: 'A' } as const;

/** Moves through the questions by keys. A host's keys stay its own: nothing with a modifier, and nothing outside the list. */
export function moveByKey(event: KeyboardEvent): void {
  const box = event.composedPath()[0];
  if (!(box instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const key = event.key.toUpperCase();
  const target = key === KEYS.answer ? answerBeside(box) : neighbourOf(box, key);
  if (target === null) return;
  target.focus();
  event.preventDefault();
  event.stopPropagation();
}

function answerBeside(box: HTMLInputElement): HTMLElement | null {
  return (box.getRootNode() as ShadowRoot).querySelector('#answer');
}

/** The rows beside the focus are always in the page. */
function neighbourOf(box: HTMLInputElement, key: string): HTMLElement | null {
  const step = key === KEYS.next ? 1 : key === KEYS.previous ? -1 : 0;
  if (step === 0) return null;
  const boxes = [...(box.closest('.questions')?.querySelectorAll<HTMLElement>('.question input') ?? [])];
  return boxes[boxes.indexOf(box) + step] ?? null;
}

/** Which keys there are. */
export function renderShortcuts({ gapPanel }: Messages): TemplateResult {
  const { next, previous, tick, answer, send } = gapPanel.keys;
  const keys = [
    [KEYS.next, next],
    [KEYS.previous, previous],
    ['␣', tick],
    [KEYS.answer, answer],
    ['Ctrl ⏎', send],
  ] as const;
  return html`<p class="shortcuts" aria-label=${gapPanel.shortcuts} role="note">
    ${keys.map(([key, does]) => html`<span><kbd>${key}</kbd> ${does}</span> `)}
  </p>`;
}
