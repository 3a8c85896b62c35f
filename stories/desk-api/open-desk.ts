import { setupWorker } from 'msw/browser';
import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import { deskAdapter } from '../guides/desk-adapter.js';
import { storyDesk } from '../support/story-desk.js';
import { contractHandlers } from './contract-handlers.js';
import { gapDeskHandlers } from './gap-desks.js';
import { deskPath, handlers, type DeskMood } from './handlers.js';

/** Opens the made-up help desks: from here on a service worker answers for them. */
export async function openDesk(): Promise<void> {
  const url = new URL('mockServiceWorker.js', document.baseURI).pathname;
  const all = [...handlers, ...gapDeskHandlers(storyDesk), ...contractHandlers(storyDesk)];
  await setupWorker(...all).start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker: { url } });
}

const adapters = new Map<DeskMood, PerformanceAdapter>();

/** The guide's adapter, asking a help desk that behaves like this; one for all stories that ask for it. */
export function deskLike(mood: DeskMood): PerformanceAdapter {
  const known = adapters.get(mood) ?? deskAdapter(new URL(`${deskPath}/${mood}/`, document.baseURI));
  adapters.set(mood, known);
  return known;
}
