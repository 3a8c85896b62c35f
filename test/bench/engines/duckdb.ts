import { makeVector, Table, tableToIPC } from 'apache-arrow';
import { blankCounters } from '../counters.js';
import { CHANNELS, TEAMMATES, type Facts } from '../facts.js';
import { feedback, weekly, type Counters, type Engine, type Question } from '../question.js';
import { rowsOf, submissionsOf, type Row } from '../rows.js';

/** A connection, of either of DuckDB-wasm's two ways to be called. */
export interface Connection {
  query(sql: string): Promise<ResultTable> | ResultTable;
  insertArrowFromIPCStream(stream: Uint8Array, options: { name: string; create: boolean }): Promise<void> | void;
  close(): Promise<void> | void;
}

interface ResultTable {
  toArray(): Record<string, number | bigint>[];
}

const flags: Readonly<Record<string, (row: Row) => boolean>> = {
  handled: (row) => row.handled,
  resolved: (row) => row.resolved,
  unresolved: (row) => row.unresolved,
  pending: (row) => row.pending,
  could_resolve: (row) => row.couldResolve,
  deflected: (row) => row.deflected,
  assigned: (row) => row.assigned,
  closed_after: (row) => row.closedAfterHandoff,
};

const weeklySql: Readonly<Record<(typeof weekly)[number], string>> = {
  conversations: 'count(*)',
  handled: 'sum(handled)',
  resolved: 'sum(resolved)',
  unresolved: 'sum(unresolved)',
  pending: 'sum(pending)',
  couldResolve: 'sum(could_resolve)',
  deflected: 'sum(deflected)',
  deflectedPending: 'count(*) FILTER (WHERE deflected = 1 AND pending = 1)',
  handoffsByAgent: 'count(*) FILTER (WHERE cause = 1)',
  handoffsByAutomation: 'count(*) FILTER (WHERE cause = 2)',
  handoffsByManual: 'count(*) FILTER (WHERE cause = 3)',
  handoffsByUnknown: 'count(*) FILTER (WHERE cause = 4)',
};

const wholeSql = {
  assigned: 'sum(assigned)',
  assignedHandedOff: 'count(*) FILTER (WHERE assigned = 1 AND cause > 0)',
  assignedHandedOffClosed: 'count(*) FILTER (WHERE assigned = 1 AND closed_after = 1)',
  timeToClose: 'count(*) FILTER (WHERE close_bin < 255)',
  timeToCloseMs: 'sum(close_ms)',
} as const;

/** DuckDB-wasm: columns of small numbers, a query a cut, buckets by a guess of the week that two comparisons put right. */
export class DuckDb implements Engine {
  readonly name = 'DuckDB-wasm';

  private constructor(private readonly connection: Connection) {}

  static async of(connection: Connection, facts: Facts): Promise<DuckDb> {
    const engine = new DuckDb(connection);
    await engine.#insert(facts, true);
    return engine;
  }

  async append(facts: Facts): Promise<void> {
    await this.#insert(facts, false);
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  async #insert(facts: Facts, create: boolean): Promise<void> {
    const rows = rowsOf(facts);
    const small = (of: (row: Row) => number): Uint8Array => Uint8Array.from(rows, of);
    const columns: Record<string, Uint8Array | Float64Array> = {
      started_at: Float64Array.from(rows, (row) => row.startedAt),
      settles_at: Float64Array.from(rows, (row) => (Number.isNaN(row.settlesAt) ? -1 : row.settlesAt)),
      channel: small((row) => row.channel),
      teammate: small((row) => row.teammate),
      cause: small((row) => row.cause),
      close_ms: Float64Array.from(rows, (row) => row.timeToCloseMs),
      close_bin: small((row) => row.closeBin),
      resolution_ms: Float64Array.from(rows, (row) => row.resolutionTimeMs),
      resolution_bin: small((row) => row.resolutionBin),
    };
    for (const [name, is] of Object.entries(flags)) columns[name] = small((row) => (is(row) ? 1 : 0));
    await this.connection.insertArrowFromIPCStream(streamOf(columns), { name: 'conversations', create });
    const submissions = submissionsOf(facts);
    const said = {
      said_at: Float64Array.from(submissions, ({ at }) => at),
      value: Uint8Array.from(submissions, ({ value }) => value),
      channel: Uint8Array.from(submissions, ({ channel }) => channel),
    };
    await this.connection.insertArrowFromIPCStream(streamOf(said), { name: 'feedback', create });
  }

  async ask({ boundaries, week, channels }: Question): Promise<Counters> {
    const counters = blankCounters(boundaries.length - 1);
    const wanted = channels === null ? '' : `AND channel IN (${channels.join()})`;
    const range = (column: string, [from, to]: readonly [number, number]): string =>
      `${column} >= ${from} AND ${column} < ${to} ${wanted}`;
    const ends: readonly [number, number] = [boundaries[0]!, boundaries.at(-1)!];
    const over = `(SELECT *, ${bucketSql('started_at', boundaries)} AS bucket FROM conversations WHERE ${range('started_at', ends)})`;
    const list = (sql: Readonly<Record<string, string>>): string =>
      Object.entries(sql)
        .map(([name, column]) => `${column} AS "${name}"`)
        .join();
    for (const row of await this.#rows(
      `SELECT bucket, channel, ${list({ ...weeklySql, ...wholeSql })} FROM ${over} GROUP BY bucket, channel`,
    )) {
      for (const name of weekly) counters.get(name)![row['bucket']!]! += row[name]!;
      for (const name of Object.keys(wholeSql)) counters.get(name)![0]! += row[name]!;
      counters.get(`channel:${CHANNELS[row['channel']!]}`)![row['bucket']!] = row['handled']!;
    }
    for (const row of await this.#rows(
      `SELECT bucket, teammate, count(*) AS n FROM ${over} WHERE teammate > 0 GROUP BY bucket, teammate`,
    ))
      counters.get(`teammate:${TEAMMATES[row['teammate']! - 1]}`)![row['bucket']!] = row['n']!;
    for (const row of await this.#rows(
      `SELECT close_bin, count(*) AS n FROM conversations WHERE close_bin < 255 AND ${range('started_at', ends)} GROUP BY close_bin`,
    ))
      counters.get('timeToClose:bins')![row['close_bin']!] = row['n']!;
    for (const row of await this.#rows(
      `SELECT resolution_bin, count(*) AS n, sum(resolution_ms) AS ms FROM conversations WHERE resolved = 1 AND ${range('settles_at', week)} GROUP BY resolution_bin`,
    )) {
      counters.get('week:resolvedSet')![0]! += row['n']!;
      counters.get('week:resolutionTimeSet')![0]! += row['n']!;
      counters.get('week:resolutionTimeSetMs')![0]! += row['ms']!;
      counters.get('week:bins')![row['resolution_bin']!] = row['n']!;
    }
    const [started] = await this.#rows(
      `SELECT coalesce(sum(handled), 0) AS handled, coalesce(sum(deflected), 0) AS deflected FROM conversations WHERE ${range('started_at', week)}`,
    );
    counters.get('week:handled')![0] = started!['handled']!;
    counters.get('week:deflected')![0] = started!['deflected']!;
    const said = `(SELECT value, ${bucketSql('said_at', boundaries)} AS bucket FROM feedback WHERE ${range('said_at', ends)})`;
    for (const row of await this.#rows(`SELECT bucket, value, count(*) AS n FROM ${said} GROUP BY bucket, value`))
      counters.get(feedback[row['value']!]!)![row['bucket']!] = row['n']!;
    for (const row of await this.#rows(
      `SELECT value, count(*) AS n FROM feedback WHERE ${range('said_at', week)} GROUP BY value`,
    ))
      counters.get(`week:${feedback[row['value']!]}`)![0] = row['n']!;
    return counters;
  }

  async #rows(sql: string): Promise<Record<string, number>[]> {
    const rows = (await this.connection.query(sql)).toArray();
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])));
  }
}

/** Weeks are nearly even: a division guesses the bucket, and the boundaries beside it decide. */
function bucketSql(column: string, boundaries: readonly number[]): string {
  const list = `[${boundaries.join()}]`;
  const last = boundaries.length - 2;
  const guess = `least(greatest(CAST(floor((${column} - ${boundaries[1]}) / 604800000.0) AS INTEGER) + 1, 0), ${last})`;
  return `(${guess} - CAST(${column} < ${list}[${guess} + 1] AS INTEGER) + CAST(${column} >= ${list}[${guess} + 2] AS INTEGER))`;
}

function streamOf(columns: Readonly<Record<string, Uint8Array | Float64Array>>): Uint8Array {
  const table = new Table(
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, makeVector(column)])),
  );
  return tableToIPC(table, 'stream');
}
