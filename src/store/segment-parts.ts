import type { Measure } from '../metrics/measures.js';
import type { InstantParts } from './instant-column.js';
import type { RanksParts } from './ranks.js';

/** Names by number. */
export interface Names {
  nameOf(number: number): string;
}

/** A segment as it lies in memory: plain data that one thread can hand to another. */
export interface SegmentParts {
  readonly windowMs: number;
  readonly startedAt: InstantParts;
  readonly pattern: Uint16Array | Uint32Array;
  /** Facts by pattern, from pattern 1 on. */
  readonly bits: readonly number[];
  readonly settles: Uint32Array;
  readonly settlesApart: readonly (readonly [number, number])[];
  readonly closes: Uint32Array;
  readonly closesApart: readonly (readonly [number, number])[];
  readonly channels: readonly string[];
  readonly channel: Uint8Array | Uint32Array;
  readonly teammate: Uint8Array | Uint32Array;
  readonly lastAt: Float64Array;
  /** Handled rows in the order they settle; absent: to be made when it is asked for. */
  readonly settledRows?: Uint32Array;
  readonly feedbackAt: InstantParts;
  readonly feedbackRows: Uint32Array;
  readonly feedbackValues: Uint8Array;
  /** Running totals by the instant that places measures; absent: to be made when they are asked for. */
  readonly ranks?: Readonly<Record<Measure['at'], RanksParts>>;
}

/** Bytes of the columns and of the running totals. */
export function byteLengthOf(parts: SegmentParts): number {
  return columnsIn(parts).reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** All columns of something that lies in memory as plain data. */
export function columnsIn(value: unknown): readonly ArrayBufferView[] {
  if (ArrayBuffer.isView(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(columnsIn) : [];
}
