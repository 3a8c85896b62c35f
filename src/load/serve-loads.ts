import { buffersOf, type Delivery } from '../store/delivery.js';
import { SegmentedStore } from '../store/segmented-store.js';
import { recordsOf } from './bytes.js';
import type { LoadReply, LoadRequest } from './worker-messages.js';

/** Few at first, so that something shows early; later as many as the page takes in within one slice. */
const FIRST_ROWS = 2_000;
const ROWS = 16_384;
/** Nothing waits for longer than this on a slow source, ms. */
const LONGEST_WAIT_MS = 200;

/** The worker's end of the line to its page: a worker's own scope, or a port in a test. */
export interface LoadPort {
  postMessage(reply: LoadReply, options: { readonly transfer: Transferable[] }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<LoadRequest>) => void): void;
}

/** Reads, checks and judges lines, and hands conversations over in segments that are ready to be asked. */
export function serveLoads(port: LoadPort): void {
  let store: SegmentedStore | null = null;
  let wanted = FIRST_ROWS;
  let deliveredAt = performance.now();
  const deliver = (): Delivery => {
    wanted = ROWS;
    deliveredAt = performance.now();
    return store!.handOver();
  };
  const isDue = (): boolean => store!.size >= wanted || performance.now() - deliveredAt >= LONGEST_WAIT_MS;
  port.addEventListener('message', ({ data }) => {
    if (data.kind === 'start') {
      store = new SegmentedStore(data.now, data.rules);
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
