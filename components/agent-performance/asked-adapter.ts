import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import { lazyAdapter } from '../../src/adapters/lazy.js';
import { AdapterError } from '../../src/errors.js';
import { attributeText } from '../attribute-text.js';

/** What attributes say of where the data comes from; unchecked, as a page sets them. */
export interface AskedSource {
  readonly api: string | null;
  readonly src: string | null;
  readonly demo: string | null;
  /** Epoch ms; null: the machine's clock. */
  readonly standingAt: number | null;
}

/** The adapter they ask for, its code still to come: a server before a file, a file before the demo. null: none. */
export function askedAdapter({ api, src, demo, standingAt }: AskedSource): PerformanceAdapter | null {
  if (api) return serverBehind(api);
  if (src) return fileBehind(src);
  // The attribute without a value is an empty text, and present; a property that is not set yet is not.
  const wanted = demo === '' ? '' : attributeText(demo);
  return wanted === null ? null : demoDesk(wanted, standingAt);
}

function serverBehind(api: string): PerformanceAdapter {
  const load = async (): Promise<PerformanceAdapter> => {
    const { restAdapter } = await import('../../src/adapters/rest.js');
    return restAdapter({ baseUrl: urlOf('api', 'a server', api) });
  };
  return lazyAdapter(load, { gaps: true, changes: true });
}

function fileBehind(src: string): PerformanceAdapter {
  const load = async (): Promise<PerformanceAdapter> => {
    const url = urlOf('src', 'a file', src); // Here and not before: an address that is none fails like a file that is not there.
    return (await import('../../src/adapters/file.js')).fileAdapter(url);
  };
  return lazyAdapter(load, { source: 'archive', gaps: false });
}

function urlOf(attribute: string, what: string, address: string): URL {
  try {
    return new URL(address, document.baseURI);
  } catch (cause) {
    const message = `${attribute}: expected the address of ${what}, got ${JSON.stringify(address)}.`;
    throw new AdapterError('not-found', message, { cause });
  }
}

function demoDesk(demo: string, standingAt: number | null): PerformanceAdapter {
  const seed = /^\d+$/.test(demo) ? { seed: Number(demo) } : {};
  const now = standingAt === null ? {} : { now: standingAt };
  const load = async (): Promise<PerformanceAdapter> =>
    (await import('../../src/adapters/demo.js')).demoAdapter({ ...seed, ...now });
  return lazyAdapter(load, { gaps: true });
}
