import type { OutcomeRules } from '../conversation/rules.js';
import type { Delivery } from '../store/delivery.js';

/** What a page asks of a loading worker, one after the other. */
export type LoadRequest =
  /** Comes first: the clock, epoch ms, and the rules that conversations are judged by. */
  | { readonly kind: 'start'; readonly now: number; readonly rules: OutcomeRules }
  /** Whole lines of NDJSON, in a buffer that goes along, with the number of the first one in the whole answer. */
  | { readonly kind: 'lines'; readonly ndjson: Uint8Array<ArrayBuffer>; readonly firstLine: number }
  /** Everything that has not been delivered is wanted now. */
  | { readonly kind: 'flush' };

/** What the worker answers: once when it is there, then once for each of the requests after the start, in their order. */
export type LoadReply =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'done';
      /** Records in the lines, good or bad. */
      readonly records: number;
      /** The number of the line after the last. */
      readonly nextLine: number;
      /** Everything since the last one; null where more is to be waited for. */
      readonly delivery: Delivery | null;
    };
