import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../src/localize/messages.js';

/** The keys of the triage. They are heard only while the focus is in the panel, and in none of its text fields. */
const KEYS = {
  next: 'J',
  previous: 'K',
  answer: 'A',
  dismiss: 'D',
  undo: 'U',
  nextTopic: 'N',
  previousTopic: 'P',
} as const;

/** What the keys do beside moving the focus. */
export interface PanelActions extends Readonly<Record<'undo' | 'nextTopic' | 'previousTopic', () => void>> {
  /** null: the questions that are shown are not open. */
  readonly dismiss: (() => void) | null;
}

/**
 * Does what a key stands for. A host's keys stay its own: nothing with a modifier, nothing outside the panel's own content,
 * such as a field in a slot, and nothing where somebody writes.
 */
export function actByKey(event: KeyboardEvent, root: ShadowRoot, actions: PanelActions): void {
  const target = event.composedPath()[0];
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (!(target instanceof HTMLElement) || target.getRootNode() !== root || isWritten(target)) return;
  const key = letterOf(event);
  // A key that is held goes on along the rows, and does nothing twice.
  if (event.repeat && key !== KEYS.next && key !== KEYS.previous) return;
  const run = actionOf(key, target, root, actions);
  if (run === null) return;
  run();
  event.preventDefault();
  event.stopPropagation();
}

/** The letter on a key; where a keyboard has others than Latin ones, the Latin one in its place. */
function letterOf({ key, code }: KeyboardEvent): string {
  const isForeign = /^\p{L}/u.test(key) && !/^\p{Script=Latin}/u.test(key);
  return isForeign ? code.replace(/^Key/, '') : key.toUpperCase();
}

function isWritten(target: HTMLElement): boolean {
  return target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"])');
}

function actionOf(key: string, target: HTMLElement, root: ShadowRoot, actions: PanelActions): (() => void) | null {
  const focusing = (element: HTMLElement | null): (() => void) | null => element && (() => element.focus());
  switch (key) {
    case KEYS.next:
      return focusing(neighbourOf(target, 1, root));
    case KEYS.previous:
      return focusing(neighbourOf(target, -1, root));
    case KEYS.answer:
      return focusing(root.querySelector<HTMLElement>('#answer'));
    case KEYS.dismiss:
      return actions.dismiss;
    case KEYS.undo:
      return actions.undo;
    case KEYS.nextTopic:
      return actions.nextTopic;
    case KEYS.previousTopic:
      return actions.previousTopic;
    default:
      return null;
  }
}

/** The question beside the one with the focus, which is always in the page; from elsewhere, the first. */
function neighbourOf(target: HTMLElement, step: 1 | -1, root: ShadowRoot): HTMLElement | null {
  const boxes = [...root.querySelectorAll<HTMLElement>('.question input')];
  const box = target.closest('.question')?.querySelector<HTMLElement>('input') ?? null;
  return boxes[box === null ? 0 : boxes.indexOf(box) + step] ?? null;
}

/**
 * Which keys there are.
 * @param isOpen open questions are shown, which can be answered and dismissed
 * @param hasSteps there are topics to go on to
 */
export function renderShortcuts({ gapPanel }: Messages, isOpen: boolean, hasSteps: boolean): TemplateResult {
  const { next, previous, tick, answer, send, dismiss, undo, nextTopic, previousTopic } = gapPanel.keys;
  const steps = [
    [KEYS.nextTopic, nextTopic],
    [KEYS.previousTopic, previousTopic],
  ] as const;
  const work = [
    [KEYS.answer, answer],
    ['Ctrl ⏎', send],
    [KEYS.dismiss, dismiss],
  ] as const;
  const keys = [
    [KEYS.next, next],
    [KEYS.previous, previous],
    ['␣', tick],
    ...(isOpen ? work : []),
    [KEYS.undo, undo],
    ...(hasSteps ? steps : []),
  ] as const;
  return html`<p class="shortcuts" aria-label=${gapPanel.shortcuts} role="note">
    ${keys.map(([key, does]) => html`<span><kbd>${key}</kbd> ${does}</span> `)}
  </p>`;
}
