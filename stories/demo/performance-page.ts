import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import { find } from './element.js';
import type { Moments } from './moments.js';
import { performanceHash, type Route } from './routes.js';
import type { Settings } from './settings.js';
import type { Words } from './words-en.js';
import { fill } from './words.js';

/** The part of `<agent-performance>` that the help desk uses. */
interface Provider extends HTMLElement {
  adapter: PerformanceAdapter | null;
}

/** How far the provider's load has come, as its events said. */
type Load =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly conversations: number; readonly asOf: number }
  | { readonly kind: 'failed' }
  | { readonly kind: 'broken' };

/** What the Performance page shows. */
export interface PerformanceState {
  readonly settings: Settings;
  readonly words: Words;
  readonly moments: Moments;
  readonly route: Route;
  /** A file the viewer opened; null: what the settings say. */
  readonly file: File | null;
}

/** The help desk's half of the Performance page: everything around the kit's elements. */
export interface PerformancePage {
  update(state: PerformanceState): void;
  /** The kit is there: opened files can be handed to it from now on. */
  useKit(fileAdapter: (file: File) => PerformanceAdapter): void;
  /** The kit could not be loaded. */
  giveUp(): void;
}

/** Real logs whose agent somebody had to name, by the start of their file's name. */
const publicLogs = [
  { start: 'helpdesk', word: 'declaredHelpdesk' },
  { start: 'incidents', word: 'declaredIncidents' },
] as const;

/** Wires the page in `root`. `change` is called with filters that were chosen; another place goes into the address. */
export function performancePage(root: HTMLElement, change: (changes: Partial<Settings>) => void): PerformancePage {
  const provider = find<Provider>(root, 'agent-performance');
  const tab = find(provider, 'performance-tab');
  let makeAdapter: ((file: File) => PerformanceAdapter) | null = null;
  /** By what is shown: a source that comes back is not loaded anew, and its events were fired long ago. */
  const loads = new Map<File | string | null, Load>();
  let state: PerformanceState | null = null;
  let shownSource: File | string | null | undefined;

  provider.addEventListener('performance-load', (event) => {
    const { conversations, asOf } = (event as CustomEvent<{ conversations: number; asOf: number }>).detail;
    ended({ kind: 'loaded', conversations, asOf });
  });
  provider.addEventListener('performance-error', () => {
    ended({ kind: 'failed' });
  });

  provider.addEventListener('filters-change', (event) => {
    change({ filters: (event as CustomEvent<{ text: string }>).detail.text });
  });
  tab.addEventListener('place-change', (event) => {
    const { view, section } = (event as CustomEvent<{ view: string; section: string | null }>).detail;
    location.hash = performanceHash(view === 'knowledge-gaps' ? view : section, null);
  });
  provider.addEventListener('topic-change', (event) => {
    const { detail } = event as CustomEvent<{ topicId: string } | null>;
    location.hash = performanceHash('knowledge-gaps', detail?.topicId ?? null);
  });

  function ended(load: Load): void {
    if (shownSource !== undefined) loads.set(shownSource, load);
    showStatus();
  }

  function showPlace({ page, item, topic }: Route): void {
    setAttribute(provider, 'topic', topic); // A dialog that nobody sees would hold the focus.
    if (page !== 'performance') return;
    const isGaps = item === 'knowledge-gaps';
    setAttribute(tab, 'view', isGaps ? item : null);
    setAttribute(tab, 'section', isGaps ? null : item);
  }

  function showProvider({ settings, file }: PerformanceState): void {
    setAttribute(provider, 'time-zone', settings.zone);
    setAttribute(provider, 'history', settings.history);
    setAttribute(provider, 'now', settings.now);
    const density = settings.compact ? 'compact' : null;
    for (const target of [provider, ...provider.children]) setAttribute(target, 'density', density);
    setAttribute(provider, 'filters', settings.filters);
    const source = file ?? settings.source ?? settings.api;
    if (source === shownSource || (file !== null && makeAdapter === null)) return;
    shownSource = source;
    setAttribute(provider, 'src', file === null ? settings.source : null);
    setAttribute(provider, 'api', source === settings.api ? settings.api : null);
    setAttribute(provider, 'demo', source === null ? '' : null);
    if (makeAdapter !== null) provider.adapter = file === null ? null : makeAdapter(file);
  }

  function showSource({ settings, words, file }: PerformanceState): void {
    const name = file?.name ?? (settings.source === null ? null : (settings.sourceName ?? settings.source));
    const log = publicLogs.find(({ start }) => name?.startsWith(start));
    const declared = log === undefined ? '' : words[log.word];
    find(root, '[data-source-name]').textContent = name ?? words.demoData;
    const made = settings.api === null ? words.demoNote : words.serverNote;
    find(root, '[data-source-note]').textContent = name === null ? made : declared;
    find(root, '.source-back').hidden = name === null;
  }

  function showStatus(): void {
    if (state === null || shownSource === undefined) return;
    const load = loads.get(shownSource) ?? { kind: 'loading' };
    const text = statusText(load, state);
    const status = find(root, '[data-status]');
    // Writing the same text again would make screen readers say it again.
    if (status.textContent !== text) status.textContent = text;
    status.classList.toggle('failed', load.kind === 'failed' || load.kind === 'broken');
  }

  function update(next: PerformanceState): void {
    state = next;
    showPlace(next.route);
    showProvider(next);
    showSource(next);
    showStatus();
  }

  return {
    update,
    useKit(fileAdapter) {
      makeAdapter = fileAdapter;
      if (state !== null) update(state);
    },
    giveUp() {
      ended({ kind: 'broken' });
    },
  };
}

function statusText(load: Load, { words, moments, settings }: PerformanceState): string {
  if (load.kind === 'loading') return words.loading;
  if (load.kind === 'failed') return words.loadFailed;
  if (load.kind === 'broken') return words.kitFailed;
  const one = new Intl.PluralRules(settings.language).select(load.conversations) === 'one';
  const counted = fill(one ? words.conversationsOne : words.conversationsOther, {
    count: moments.count(load.conversations),
  });
  return fill(words.asOf, { conversations: counted, time: moments.at(load.asOf) });
}

function setAttribute(target: Element, name: string, value: string | null): void {
  if (value === null) target.removeAttribute(name);
  else if (target.getAttribute(name) !== value) target.setAttribute(name, value);
}
