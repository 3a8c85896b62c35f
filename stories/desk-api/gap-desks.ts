import { http, HttpResponse } from 'msw';
import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import { restAdapter } from '../../src/adapters/rest.js';
import type { Access } from '../../src/gaps/gap-records.js';
import { contractAnswerer } from '../server/answer-contract.js';
import { contractPath } from './contract-handlers.js';

/** Made-up help desks whose viewer may not write, or whose writes fail. */
export const gapMoods = ['needs-role', 'needs-seat', 'hidden', 'refusing', 'losing-answers'] as const;
export type GapMood = (typeof gapMoods)[number];

/** The writes of a desk, at any address it is served below. */
const writesOf = (mood: GapMood): string => `*/${mood}/${contractPath}/knowledge-gaps/:write`;

/**
 * What these desks answer otherwise than the contract's own handlers, which answer all the rest: to stand before them.
 */
export function gapDeskHandlers(adapter: PerformanceAdapter) {
  const rights = (['needs-role', 'needs-seat', 'hidden'] as const).flatMap((standing) => {
    const access: Access = {
      'create-short-answer': standing,
      'resolve-gap': standing,
      'dismiss-gap': standing,
    };
    return [
      http.get(`*/${standing}/${contractPath}/access`, () => HttpResponse.json(access)),
      http.post(writesOf(standing), () => HttpResponse.json({ title: 'forbidden', status: 403 }, { status: 403 })),
    ];
  });
  const lost = new Set<string>();
  return [
    ...rights,
    http.post(writesOf('refusing'), () => new HttpResponse(null, { status: 503 })),
    // It is written, and the connection breaks before the first answer to each key.
    http.post(writesOf('losing-answers'), async ({ request }) => {
      const { pathname } = new URL(request.url);
      const basePath = pathname.slice(0, pathname.indexOf('knowledge-gaps/'));
      const response = await contractAnswerer(adapter, basePath)(request.clone());
      const key = request.headers.get('idempotency-key') ?? '';
      if (lost.has(key)) return response;
      lost.add(key);
      return HttpResponse.error();
    }),
  ];
}

/** The kit's own adapter, asking a help desk that behaves like this. What failed is not asked for again by itself. */
export function gapDeskLike(mood: GapMood): PerformanceAdapter {
  return restAdapter({ baseUrl: new URL(`${mood}/${contractPath}/`, document.baseURI), retry: { attempts: 1 } });
}
