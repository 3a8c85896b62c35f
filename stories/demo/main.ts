import { controls } from './controls.js';
import { find } from './element.js';
import { acceptFiles } from './file-drop.js';
import { inboxPage } from './inbox-page.js';
import { conversations } from './inbox-records.js';
import { momentsIn } from './moments.js';
import { performancePage } from './performance-page.js';
import { agentPages, readRoute, type Route } from './routes.js';
import { clockOf, readSettings, writeSettings, type Settings } from './settings.js';
import { fillTables } from './tables.js';
import type { Words } from './words-en.js';
import { applyWords, wordsIn } from './words.js';

let settings = readSettings(location.search);
let route = readRoute(location.hash);
let file: File | null = null;
let search = '';
/** The address that is shown. */
let followed = location.href;

const clock = clockOf(settings) ?? Date.now();
let words = wordsIn(settings.language);
let moments = momentsIn(settings.language, settings.zone, clock);

const searchField = find<HTMLInputElement>(document, 'input[name=search]');
const performance = performancePage(find(document, '[data-page=performance]'), change);
const inbox = inboxPage(find(document, '[data-page=inbox]'), () => searchFor(''));

function change(changes: Partial<Settings>): void {
  const earlier = settings;
  settings = { ...settings, ...changes };
  history.replaceState(null, '', `${location.pathname}${writeSettings(settings)}${location.hash}`);
  if (settings.language !== earlier.language || settings.zone !== earlier.zone) {
    words = wordsIn(settings.language);
    moments = momentsIn(settings.language, settings.zone, clock);
    showLanguage();
  }
  show();
}

/** Brings the page in line with the settings and the route. */
function show(): void {
  document.documentElement.dataset['theme'] = settings.theme;
  document.documentElement.dir = settings.language === 'ar' ? 'rtl' : settings.direction;
  showRoute(route, words);
  performance.update({ settings, words, moments, route, file });
  inbox.update({ words, moments, item: route.page === 'inbox' ? route.item : null, search });
}

function showLanguage(): void {
  document.documentElement.lang = settings.language;
  applyWords(document, words);
  fillTables(document, words, moments);
  find(document, '[data-unread-count]').textContent = moments.count(
    conversations.filter(({ unread }) => unread).length,
  );
}

function showRoute({ page }: Route, spoken: Words): void {
  const ofAgent = agentPages.includes(page);
  const title = ofAgent ? spoken.agentTitle : spoken[page];
  find(document, '[data-title]').textContent = title;
  find(document, '[data-crumb]').textContent = title;
  find(document, '.tabs').hidden = !ofAgent;
  document.title = `${spoken[page]} · Harbor`;
  for (const section of document.querySelectorAll<HTMLElement>('[data-page]')) {
    section.hidden = section.dataset['page'] !== page;
  }
  for (const link of document.querySelectorAll<HTMLElement>('[data-page-link]')) {
    if (link.dataset['pageLink']?.split(' ').includes(page)) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function openFile(opened: File): void {
  file = opened;
  change({ source: null, sourceName: null });
  location.hash = '#/performance';
}

function closeFile(): void {
  file = null;
  change({ source: null, sourceName: null });
  find(document, '.open-file').focus();
}

function searchFor(text: string): void {
  search = text;
  searchField.value = text;
  show();
}

function listen(): void {
  searchField.addEventListener('input', () => {
    if (route.page === 'inbox') searchFor(searchField.value);
  });
  find(document, '.search').addEventListener('submit', (event) => {
    event.preventDefault();
    searchFor(searchField.value);
    location.hash = '#/inbox';
  });
  find(document, '.skip').addEventListener('click', (event) => {
    event.preventDefault();
    find(document, '#main').focus();
  });
  find(document, '.source-back').addEventListener('click', (event) => {
    event.preventDefault();
    closeFile();
  });
  // An entry of the history with another query is told by the first alone, and some browsers tell a link by the second.
  addEventListener('popstate', follow);
  addEventListener('hashchange', follow);
}

/** Goes where the address has gone. */
function follow(): void {
  // Any other hash belongs to somebody else, and the page stays where it is.
  if (location.hash !== '' && !location.hash.startsWith('#/')) return;
  if (location.href === followed) return;
  const earlier = route;
  route = readRoute(location.hash);
  // Another entry of the history has filters of its own.
  const { filters } = readSettings(location.search);
  if (filters === settings.filters) show();
  else change({ filters });
  followed = location.href;
  focusNewPlace(earlier);
}

/** After a link the focus stands where the new content starts. */
function focusNewPlace(earlier: Route): void {
  if (route.page !== earlier.page) {
    scrollTo({ top: 0 });
    find(document, '[data-title]').focus({ preventScroll: true });
  } else if (route.page === 'inbox' && route.item !== null) {
    find(document, '.thread h2').focus({ preventScroll: true });
  } else if (route.page === 'inbox' && earlier.item !== null) {
    document.querySelector<HTMLElement>(`.conversations a[href="#/inbox/${CSS.escape(earlier.item)}"]`)?.focus();
  }
}

async function startKit(): Promise<void> {
  try {
    const { fileAdapter } = await import('./kit.js');
    performance.useKit((opened) => fileAdapter(opened));
  } catch (error) {
    performance.giveUp();
    throw error;
  }
}

controls(document, settings, change);
showLanguage();
show();
listen();
acceptFiles(document, openFile);
// Not awaited here: the kit's files import from this one, and would wait for it in turn.
void startKit();
