import crossfilter, { type Crossfilter, type Dimension } from 'crossfilter2';
import { binCount } from '../../../src/metrics/bins.js';
import { bucketOf } from '../bucket.js';
import { blankCounters } from '../counters.js';
import { CHANNELS, TEAMMATES, type Facts } from '../facts.js';
import { feedback, funnel, weekly, type Counters, type Engine, type Question } from '../question.js';
import { rowsOf, submissionsOf, type Row, type Submission } from '../rows.js';

/** Everything of one bucket, so that one group answers for all charts. */
class Bucket {
  /** In the order of `counts`. */
  readonly counts = new Int32Array(NAMES.length);
  readonly channels = new Int32Array(CHANNELS.length);
  readonly teammates = new Int32Array(TEAMMATES.length);
  readonly bins = new Int32Array(binCount);
  closeMs = 0;
}

const NAMES = [...weekly, ...funnel, 'timeToClose'] as const;

function count(bucket: Bucket, row: Row, by: number): Bucket {
  const { counts } = bucket;
  counts[0]! += by;
  if (!row.handled) return bucket;
  counts[1]! += by;
  bucket.channels[row.channel]! += by;
  if (row.resolved) counts[2]! += by;
  if (row.unresolved) counts[3]! += by;
  if (row.pending) counts[4]! += by;
  if (row.couldResolve) counts[5]! += by;
  if (row.deflected) counts[6]! += by;
  if (row.deflected && row.pending) counts[7]! += by;
  if (row.cause > 0) counts[7 + row.cause]! += by;
  if (row.teammate > 0) bucket.teammates[row.teammate - 1]! += by;
  if (!row.assigned) return bucket;
  counts[12]! += by;
  if (row.cause > 0) counts[13]! += by;
  if (!row.closedAfterHandoff) return bucket;
  counts[14]! += by;
  if (row.closeBin === 255) return bucket;
  counts[15]! += by;
  bucket.closeMs += by * row.timeToCloseMs;
  bucket.bins[row.closeBin]! += by;
  return bucket;
}

/** What is set in the last days. */
class SetInWeek {
  resolved = 0;
  ms = 0;
  readonly bins = new Int32Array(binCount);
}

function countSet(set: SetInWeek, row: Row, by: number): SetInWeek {
  if (!row.resolved) return set;
  set.resolved += by;
  set.ms += by * row.resolutionTimeMs;
  set.bins[row.resolutionBin]! += by;
  return set;
}

interface Groups {
  readonly boundaries: readonly number[];
  readonly all: readonly { all(): readonly { readonly key: number; readonly value: unknown }[]; dispose(): unknown }[];
}

/** crossfilter2 as its users would: groups stay, and a filter only moves rows in and out of them. */
export class CrossfilterEngine implements Engine {
  readonly name = 'crossfilter2';
  readonly #rows: Crossfilter<Row>;
  readonly #startedAt: Dimension<Row, number>;
  readonly #settlesAt: Dimension<Row, number>;
  readonly #channel: Dimension<Row, number>;
  readonly #submissions: Crossfilter<Submission>;
  readonly #at: Dimension<Submission, number>;
  readonly #submissionChannel: Dimension<Submission, number>;
  #groups: Groups | null = null;

  constructor(facts: Facts) {
    this.#rows = crossfilter(rowsOf(facts));
    this.#startedAt = this.#rows.dimension((row) => row.startedAt);
    this.#settlesAt = this.#rows.dimension((row) => (Number.isNaN(row.settlesAt) ? -1 : row.settlesAt));
    this.#channel = this.#rows.dimension((row) => row.channel);
    this.#submissions = crossfilter(submissionsOf(facts));
    this.#at = this.#submissions.dimension((submission) => submission.at);
    this.#submissionChannel = this.#submissions.dimension((submission) => submission.channel);
  }

  append(facts: Facts): void {
    this.#rows.add(rowsOf(facts));
    this.#submissions.add(submissionsOf(facts));
  }

  ask(question: Question): Counters {
    const { boundaries, channels } = question;
    if (this.#groups?.boundaries !== boundaries) this.#group(question);
    for (const dimension of [this.#channel, this.#submissionChannel])
      if (channels === null) dimension.filterAll();
      else dimension.filterFunction((channel) => channels.includes(channel as number));
    return this.#read(boundaries.length - 1);
  }

  #group({ boundaries, week }: Question): void {
    for (const group of this.#groups?.all ?? []) group.dispose();
    // Groups have to be in the order of their dimension: what lies after all of them comes last.
    const isInWeek = (at: number): number => (at < week[0] ? 0 : at < week[1] ? 1 : 2);
    const bucket = (at: number): number => (at >= boundaries.at(-1)! ? boundaries.length : bucketOf(boundaries, at));
    const all = [
      this.#startedAt.group<number, Bucket>(bucket).reduce(...counting(count, () => new Bucket())),
      this.#startedAt.group<number, Bucket>(isInWeek).reduce(...counting(count, () => new Bucket())),
      this.#settlesAt.group<number, SetInWeek>(isInWeek).reduce(...counting(countSet, () => new SetInWeek())),
      this.#at.group<number, number[]>(bucket).reduce(...counting(countValue, () => [0, 0, 0])),
      this.#at.group<number, number[]>(isInWeek).reduce(...counting(countValue, () => [0, 0, 0])),
    ];
    this.#groups = { boundaries, all };
  }

  #read(buckets: number): Counters {
    const counters = blankCounters(buckets);
    const [over, week, set, over2, week2] = this.#groups!.all.map((group) => group.all());
    for (const { key, value } of over!) {
      if (key < 0 || key >= buckets) continue;
      const bucket = value as Bucket;
      NAMES.slice(0, 12).forEach((name, place) => (counters.get(name)![key] = bucket.counts[place]!));
      CHANNELS.forEach((name, channel) => (counters.get(`channel:${name}`)![key] = bucket.channels[channel]!));
      TEAMMATES.forEach((name, teammate) => (counters.get(`teammate:${name}`)![key] = bucket.teammates[teammate]!));
      for (let place = 12; place < NAMES.length; place++) counters.get(NAMES[place]!)![0]! += bucket.counts[place]!;
      counters.get('timeToCloseMs')![0]! += bucket.closeMs;
      for (let bin = 0; bin < binCount; bin++) counters.get('timeToClose:bins')![bin]! += bucket.bins[bin]!;
    }
    const inWeek = week!.find(({ key }) => key === 1)?.value as Bucket | undefined;
    counters.get('week:handled')![0] = inWeek?.counts[1] ?? 0;
    counters.get('week:deflected')![0] = inWeek?.counts[6] ?? 0;
    const inSet = set!.find(({ key }) => key === 1)?.value as SetInWeek | undefined;
    counters.get('week:resolvedSet')![0] = counters.get('week:resolutionTimeSet')![0] = inSet?.resolved ?? 0;
    counters.get('week:resolutionTimeSetMs')![0] = inSet?.ms ?? 0;
    if (inSet !== undefined) counters.get('week:bins')!.set(inSet.bins);
    for (const { key, value } of over2!)
      if (key >= 0 && key < buckets)
        feedback.forEach((name, place) => (counters.get(name)![key] = (value as number[])[place]!));
    const said = week2!.find(({ key }) => key === 1)?.value as number[] | undefined;
    feedback.forEach((name, place) => (counters.get(`week:${name}`)![0] = said?.[place] ?? 0));
    return counters;
  }
}

function countValue(values: number[], { value }: Submission, by: number): number[] {
  values[value]! += by;
  return values;
}

/** What a group is reduced by: a row comes in, goes out, and what there is before any. */
function counting<Value, Item>(
  by: (value: Value, item: Item, by: number) => Value,
  blank: () => Value,
): [(value: Value, item: Item) => Value, (value: Value, item: Item) => Value, () => Value] {
  return [(value, item) => by(value, item, 1), (value, item) => by(value, item, -1), blank];
}
