import { buffersOf, type Delivery } from '../store/delivery.js';
import { SegmentedStore } from '../store/segmented-store.js';
import { recordsOf } from './bytes.js';
import type { LoadReply, LoadRequest } from './worker-messages.js';

/** Few at first, so that something shows early; later many, so that the page has few segments to ask. */
const FIRST_ROWS = 2_000;
const ROWS = 16_384;
/**
 * How long conversations wait for others on a slow source, ms: the longer, the longer the load takes. What comes to the page
 * in small lots is put together there, on the thread that everything else needs.
 */
const WAIT = { first: 200, longest: 5_000, ofLoad: 1 / 4 } as const;

/** The worker's end of the line to its page: a worker's own scope, or a port in a test. */
export interface LoadPort {
  postMessage(reply: LoadReply, options: { readonly transfer: Transferable[] }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<LoadRequest>) => void): void;
}

/**
 * Reads, checks and judges lines, and hands conversations over in segments that are ready to be asked.
 * @param clock ms from any start; handed in so that a test can wait without waiting
 */
export function serveLoads(port: LoadPort, clock = (): number => performance.now()): void {
  let store: SegmentedStore | null = null;
  let wanted = FIRST_ROWS;
  let startedAt = 0;
  let deliveredAt = 0;
  const deliver = (): Delivery => {
    wanted = ROWS;
    deliveredAt = clock();
    return store!.handOver();
  };
  const isDue = (): boolean => {
    const now = clock();
    const wait = Math.min(Math.max(WAIT.first, (now - startedAt) * WAIT.ofLoad), WAIT.longest);
    return store!.size >= wanted || now - deliveredAt >= wait;
  };
  port.addEventListener('message', ({ data }) => {
    if (data.kind === 'start') {
      store = new SegmentedStore(data.now, data.rules);
      startedAt = deliveredAt = clock();
      return;
    }
    const read = data.kind === 'lines' ? readLines(store!, data.ndjson, data.firstLine) : { records: 0, nextLine: 0 };
    const delivery = data.kind === 'flush' || isDue() ? deliver() : null;
    const transfer = delivery === null ? [] : [...buffersOf(delivery)];
    port.postMessage({ kind: 'done', ...read, delivery }, { transfer });
  });
  port.postMessage({ kind: 'ready' }, { transfer: [] });
}

function readLines(
  store: SegmentedStore,
  ndjson: Uint8Array,
  firstLine: number,
): { readonly records: number; readonly nextLine: number } {
  const lines = recordsOf(ndjson, firstLine);
  let records = 0;
  for (let next = lines.next(); ; next = lines.next()) {
    if (next.done === true) return { records, nextLine: next.value };
    records += 1;
    store.upsert([next.value]);
  }
}
