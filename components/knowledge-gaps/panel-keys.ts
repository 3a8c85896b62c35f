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
export type PanelActions = Readonly<Record<'dismiss' | 'undo' | 'nextTopic' | 'previousTopic', () => void>>;

/**
 * Does what a key stands for. A host's keys stay its own: nothing with a modifier, nothing outside the panel's own content,
 * such as a field in a slot, and nothing where somebody writes.
 */
export function actByKey(event: KeyboardEvent, root: ShadowRoot, actions: PanelActions): void {
  const target = event.composedPath()[0];
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (!(target instanceof HTMLElement) || target.getRootNode() !== root || isWritten(target)) return;
  const run = actionOf(event.key.toUpperCase(), target, root, actions);
  if (run === null) return;
  run();
  event.preventDefault();
  event.stopPropagation();
}

function isWritten(target: HTMLElement): boolean {
  return target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"])');
}

function actionOf(key: string, target: HTMLElement, root: ShadowRoot, actions: PanelActions): (() => void) | null {
  const focusing = (element: HTMLElement | null): (() => void) | null => element && (() => element.focus());
  switch (key) {
    case KEYS.next:
      return focusing(neighbourOf(target, 1));
    case KEYS.previous:
      return focusing(neighbourOf(target, -1));
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

/** The rows beside the focus are always in the page. */
function neighbourOf(box: HTMLElement, step: 1 | -1): HTMLElement | null {
  const boxes = [...(box.closest('.questions')?.querySelectorAll<HTMLElement>('.question input') ?? [])];
  return boxes[boxes.indexOf(box) + step] ?? null;
}

/** Which keys there are. */
export function renderShortcuts({ gapPanel }: Messages, hasSteps: boolean): TemplateResult {
  const { next, previous, tick, answer, send, dismiss, undo, nextTopic, previousTopic } = gapPanel.keys;
  const steps = [
    [KEYS.nextTopic, nextTopic],
    [KEYS.previousTopic, previousTopic],
  ] as const;
  const keys = [
    [KEYS.next, next],
    [KEYS.previous, previous],
    ['␣', tick],
    [KEYS.answer, answer],
    ['Ctrl ⏎', send],
    [KEYS.dismiss, dismiss],
    [KEYS.undo, undo],
    ...(hasSteps ? steps : []),
  ] as const;
  return html`<p class="shortcuts" aria-label=${gapPanel.shortcuts} role="note">
    ${keys.map(([key, does]) => html`<span><kbd>${key}</kbd> ${does}</span> `)}
  </p>`;
}
