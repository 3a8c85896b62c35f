import { aTimeout, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AgentPerformance } from '../../../components/agent-performance/agent-performance.js';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { answered, handCounted, march } from '../../support/hand-made-records.js';
import { allInside, inside, only, showPage } from '../../support/kit-page.js';
import { waitUntil } from '../../support/wait-until.js';

export type FiltersElement = HTMLElementTagNameMap['performance-filters'];

export const records = [
  ...handCounted,
  { ...answered('mail', march('10 09:00')), channel: 'email' },
  { ...answered('none', march('10 10:00')), channel: null },
  { ...answered('own', march('10 11:00')), channel: 'Kiosk' },
];
export const alone = html`<performance-filters></performance-filters>`;

export async function show(
  adapter: PerformanceAdapter | null = memoryAdapter(records),
  content = alone,
): Promise<{ readonly page: AgentPerformance; readonly element: FiltersElement }> {
  const page = await showPage(adapter, content);
  const element = only(page, 'performance-filters');
  if (adapter !== null && adapter.conversations !== undefined) await aTimeout(0);
  return { page, element };
}

export const words = (element: Element): string => textOf(inside(element, '.frame'));
export const textOf = (element: HTMLElement): string => element.innerText.replaceAll(/\s+/g, ' ').trim();
export const says = (element: FiltersElement, text: string): Promise<void> =>
  waitUntil(() => words(element).includes(text), `never "${text}", but: ${words(element)}`);
export const focusedIn = (element: Element): HTMLElement => element.shadowRoot!.activeElement as HTMLElement;
export const control = (element: Element, index: 0 | 1): HTMLElement => allInside(element, '.control')[index]!;
export const isOpen = (element: Element, index: 0 | 1): boolean =>
  allInside(element, '.panel')[index]!.matches(':popover-open');

export async function openByKey(element: FiltersElement, index: 0 | 1): Promise<void> {
  control(element, index).focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => isOpen(element, index) && focusedIn(element)?.classList.contains('option'), 'never opened');
}
