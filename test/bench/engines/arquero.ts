import { escape, op, table, type ColumnTable } from 'arquero';
import { bucketOf } from '../bucket.js';
import { blankCounters } from '../counters.js';
import { CHANNELS, TEAMMATES, type Facts } from '../facts.js';
import { feedback, weekly, type Counters, type Engine, type Question } from '../question.js';
import { rowsOf, submissionsOf } from '../rows.js';

type Table = ColumnTable;
type Groups = Record<string, number>[];

/** arquero: one table of numbers, filtered, given its bucket and rolled up. */
export class Arquero implements Engine {
  readonly name = 'arquero';
  #rows: Table;
  #submissions: Table;

  constructor(facts: Facts) {
    this.#rows = conversationsOf(facts);
    this.#submissions = feedbackOf(facts);
  }

  append(facts: Facts): void {
    this.#rows = this.#rows.concat(conversationsOf(facts));
    this.#submissions = this.#submissions.concat(feedbackOf(facts));
  }

  ask({ boundaries, week, channels }: Question): Counters {
    const counters = blankCounters(boundaries.length - 1);
    const isWanted = escape((row: { channel: number }) => channels === null || channels.includes(row.channel));
    const rows = channels === null ? this.#rows : this.#rows.filter(isWanted);
    const over = rows
      .derive({ bucket: escape((row: { startedAt: number }) => bucketOf(boundaries, row.startedAt)) })
      .filter((row: { bucket: number }) => row.bucket >= 0);
    const sums = Object.fromEntries(
      [...weekly, 'assigned', 'assignedHandedOff', 'assignedHandedOffClosed', 'timeToClose', 'timeToCloseMs'].map(
        (name) => [name, op.sum(name)],
      ),
    );
    for (const group of over.groupby('bucket').rollup(sums).objects() as Groups) {
      for (const name of weekly) counters.get(name)![group['bucket']!] = group[name]!;
      for (const name of ['assigned', 'assignedHandedOff', 'assignedHandedOffClosed', 'timeToClose', 'timeToCloseMs'])
        counters.get(name)![0]! += group[name]!;
    }
    const handled = over.filter((row: { handled: number }) => row.handled === 1);
    for (const group of handled.groupby('bucket', 'channel').count().objects() as Groups)
      counters.get(`channel:${CHANNELS[group['channel']!]}`)![group['bucket']!] = group['count']!;
    const credited = over.filter((row: { teammate: number }) => row.teammate > 0);
    for (const group of credited.groupby('bucket', 'teammate').count().objects() as Groups)
      counters.get(`teammate:${TEAMMATES[group['teammate']! - 1]}`)![group['bucket']!] = group['count']!;
    const closed = over.filter((row: { closeBin: number }) => row.closeBin < 255);
    for (const group of closed.groupby('closeBin').count().objects() as Groups)
      counters.get('timeToClose:bins')![group['closeBin']!] = group['count']!;
    this.#week(rows, week, counters);
    this.#feedback({ boundaries, week, channels }, counters);
    return counters;
  }

  #week(rows: Table, [from, to]: Question['week'], counters: Counters): void {
    const isSet = (row: { resolved: number; settlesAt: number }): boolean =>
      row.resolved === 1 && row.settlesAt >= from && row.settlesAt < to;
    const set = rows.filter(escape(isSet));
    for (const group of set
      .groupby('resolutionBin')
      .rollup({ n: op.count(), ms: op.sum('resolutionTimeMs') })
      .objects() as Groups) {
      counters.get('week:resolvedSet')![0]! += group['n']!;
      counters.get('week:resolutionTimeSet')![0]! += group['n']!;
      counters.get('week:resolutionTimeSetMs')![0]! += group['ms']!;
      counters.get('week:bins')![group['resolutionBin']!] = group['n']!;
    }
    const started = rows.filter(escape((row: { startedAt: number }) => row.startedAt >= from && row.startedAt < to));
    const [sums] = started.rollup({ handled: op.sum('handled'), deflected: op.sum('deflected') }).objects() as Groups;
    counters.get('week:handled')![0] = sums!['handled'] ?? 0;
    counters.get('week:deflected')![0] = sums!['deflected'] ?? 0;
  }

  #feedback({ boundaries, week, channels }: Question, counters: Counters): void {
    const all =
      channels === null
        ? this.#submissions
        : this.#submissions.filter(escape((row: { channel: number }) => channels.includes(row.channel)));
    const over = all.derive({ bucket: escape((row: { at: number }) => bucketOf(boundaries, row.at)) });
    for (const group of over.groupby('bucket', 'value').count().objects() as Groups)
      if (group['bucket']! >= 0) counters.get(feedback[group['value']!]!)![group['bucket']!] = group['count']!;
    const inWeek = all.filter(escape((row: { at: number }) => row.at >= week[0] && row.at < week[1]));
    for (const group of inWeek.groupby('value').count().objects() as Groups)
      counters.get(`week:${feedback[group['value']!]}`)![0] = group['count']!;
  }
}

function conversationsOf(facts: Facts): Table {
  const rows = rowsOf(facts);
  const flag = (is: (row: (typeof rows)[number]) => boolean): Uint8Array =>
    Uint8Array.from(rows, (row) => (is(row) ? 1 : 0));
  return table({
    startedAt: Float64Array.from(rows, (row) => row.startedAt),
    settlesAt: Float64Array.from(rows, (row) => row.settlesAt),
    channel: Uint8Array.from(rows, (row) => row.channel),
    teammate: Uint8Array.from(rows, (row) => row.teammate),
    conversations: new Uint8Array(rows.length).fill(1),
    handled: flag((row) => row.handled),
    resolved: flag((row) => row.resolved),
    unresolved: flag((row) => row.unresolved),
    pending: flag((row) => row.pending),
    couldResolve: flag((row) => row.couldResolve),
    deflected: flag((row) => row.deflected),
    deflectedPending: flag((row) => row.deflected && row.pending),
    handoffsByAgent: flag((row) => row.cause === 1),
    handoffsByAutomation: flag((row) => row.cause === 2),
    handoffsByManual: flag((row) => row.cause === 3),
    handoffsByUnknown: flag((row) => row.cause === 4),
    assigned: flag((row) => row.assigned),
    assignedHandedOff: flag((row) => row.assigned && row.cause > 0),
    assignedHandedOffClosed: flag((row) => row.assigned && row.closedAfterHandoff),
    timeToClose: flag((row) => row.closeBin !== 255),
    timeToCloseMs: Float64Array.from(rows, (row) => row.timeToCloseMs),
    closeBin: Uint8Array.from(rows, (row) => row.closeBin),
    resolutionTimeMs: Float64Array.from(rows, (row) => row.resolutionTimeMs),
    resolutionBin: Uint8Array.from(rows, (row) => row.resolutionBin),
  });
}

function feedbackOf(facts: Facts): Table {
  const submissions = submissionsOf(facts);
  return table({
    at: Float64Array.from(submissions, ({ at }) => at),
    value: Uint8Array.from(submissions, ({ value }) => value),
    channel: Uint8Array.from(submissions, ({ channel }) => channel),
  });
}
