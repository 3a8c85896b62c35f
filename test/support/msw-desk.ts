import { delay, getResponse, http, HttpResponse } from 'msw';
import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import { restAdapter } from '../../src/adapters/rest.js';
import { contractAnswerer } from '../../stories/server/answer-contract.js';

/** What befalls a write: it is refused before anything is written, or the connection is cut before its answer. */
export type Mishap = 'refused' | 'cut';

/** A server of the REST contract behind msw. */
export interface MswDesk {
  /** What befalls the next writes, one after the other; emptied on the way. */
  readonly mishaps: Mishap[];
  /** The writes that were asked for, each by its last path and its idempotency key. */
  readonly writes: (readonly [kind: string, key: string | null])[];
  /** A browser of its own that asks it; what failed is not asked for again. */
  adapter(): PerformanceAdapter;
}

/** A server that answers from an adapter after a while. */
export function mswDesk(source: PerformanceAdapter, latencyMs = 15): MswDesk {
  const basePath = '/api/performance/';
  const answer = contractAnswerer(source, basePath);
  const mishaps: Mishap[] = [];
  const writes: [string, string | null][] = [];
  const handlers = [
    http.post(`*${basePath}knowledge-gaps/:kind`, async ({ params, request }) => {
      await delay(latencyMs);
      writes.push([String(params['kind']), request.headers.get('idempotency-key')]);
      const mishap = mishaps.shift();
      if (mishap === 'refused') return new HttpResponse(null, { status: 503 });
      const response = await answer(request);
      return mishap === 'cut' ? HttpResponse.error() : response;
    }),
    http.all(`*${basePath}*`, async ({ request }) => {
      await delay(latencyMs);
      return answer(request);
    }),
  ];
  const overMsw: typeof fetch = async (...given) => {
    const request = new Request(...given);
    const response = await getResponse(handlers, request.clone());
    request.signal.throwIfAborted();
    if (response === undefined || response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
  const baseUrl = `https://desk.example${basePath}`;
  return { mishaps, writes, adapter: () => restAdapter({ baseUrl, fetch: overMsw, retry: { attempts: 1 } }) };
}
