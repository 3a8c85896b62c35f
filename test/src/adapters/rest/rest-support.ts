import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PerformanceAdapter } from '../../../../src/adapters/adapter.js';
import { restAdapter, type RestAdapterOptions } from '../../../../src/adapters/rest.js';
import { ContractChecker, type ContractDocument } from '../../../../stories/contract/contract-checker.js';
import { contractAnswerer } from '../../../../stories/server/answer-contract.js';
import { projectFolder } from '../../../support/import-lines.js';
import { contextOf } from '../file-support.js';
import { basePath, baseUrl } from './rest-answers.js';

/** The contract as it is shipped. */
export function readContract(): ContractDocument {
  return JSON.parse(readFileSync(join(projectFolder, 'src/adapters/rest/openapi.json'), 'utf8')) as ContractDocument;
}

/** One for all tests of a file: it takes long to read the contract. */
export const checker = new ContractChecker(readContract(), basePath);

/** An adapter over the wire: every request and every answer is held against the contract. */
export function overTheWire(source: PerformanceAdapter, options: Partial<RestAdapterOptions> = {}) {
  const answer = contractAnswerer(source, basePath);
  const requests: Request[] = [];
  const adapter = restAdapter({
    baseUrl,
    retry: { attempts: 1 },
    fetch: checker.fetching((request) => {
      requests.push(request);
      return answer(request);
    }),
    ...options,
  });
  return { adapter, requests };
}

/** A rest adapter whose server answers these, one a request, and what it was asked. */
export function scripted(
  answers: readonly (Response | Error | ((request: Request) => Response | Promise<Response>))[],
  options: Partial<RestAdapterOptions> = {},
) {
  const rest = [...answers];
  const requests: Request[] = [];
  const adapter = restAdapter({
    baseUrl,
    retry: { firstPauseMs: 1, random: () => 0 },
    fetch: async (address, init) => {
      const request = new Request(address, init);
      requests.push(request);
      const next = rest.shift();
      if (next === undefined) throw new Error(`Nobody expected ${request.method} ${request.url}.`);
      if (next instanceof Error) throw next;
      return next instanceof Response ? next : next(request);
    },
    ...options,
  });
  return { adapter, requests };
}

/** The shortest question that there is: what the viewer may do. */
export const access = (adapter: PerformanceAdapter, signal?: AbortSignal) => adapter.access!(contextOf(signal));
