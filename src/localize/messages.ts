import type { english } from './en.js';

/** All texts of the kit in one language: the English ones are the type of all others. */
export type Messages = ReturnType<typeof english>;

/** The texts of the card around any report: states, menu, table view, definition. */
export type CardMessages = Messages['card'];

/** What a bucket of time is: see `state` of a report's bucket. */
export type BucketState = 'complete' | 'settling' | 'open';

/** Length of a bucket. */
export type Grain = 'day' | 'week' | 'month';

/** A point of a chart of rates, to be said in full. Rates are ratios 0–1, instants epoch ms. */
export interface SpokenRate {
  readonly grain: Grain;
  /** First instant of the bucket. */
  readonly start: number;
  /** The reader's own time, whose year needs no mention. */
  readonly reference: number;
  /** The figure's name, as it stands inside a sentence. */
  readonly name: string;
  /** null: nothing to divide by. */
  readonly rate: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly state: BucketState;
  /** Conversations that can still move it. */
  readonly pending?: number;
  /** Where it can end. */
  readonly low?: number | null;
  readonly high?: number | null;
}

/** A series of rates in one sentence. */
export interface RateSummary {
  /** The figure's name, as it stands at the start of a sentence. */
  readonly label: string;
  readonly grain: Grain;
  /** The reader's own time, whose year needs no mention. */
  readonly reference: number;
  /** Number of buckets shown. */
  readonly buckets: number;
  /** First and last complete bucket that have a value; null where there is none. */
  readonly first: RateAt | null;
  readonly last: RateAt | null;
  /** Lowest and highest complete bucket; null where there is none. */
  readonly lowest: RateAt | null;
  readonly highest: RateAt | null;
  /** Buckets not complete yet. */
  readonly unfinished: number;
}

/** A rate (0–1) and the first instant of its bucket. */
export interface RateAt {
  readonly rate: number;
  readonly start: number;
}

/** What is not complete yet in a chart, and until when. */
export interface Unfinished {
  readonly grain: Grain;
  /** The reader's own time, whose year needs no mention. */
  readonly reference: number;
  /** The bucket still running: its conversations inside their window, and where they can take its rate; null: none pending. */
  readonly current: { readonly pending: number; readonly low: number; readonly high: number } | null;
  /** Conversations still inside their window in buckets that are over. */
  readonly earlier: number;
  /** When the last of all these settles, epoch ms; null: not known. */
  readonly settledBy: number | null;
  /** A part of the line is drawn dashed for it; where no rate is known yet there is none. */
  readonly dashed: boolean;
}
