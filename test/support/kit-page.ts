import { fixture, html } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';
import '../../components/define.js';
import type { AgentPerformance } from '../../components/agent-performance/agent-performance.js';
import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import { NOW } from './hand-made-records.js';
import { waitUntil } from './wait-until.js';

/** What a card shows, told from what is on the page. */
export type ShownState =
  'nothing' | 'waiting' | 'progress' | 'not-wired' | 'failed' | 'message' | 'figures' | 'chart' | 'table' | 'topics';

/** One of the kit's elements that shows data. */
export type KitElement = LitElement & { adapter: PerformanceAdapter | null };

/** A provider in Berlin whose clock stands at {@link NOW}, with these elements in it. */
export function showPage(
  adapter: PerformanceAdapter | null,
  content: TemplateResult = threeElements(),
): Promise<AgentPerformance> {
  return fixture<AgentPerformance>(
    html`<agent-performance now=${NOW} time-zone="Europe/Berlin" week-start="monday" .adapter=${adapter}>
      ${content}
    </agent-performance>`,
  );
}

/** One of each, in the page's order. */
export function threeElements(): TemplateResult {
  return html`<impact-this-week></impact-this-week>
    <resolution-rate-chart></resolution-rate-chart>
    <knowledge-gaps-table></knowledge-gaps-table>`;
}

/** The elements of a page that show data, in its order. */
export function cardsOf(page: ParentNode): readonly KitElement[] {
  return [...page.querySelectorAll<KitElement>('impact-this-week, resolution-rate-chart, knowledge-gaps-table')];
}

/** The only element of a page with this tag. */
export function only<Tag extends keyof HTMLElementTagNameMap>(page: ParentNode, tag: Tag): HTMLElementTagNameMap[Tag] {
  const found = page.querySelectorAll(tag);
  if (found.length !== 1) throw new Error(`${found.length} elements are a <${tag}>`);
  return found[0]!;
}

/** One thing inside an element. */
export function inside<Found extends Element = HTMLElement>(element: Element, selector: string): Found {
  const found = element.shadowRoot?.querySelector<Found>(selector);
  if (!found) throw new Error(`<${element.localName}> has no ${selector}: ${wordsOf(element)}`);
  return found;
}

/** All things inside an element. */
export function allInside<Found extends Element = HTMLElement>(element: Element, selector: string): readonly Found[] {
  return [...(element.shadowRoot?.querySelectorAll<Found>(selector) ?? [])];
}

/** What a person reads in an element, in one line. */
export function wordsOf(element: Element): string {
  const card = element.shadowRoot?.querySelector<HTMLElement>('.card');
  return (card?.innerText ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** What its live region has said last. */
export function spokenBy(element: Element): string {
  return inside(element, '[role="status"]').textContent.trim();
}

/** What a card shows. */
export function shownBy(element: Element): ShownState {
  const has = (selector: string): boolean => element.shadowRoot?.querySelector(selector) != null;
  if (!has('.card')) return 'nothing';
  if (has('.room.seen')) return 'waiting';
  if (has('progress')) return 'progress';
  if (has('.steps')) return 'not-wired';
  if (has('.support')) return 'failed';
  if (has('.gaps table')) return 'topics';
  if (has('.state')) return 'message';
  if (has('table')) return 'table';
  return has('.chart') ? 'chart' : 'figures';
}

/** Waits until an element shows one of these. */
export async function shows(element: Element, ...states: readonly ShownState[]): Promise<void> {
  await waitUntil(
    () => states.includes(shownBy(element)),
    `<${element.localName}> never showed ${states.join(' or ')}, but ${shownBy(element)}: ${wordsOf(element)}`,
  );
}

/** Waits until these words can be read in an element. */
export async function says(element: Element, words: string): Promise<void> {
  try {
    await waitUntil(() => wordsOf(element).includes(words), '');
  } catch (error) {
    throw new Error(`<${element.localName}> never said "${words}", but: ${wordsOf(element)}`, { cause: error });
  }
}

/** Waits until an element's figures or chart are there, or the message that there is nothing to count. */
export const isReady = (element: Element): Promise<void> =>
  shows(element, 'figures', 'chart', 'table', 'topics', 'message');

/** Presses the button with this text or name. */
export function press(element: Element, name: string): void {
  const buttons = allInside<HTMLButtonElement>(element, 'button');
  const found = buttons.find((button) => {
    const text = (button.getAttribute('aria-label') ?? button.textContent).trim();
    return text.startsWith(name);
  });
  if (!found) throw new Error(`<${element.localName}> has no button "${name}": ${wordsOf(element)}`);
  found.click();
}

/** The texts of a table in an element, row by row, without its head. */
export function cellsOf(element: Element): readonly (readonly string[])[] {
  return allInside(element, 'tbody tr').map((row) =>
    [...row.children].map((cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim()),
  );
}

/** Every state an element showed from now on, one after the other; stopped by what comes with it. */
export function recordStates(element: LitElement): { readonly states: readonly ShownState[]; stop(): void } {
  const states: ShownState[] = [shownBy(element)];
  const observer = new MutationObserver(() => {
    const state = shownBy(element);
    if (state !== states.at(-1)) states.push(state);
  });
  observer.observe(element.renderRoot, { subtree: true, childList: true, attributes: true, characterData: true });
  return { states, stop: () => observer.disconnect() };
}
