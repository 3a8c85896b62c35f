import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { ConversationRecord } from '../../src/conversation/record.js';

/** The two public help-desk logs that figures are known for. */
export const realLogNames = ['helpdesk', 'incidents'] as const;
/** One of {@link realLogNames}. */
export type RealLogName = (typeof realLogNames)[number];

/** What a test says where the logs are not on the machine. */
export const realLogsAbsent = 'the real logs are not here, so this test could not run';

/** Known figures of one civil week, by the conversations that started in it. */
export interface ExpectedWeek {
  readonly conversations: number;
  readonly handled: number;
  readonly resolved: number;
  readonly deflected: number;
  readonly handoffs: number;
}

/** Known figures of a whole log. Sums are milliseconds; `…N` counts what was summed. */
export interface ExpectedTotal extends ExpectedWeek {
  readonly confirmed: number;
  readonly unresolved: number;
  readonly undeterminable: number;
  readonly pending: number;
  readonly couldResolve: number;
  readonly resolvedSet: number;
  readonly resolutionTimeSetN: number;
  readonly resolutionTimeSetSum: number;
  readonly deflectedPending: number;
  readonly deflectedHandedOff: number;
  readonly handoff_agent: number;
  readonly handoff_automation: number;
  readonly handoff_manual: number;
  readonly handoff_unknown: number;
  readonly lateHandoffs: number;
  readonly humanJoined: number;
  readonly transferRequests: number;
  readonly resolutionTimeN: number;
  readonly resolutionTimeSum: number;
  readonly assigned: number;
  readonly assignedHandedOff: number;
  readonly assignedHandedOffClosed: number;
  readonly timeToCloseN: number;
  readonly timeToCloseSum: number;
  readonly feedback_positive: number;
  readonly feedback_neutral: number;
  readonly feedback_negative: number;
  /** Conversations closed by each teammate, by id. */
  readonly team: Readonly<Record<string, number>>;
}

/** Known figures of one log, for the clock, zone and week start they hold at. */
export interface ExpectedFigures {
  /** Epoch ms. */
  readonly now: number;
  /** IANA name. */
  readonly timeZone: string;
  /** Day the week starts on: 1 is Monday. */
  readonly weekStart: number;
  readonly total: ExpectedTotal;
  /** By the week's first day, `2016-02-29`; a week that is not listed holds nothing. */
  readonly weeks: Readonly<Record<string, ExpectedWeek>>;
  /** Handled conversations by channel. */
  readonly byChannel: Readonly<Record<string, number>>;
}

/** Those that were read so far: many tests look at the same. */
const logsRead = new Map<RealLogName, readonly ConversationRecord[]>();

/** Every record of a log, in the file's order; null where the logs are not on this machine. */
export function readRealLog(name: RealLogName): readonly ConversationRecord[] | null {
  const path = realLogPath(name);
  if (path === null) return null;
  const read = logsRead.get(name);
  if (read !== undefined) return read;
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  const records = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as ConversationRecord);
  logsRead.set(name, records);
  return records;
}

/** Path of a log's gzipped NDJSON; null where it is not on this machine. */
export function realLogPath(name: RealLogName): string | null {
  return existingPath(`${name}.ndjson.gz`);
}

/** The figures that are known for a log; null where they are not on this machine. */
export function expectedFigures(name: RealLogName): ExpectedFigures | null {
  const path = existingPath('expected.json');
  if (path === null) return null;
  const all = JSON.parse(readFileSync(path, 'utf8')) as Record<RealLogName, ExpectedFigures>;
  return all[name];
}

function existingPath(file: string): string | null {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const path = join(resolve(root, process.env['DESKGLASS_DATA'] ?? '../shared/data'), file);
  return existsSync(path) ? path : null;
}

/** A log and its figures; where they are absent the test is skipped, but on the project's own machines it fails. */
export function logOrSkip(
  name: RealLogName,
  t: TestContext,
): readonly [records: readonly ConversationRecord[], expected: ExpectedFigures] | null {
  const records = readRealLog(name);
  const expected = expectedFigures(name);
  if (records !== null && expected !== null) return [records, expected];
  assert.notEqual(process.env['CI'], 'true', realLogsAbsent);
  t.skip(realLogsAbsent);
  return null;
}
