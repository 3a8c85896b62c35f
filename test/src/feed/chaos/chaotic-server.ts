import type { ConversationRecord } from '../../../../src/conversation/record.js';
import type { Random } from '../../../../src/testing/random.js';
import { basePath, json, problem } from '../../adapters/rest/rest-answers.js';
import { HOUR, SECOND, type FakeClock } from '../fake-clock.js';
import { ChangingDesk } from './changing-desk.js';

/** What can go wrong with one request. */
export const faults = [
  'slow',
  'silent',
  'lies about the total',
  'repeats',
  'reorders',
  'too many requests',
  'far too many requests',
  'server error',
  'page to sign in',
  'error page',
  'cut',
  'broken off',
  'cursor expired',
  'token expired',
  'offline',
  'clock moved',
  'a record is wrong',
] as const;
export type Fault = (typeof faults)[number];

/** Requests for one thing within ten seconds at the most. */
export const MOST_IN_TEN_SECONDS = 30;

/** A server in trouble, until it is calm. It speaks the REST contract over a desk that goes on working. */
export class ChaoticServer {
  readonly desk: ChangingDesk;
  isCalm = false;
  /** What happened so far, for messages. */
  readonly happened: Fault[] = [];
  /** What it was asked for, by the last parts of the address, and when; epoch ms. */
  readonly asked = new Map<string, number[]>();
  /** Asked before the time that `Retry-After` had named. */
  impatient = 0;
  /** Requests that have neither an answer nor an end. */
  open = 0;
  /** Requests that wait for nothing but their answer to be made. */
  making = 0;
  #token = 0;
  /** The page's clock may be wrong by so much, ms. */
  readonly #apartMs: number;
  /** Its clock against the page's, ms. */
  #skewMs: number;
  /** Else its pages leave the time of the data to the header `Date`. */
  readonly #tellsTime: boolean;
  #cursors = 0;
  #offlineUntil = 0;
  readonly #waitUntil = new Map<string, number>();

  /** @param others answers what is no question for conversations, when all is well */
  constructor(
    private readonly random: Random,
    private readonly clock: FakeClock,
    private readonly others: (request: Request) => Promise<Response> = async () => problem(501),
  ) {
    this.#tellsTime = random.chance(0.5);
    // Not where it says `asOf`: its pages are of other times, and only the page's clock knows of which the first was.
    this.#apartMs = this.#tellsTime ? 0 : random.integer(-1, 1) * HOUR;
    this.#skewMs = this.#apartMs;
    this.desk = new ChangingDesk(random, () => this.now);
  }

  readonly getToken = ({ fresh }: { readonly fresh: boolean }): string => `token-${fresh ? this.#token : 0}`;

  /** Its own, epoch ms. */
  get now(): number {
    return this.clock.now() + this.#skewMs;
  }

  /** Somebody pressed *Try again*: that need not wait. */
  excuse(): void {
    this.#waitUntil.clear();
  }

  /** Requests for one thing within so many ms at the most. */
  mostWithin(ms: number): number {
    const counts = [...this.asked.values()].flatMap((times) =>
      times.map((from, index) => times.slice(index).filter((at) => at - from <= ms).length),
    );
    return Math.max(0, ...counts);
  }

  readonly fetch: typeof globalThis.fetch = async (address, init) => {
    this.open += 1;
    try {
      return await this.#answer(new URL(String(address)), init!);
    } finally {
      this.open -= 1;
    }
  };

  async #answer(url: URL, init: RequestInit): Promise<Response> {
    const { signal, headers } = init;
    signal?.throwIfAborted();
    const path = url.pathname.slice(basePath.length);
    if (path === 'changes') return json({ version: 'none' });
    const now = this.clock.now();
    this.asked.set(path, [...(this.asked.get(path) ?? []), now]);
    if (now < (this.#waitUntil.get(path) ?? 0)) this.impatient += 1;
    const fault = this.#next(now);
    if (now < this.#offlineUntil) throw new TypeError('fetch failed');
    if (fault === 'silent') await this.#wait(40 * SECOND, signal!);
    if (fault === 'slow') await this.#wait(this.random.integer(0, 25) * SECOND, signal!);
    const mayAsk = new Headers(headers).get('authorization') === `Bearer token-${this.#token}`;
    if (!mayAsk) return problem(401, { code: 'unauthenticated' });
    const failure = this.#failure(fault, path);
    if (failure !== null) return failure;
    if (path === 'conversations') return this.#page(Object.fromEntries(url.searchParams), fault);
    return this.#other(new Request(url, init), fault);
  }

  /** What is asked for as a whole: it comes, or it breaks off. */
  async #other(request: Request, fault: Fault | null): Promise<Response> {
    this.making += 1;
    try {
      const answer = await this.others(request);
      const isWhole = answer.status !== 200 || (fault !== 'cut' && fault !== 'broken off');
      return isWhole ? answer : this.#sent(await answer.text(), fault, 'application/json');
    } finally {
      this.making -= 1;
    }
  }

  #next(now: number): Fault | null {
    const fault =
      this.isCalm || this.random.chance(0.4) ? null : faults[Math.floor(this.random.next() * faults.length)]!;
    if (fault !== null) this.happened.push(fault);
    if (fault === 'token expired') this.#token += 1;
    if (fault === 'clock moved') this.#skewMs = this.#apartMs + this.random.integer(-60, 60) * SECOND;
    if (fault === 'cursor expired') this.#cursors += 1;
    if (fault === 'offline') this.#offlineUntil = now + this.random.next() * 30 * SECOND;
    return fault;
  }

  #failure(fault: Fault | null, path: string): Response | null {
    const html = { headers: { 'Content-Type': 'text/html' } };
    switch (fault) {
      case 'too many requests':
        return this.#tooMany(path, 1 + Math.floor(this.random.next() * 20));
      case 'far too many requests':
        return this.#tooMany(path, 60);
      case 'server error':
        return problem(500);
      case 'page to sign in':
        return new Response('<form>Sign in</form>', html);
      case 'error page':
        return new Response('<h1>Bad gateway</h1>', { status: 502, ...html });
      default:
        return null;
    }
  }

  #tooMany(path: string, seconds: number): Response {
    this.#waitUntil.set(path, this.clock.now() + seconds * SECOND);
    return problem(429, {}, { 'Retry-After': String(seconds) });
  }

  /** Up to three pages of the answer, each of seven; the last says where to go on. */
  #page({ cursor, ...query }: Readonly<Record<string, string>>, fault: Fault | null): Response {
    const [epoch, last] = (cursor ?? `${this.#cursors} `).split(' ') as [string, string];
    if (Number(epoch) !== this.#cursors) return problem(404, { code: 'not-found', detail: 'The cursor has expired.' });
    const { records, removed } = this.desk.find(query);
    let rest = records.filter((record) => keyOf(record) > last);
    let text = '';
    for (let pages = Math.floor(1 + this.random.next() * 3); pages > 0; pages--) {
      const page = rest.slice(0, 7);
      rest = rest.slice(7);
      const next = rest.length === 0 ? {} : { cursor: `${epoch} ${keyOf(page.at(-1)!)}` };
      const total = fault === 'lies about the total' ? Math.floor(this.random.next() * 1_000) : records.length;
      const time = this.#tellsTime ? { asOf: new Date(this.now).toISOString() } : {};
      const facts = { ...next, removed, total, ...time };
      text += [...this.#shown(page, fault), { page: facts }].map((value) => `${JSON.stringify(value)}\n`).join('');
      if (rest.length === 0) break;
    }
    return this.#sent(text, fault, 'application/x-ndjson');
  }

  #shown(page: readonly ConversationRecord[], fault: Fault | null): readonly unknown[] {
    if (fault === 'repeats') return [...page, ...page, ...this.desk.records.slice(0, 3)];
    if (fault === 'reorders') return page.toReversed();
    return fault === 'a record is wrong' ? [...page, { id: 'wrong', startedAt: 'yesterday', events: [] }] : page;
  }

  #sent(text: string, fault: Fault | null, type: string): Response {
    const headers = { 'Content-Type': type, Date: new Date(this.now).toUTCString() };
    const part = text.slice(0, Math.floor(this.random.next() * (text.length - 2)));
    if (fault === 'cut') return new Response(part, { headers });
    if (fault !== 'broken off') return new Response(text, { headers });
    const bytes = new TextEncoder().encode(part);
    let isSent = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (isSent) controller.error(new TypeError('terminated'));
        else controller.enqueue(bytes.length === 0 ? Uint8Array.of(10) : bytes);
        isSent = true;
      },
    });
    return new Response(body, { headers });
  }

  #wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = this.clock.after(ms, resolve);
      signal.addEventListener('abort', () => {
        stop();
        reject(signal.reason as Error);
      });
    });
  }
}

function keyOf({ startedAt, id }: ConversationRecord): string {
  return `${String(startedAt)}/${id}`;
}
