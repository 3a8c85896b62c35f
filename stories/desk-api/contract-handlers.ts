import { http, HttpResponse } from 'msw';
import contractDocument from '../../src/adapters/rest/openapi.json' with { type: 'json' };
import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import { ContractChecker, type ContractDocument } from '../contract/contract-checker.js';
import { contractAnswerer } from '../server/answer-contract.js';

/** The last part of the address at which a made-up server answers the REST contract. */
export const contractPath = 'performance-api';

/** A made-up server that answers as the reference server does; what is not as the contract says is an error of the page. */
export function contractHandlers(adapter: PerformanceAdapter) {
  const servers = new Map<string, (request: Request) => Promise<Response>>();
  return [
    http.all(`*/${contractPath}/*`, async ({ request }) => {
      const { pathname } = new URL(request.url);
      const basePath = pathname.slice(0, pathname.indexOf(`/${contractPath}/`)) + `/${contractPath}/`;
      const answer = servers.get(basePath) ?? checkedServer(adapter, basePath);
      servers.set(basePath, answer);
      return answer(request);
    }),
  ];
}

function checkedServer(adapter: PerformanceAdapter, basePath: string): (request: Request) => Promise<Response> {
  const answer = contractAnswerer(adapter, basePath);
  const checker = new ContractChecker(contractDocument as unknown as ContractDocument, basePath);
  return async (request) => {
    const response = await answer(request.clone());
    try {
      await checker.check(request, response.clone());
      return response;
    } catch (error) {
      console.error(error);
      return HttpResponse.json({ title: String(error), status: 500 }, { status: 500 });
    }
  };
}
