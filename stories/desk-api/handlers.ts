import { delay, http, HttpResponse } from 'msw';
import { gapSortKeys, gapStatuses, type GapListQuery } from '../../src/gaps/gap-records.js';
import type { DeskTicket } from '../guides/desk-adapter.js';
import { storyDesk } from '../support/story-desk.js';
import { storyNow, storyZone } from '../support/moment.js';
import { makeTickets } from './tickets.js';

/** How a made-up help desk behaves; each has an address of its own, so that a page can show several at once. */
export const deskMoods = [
  'well',
  'waiting',
  'progress',
  'empty',
  'partial',
  'stale',
  'failed',
  'busy',
  'forbidden',
] as const;
export type DeskMood = (typeof deskMoods)[number];

/** The first part of every address the made-up help desks answer at. */
export const deskPath = 'desk-api';

const pageSize = 250;
const statuses: Partial<Record<DeskMood, number>> = { failed: 503, busy: 429, forbidden: 403 };

let made: readonly DeskTicket[] | undefined;
const ticketsOf = (mood: DeskMood): readonly DeskTicket[] => (mood === 'empty' ? [] : (made ??= makeTickets()));

/** What the help desks answer. */
export const handlers = [
  http.get(`*/${deskPath}/:mood/tickets`, async ({ params, request }) => {
    const mood = readMood(params['mood']);
    const question = new URL(request.url).searchParams;
    const place = Number(question.get('cursor') ?? 0);
    const isFirst = place === 0;
    const refusal = await refuse(mood);
    if (refusal !== null) return refusal;
    if (mood === 'progress' && !isFirst) await delay('infinite');
    if (mood === 'partial' && !isFirst) return new HttpResponse(null, { status: 502 });
    if (mood === 'stale' && question.has('updatedSince')) return new HttpResponse(null, { status: 503 });
    return HttpResponse.json(pageOf(ticketsOf(mood), question, place));
  }),
  http.get(`*/${deskPath}/:mood/knowledge-gaps`, async ({ params, request }) => {
    const mood = readMood(params['mood']);
    const refusal = await refuse(mood);
    if (refusal !== null) return refusal;
    if (mood === 'empty') return HttpResponse.json({ topics: [], total: 0 });
    const context = { signal: request.signal, locale: 'en', timeZone: storyZone };
    const query = readGapQuery(new URL(request.url).searchParams);
    return HttpResponse.json({ ...(await storyDesk.knowledgeGaps!.list(query, context)) });
  }),
];

async function refuse(mood: DeskMood): Promise<HttpResponse<null> | null> {
  if (mood === 'waiting') await delay('infinite');
  const status = statuses[mood];
  if (status === undefined) return null;
  return new HttpResponse(null, { status, headers: status === 429 ? { 'retry-after': '120' } : {} });
}

function pageOf(tickets: readonly DeskTicket[], question: URLSearchParams, place: number) {
  const [since, until, changedSince] = ['since', 'until', 'updatedSince'].map((name) => Number(question.get(name)));
  const wanted = tickets.filter(
    ({ opened, changed }) =>
      Date.parse(changed) >= Math.max(since!, changedSince!) && (until === 0 || Date.parse(opened) < until!),
  );
  const end = place + pageSize;
  return {
    tickets: wanted.slice(place, end),
    total: wanted.length,
    completeUpTo: storyNow,
    next: end < wanted.length ? String(end) : null,
  };
}

function readGapQuery(question: URLSearchParams): GapListQuery {
  const cursor = question.get('cursor');
  return {
    status: gapStatuses.find((status) => status === question.get('status')) ?? 'open',
    sortBy: gapSortKeys.find((key) => key === question.get('sortBy')) ?? 'conversations',
    direction: question.get('direction') === 'ascending' ? 'ascending' : 'descending',
    search: question.get('search') ?? '',
    limit: Number(question.get('limit')),
    ...(cursor === null ? {} : { cursor }),
  };
}

function readMood(text: unknown): DeskMood {
  return deskMoods.find((mood) => mood === text) ?? 'failed';
}
