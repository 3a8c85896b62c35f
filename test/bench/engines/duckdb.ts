import { makeVector, Table, tableToIPC } from 'apache-arrow';
import { blankCounters } from '../counters.js';
import { CHANNELS, TEAMMATES, type Facts } from '../facts.js';
import { feedback, type Counters, type Engine, type Question } from '../question.js';
import { rowsOf, submissionsOf, type Row } from '../rows.js';
import { countOutcome, outcomeKeyOf } from './outcome-codes.js';
import { bucketSql } from './week-buckets.js';

/** A connection, of either of DuckDB-wasm's two ways to be called. */
export interface Connection {
  query(sql: string): Promise<ResultTable> | ResultTable;
  insertArrowFromIPCStream(stream: Uint8Array, options: { name: string; create: boolean }): Promise<void> | void;
  close(): Promise<void> | void;
}

interface ResultTable {
  readonly numRows: number;
  getChild(name: string): { toArray(): ArrayLike<number> } | null;
}

/** Where the rows of a question are read from, and by which conditions. */
interface Source {
  readonly conversations: string;
  readonly feedback: string;
  /** Conditions, each followed by AND. */
  readonly started: string;
  readonly said: string;
  bucket(column: string): string;
}

type Column = Uint8Array | Float64Array | BigInt64Array;

/** Bits of a key up to which totals lie in a plain array: that of bucket, channel and outcome has 15. */
const KEY_BITS = 20;
const count = 'CAST(count(*) AS INTEGER) AS n';

/**
 * DuckDB-wasm: columns of small numbers, outcomes as codes. A question is one pass that counts them by bucket and channel,
 * and a few over what few rows have. The buckets of boundaries that are asked again become a column.
 */
export class DuckDb implements Engine {
  readonly name = 'DuckDB-wasm';
  /** A conversation of each outcome, by code. */
  readonly #outcomes: Row[] = [];
  readonly #codes = new Map<number, number>();
  #asked: readonly number[] | null = null;
  #cut: readonly number[] | null = null;

  private constructor(private readonly connection: Connection) {}

  static async of(connection: Connection, facts: Facts): Promise<DuckDb> {
    const engine = new DuckDb(connection);
    await connection.query(`SET perfect_ht_threshold = ${KEY_BITS}`);
    await engine.#insert(facts, '', true);
    return engine;
  }

  /** Rows that are added get their buckets as well. */
  async append(facts: Facts): Promise<void> {
    const { connection } = this;
    await this.#insert(facts, 'new_', true);
    await connection.query('INSERT INTO conversations SELECT * FROM new_conversations');
    await connection.query('INSERT INTO feedback SELECT * FROM new_feedback');
    if (this.#cut !== null)
      for (const [table, select] of cutSql(this.#cut, 'new_')) await connection.query(`INSERT INTO ${table} ${select}`);
    for (const table of ['conversations', 'feedback']) await connection.query(`DROP TABLE new_${table}`);
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  async #insert(facts: Facts, prefix: string, create: boolean): Promise<void> {
    const rows = rowsOf(facts);
    const small = (of: (row: Row) => number): Uint8Array => Uint8Array.from(rows, of);
    await this.connection.insertArrowFromIPCStream(
      streamOf({
        started_at: BigInt64Array.from(rows, (row) => BigInt(row.startedAt)),
        settles_at: Float64Array.from(rows, (row) => (Number.isNaN(row.settlesAt) ? -1 : row.settlesAt)),
        channel: small((row) => row.channel),
        outcome: small((row) => this.#codeOf(row)),
        teammate: small((row) => row.teammate),
        close_ms: Float64Array.from(rows, (row) => row.timeToCloseMs),
        close_bin: small((row) => row.closeBin),
        resolved: small((row) => (row.resolved ? 1 : 0)),
        resolution_ms: Float64Array.from(rows, (row) => row.resolutionTimeMs),
        resolution_bin: small((row) => row.resolutionBin),
      }),
      { name: `${prefix}conversations`, create },
    );
    const submissions = submissionsOf(facts);
    await this.connection.insertArrowFromIPCStream(
      streamOf({
        said_at: BigInt64Array.from(submissions, ({ at }) => BigInt(at)),
        value: Uint8Array.from(submissions, ({ value }) => value),
        channel: Uint8Array.from(submissions, ({ channel }) => channel),
      }),
      { name: `${prefix}feedback`, create },
    );
  }

  #codeOf(row: Row): number {
    const key = outcomeKeyOf(row);
    const code = this.#codes.get(key) ?? this.#codes.size;
    if (code === this.#codes.size) {
      this.#codes.set(key, code);
      this.#outcomes.push(row);
    }
    return code;
  }

  async ask(question: Question): Promise<Counters> {
    const counters = blankCounters(question.boundaries.length - 1);
    const source = await this.#sourceFor(question.boundaries);
    const { channels } = question;
    // A list would be looked through row by row, at four times the cost.
    const mask = channels?.reduce((bits, channel) => bits | (1 << channel), 0);
    const wanted = mask === undefined ? 'TRUE' : `(${mask} >> channel) & 1 = 1`;
    await this.#outcomesOver(source, channels, counters);
    await this.#few(source, wanted, counters);
    await this.#week(question.week, wanted, counters);
    return counters;
  }

  /** The second time the same boundaries are asked, buckets become a column. */
  async #sourceFor(boundaries: readonly number[]): Promise<Source> {
    if (this.#cut !== boundaries && this.#asked === boundaries) {
      for (const [table, select] of cutSql(boundaries, ''))
        await this.connection.query(`CREATE OR REPLACE TABLE ${table} AS ${select}`);
      this.#cut = boundaries;
    }
    this.#asked = boundaries;
    return this.#cut === boundaries ? cutSource : sourceOf(boundaries, '');
  }

  /** Groups are few: to leave channels out of them afterwards is quicker than to ask every row. */
  async #outcomesOver(source: Source, channels: Question['channels'], counters: Counters): Promise<void> {
    const rows = await this.#columns(
      `WITH over AS MATERIALIZED (
        SELECT ${source.bucket('started_at')} AS bucket, channel, outcome, ${count}
        FROM ${source.conversations} WHERE ${source.started} TRUE GROUP BY ALL
      ) SELECT * FROM over ${channels === null ? '' : `WHERE channel IN (${channels.join()})`}`,
      ['bucket', 'channel', 'outcome', 'n'],
    );
    const [buckets, channelColumn, outcomes, counts] = rows;
    for (let index = 0; index < counts!.length; index++)
      countOutcome(
        this.#outcomes[outcomes![index]!]!,
        buckets![index]!,
        CHANNELS[channelColumn![index]!]!,
        counts![index]!,
        counters,
      );
  }

  /** What few conversations have: a close after a handoff, a teammate, feedback. */
  async #few({ conversations, started, said, bucket, ...source }: Source, wanted: string, counters: Counters) {
    const [bins, closed, ms] = await this.#columns(
      `SELECT close_bin, ${count}, sum(close_ms) AS ms FROM ${conversations} WHERE ${started} close_bin < 255 AND ${wanted} GROUP BY ALL`,
      ['close_bin', 'n', 'ms'],
    );
    for (let index = 0; index < bins!.length; index++) {
      counters.get('timeToClose:bins')![bins![index]!] = closed![index]!;
      counters.get('timeToClose')![0]! += closed![index]!;
      counters.get('timeToCloseMs')![0]! += ms![index]!;
    }
    const [closedIn, teammates, credits] = await this.#columns(
      `SELECT ${bucket('started_at')} AS bucket, teammate, ${count} FROM ${conversations} WHERE ${started} teammate > 0 AND ${wanted} GROUP BY ALL`,
      ['bucket', 'teammate', 'n'],
    );
    for (let index = 0; index < credits!.length; index++)
      counters.get(`teammate:${TEAMMATES[teammates![index]! - 1]}`)![closedIn![index]!] = credits![index]!;
    const [saidIn, values, submissions] = await this.#columns(
      `SELECT ${bucket('said_at')} AS bucket, value, ${count} FROM ${source.feedback} WHERE ${said} ${wanted} GROUP BY ALL`,
      ['bucket', 'value', 'n'],
    );
    for (let index = 0; index < submissions!.length; index++)
      counters.get(feedback[values![index]!]!)![saidIn![index]!] = submissions![index]!;
  }

  async #week([from, to]: Question['week'], wanted: string, counters: Counters): Promise<void> {
    const within = (column: string): string => `${column} >= ${from} AND ${column} < ${to} AND ${wanted}`;
    const [bins, resolved, ms] = await this.#columns(
      `SELECT resolution_bin, ${count}, sum(resolution_ms) AS ms FROM conversations WHERE ${within('settles_at')} AND resolved = 1 GROUP BY ALL`,
      ['resolution_bin', 'n', 'ms'],
    );
    for (let index = 0; index < bins!.length; index++) {
      counters.get('week:bins')![bins![index]!] = resolved![index]!;
      counters.get('week:resolvedSet')![0]! += resolved![index]!;
      counters.get('week:resolutionTimeSet')![0]! += resolved![index]!;
      counters.get('week:resolutionTimeSetMs')![0]! += ms![index]!;
    }
    const [outcomes, started] = await this.#columns(
      `SELECT outcome, ${count} FROM conversations WHERE ${within('started_at')} GROUP BY ALL`,
      ['outcome', 'n'],
    );
    for (let index = 0; index < started!.length; index++) {
      const { handled, deflected } = this.#outcomes[outcomes![index]!]!;
      if (handled) counters.get('week:handled')![0]! += started![index]!;
      if (deflected) counters.get('week:deflected')![0]! += started![index]!;
    }
    const [values, said] = await this.#columns(
      `SELECT value, ${count} FROM feedback WHERE ${within('said_at')} GROUP BY ALL`,
      ['value', 'n'],
    );
    for (let index = 0; index < said!.length; index++)
      counters.get(`week:${feedback[values![index]!]}`)![0] = said![index]!;
  }

  async #columns(sql: string, names: readonly string[]): Promise<ArrayLike<number>[]> {
    const result = await this.connection.query(sql);
    return names.map((name) => (result.numRows === 0 ? [] : result.getChild(name)!.toArray()));
  }
}

function sourceOf(boundaries: readonly number[], prefix: string): Source {
  const within = (column: string): string => `${column} >= ${boundaries[0]} AND ${column} < ${boundaries.at(-1)} AND`;
  return {
    conversations: `${prefix}conversations`,
    feedback: `${prefix}feedback`,
    started: within('started_at'),
    said: within('said_at'),
    bucket: (column) => bucketSql(column, boundaries),
  };
}

const cutSource: Source = {
  conversations: 'cut_conversations',
  feedback: 'cut_feedback',
  started: '',
  said: '',
  bucket: () => 'bucket',
};

/** Tables of what lies inside boundaries, each with what selects it. */
function cutSql(boundaries: readonly number[], prefix: string): readonly (readonly [table: string, select: string])[] {
  const { conversations, feedback: submissions, started, said, bucket } = sourceOf(boundaries, prefix);
  const columns = 'channel, outcome, teammate, close_ms, close_bin';
  return [
    [
      cutSource.conversations,
      `SELECT ${bucket('started_at')} AS bucket, ${columns} FROM ${conversations} WHERE ${started} TRUE`,
    ],
    [
      cutSource.feedback,
      `SELECT ${bucket('said_at')} AS bucket, channel, value FROM ${submissions} WHERE ${said} TRUE`,
    ],
  ];
}

function streamOf(columns: Readonly<Record<string, Column>>): Uint8Array {
  const table = new Table(
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, makeVector(column)])),
  );
  return tableToIPC(table, 'stream');
}
