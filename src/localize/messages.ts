import type { english } from './en.js';
import type { RichText } from './rich-text.js';

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
  /** What can still move it, in words. */
  readonly pending?: string;
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
  /** What is said where no bucket has a value, inside a sentence. */
  readonly nothing: string;
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

/** A point of a chart of counts, to be said in full. */
export interface SpokenCount {
  readonly grain: Grain;
  /** First instant of the bucket, epoch ms. */
  readonly start: number;
  /** The reader's own time, whose year needs no mention. */
  readonly reference: number;
  readonly count: number;
  /** What it is a count of: the words of {@link CountChartWords.point}. */
  readonly what: string;
  readonly state: BucketState;
  /** What can still change it, in words. */
  readonly pending?: string;
}

/** Counts over time in one sentence. */
export interface CountSummary {
  /** What is counted, as it stands at the start of a sentence. */
  readonly label: string;
  readonly grain: Grain;
  readonly reference: number;
  /** Number of buckets shown. */
  readonly buckets: number;
  readonly total: number;
  /** What it is made of; empty where it is one thing. */
  readonly parts: readonly { readonly label: string; readonly total: number }[];
  /** First, last, lowest and highest complete bucket; null where there is none. */
  readonly first: CountAt | null;
  readonly last: CountAt | null;
  readonly lowest: CountAt | null;
  readonly highest: CountAt | null;
  /** Buckets not complete yet. */
  readonly unfinished: number;
}

/** A count and the first instant of its bucket. */
export interface CountAt {
  readonly count: number;
  readonly start: number;
}

/** What is said where a report has nothing to show. */
export interface EmptyWords {
  readonly title: string;
  readonly text: string;
}

/** The words of a chart of a rate over time. Rates are ratios 0–1. */
export interface RateChartWords {
  readonly title: string;
  /** What is counted. */
  readonly note: string;
  /** The figure's name inside a sentence. */
  readonly name: string;
  /** The figure's name by itself. */
  readonly label: string;
  /** "122 of 200 settled". */
  readonly of: (part: number, whole: number) => string;
  /** Stands where there is nothing to divide by: by itself, and inside a sentence. */
  readonly nothing: string;
  readonly nothingInside: string;
  readonly empty: EmptyWords;
  /** Headings of the columns of numerator and denominator. */
  readonly table: { readonly part: string; readonly whole: string };
  /** How what can still change is put; null where nothing can. */
  readonly pending: RatePendingWords | null;
}

export interface RatePendingWords {
  /** How many of a bucket, and until when (epoch ms; null: not known). */
  readonly point: (amount: number, at: number | null, reference: number) => string;
  /** Labels at the ends of the band; null where that end is the rate itself. */
  readonly low: (rate: number) => string;
  readonly high: ((rate: number) => string) | null;
  readonly foot: (unfinished: Unfinished) => string;
  /** Heading of the column. */
  readonly column: string;
}

/** The words of a chart of counts over time. */
export interface CountChartWords {
  readonly title: string;
  readonly note: string;
  /** What is counted, by itself. */
  readonly label: string;
  /** Headings by key of the series. */
  readonly series: Readonly<Record<string, string>>;
  /** An entry of the legend: how many of a series there are in all. */
  readonly key: (key: string, total: number) => RichText;
  /** What a count of a series is, after the number: "handled, of 1,487 conversations". */
  readonly point: (key: string, whole: number) => string;
  readonly empty: EmptyWords;
  readonly pending: CountPendingWords | null;
}

export interface CountPendingWords {
  /** How many of a bucket, and until when (epoch ms; null: not known). */
  readonly point: (amount: number, at: number | null, reference: number) => string;
  /** How many of all, and until when. */
  readonly foot: (amount: number, at: number | null, reference: number) => string;
  /** Heading of the column; null where a series says it. */
  readonly column: string | null;
}

/** The words of a report that tells parts of a whole apart, those with most first. */
export interface RankingWords {
  readonly title: string;
  readonly note: string;
  /** A part's name, from the one in the data; a series of the report itself has none there, only its key. */
  readonly part: (name: string, key?: string) => string;
  /** Stands for the parts that are not shown by themselves. */
  readonly others: (amount: number) => string;
  /** What stands beside the figure on top. */
  readonly of: (summary: RankingSummary) => string;
  readonly foot: string | null;
  readonly empty: EmptyWords;
  readonly table: { readonly part: string; readonly count: string; readonly share: string };
}

/** What a ranking comes to. */
export interface RankingSummary {
  readonly parts: number;
  /** The first series, where it is not one of the parts: the agent's own. */
  readonly own: number;
  readonly whole: number;
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
