import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HistoryBytes } from '../../../src/conversation/history-bytes.js';
import { encodeHistory } from '../../../src/conversation/history.js';
import { generateConversations } from '../../../src/testing/generator.js';
import { tableOf } from '../../support/event-tables.js';
import { readRealLog, realLogNames, realLogsAbsent } from '../../support/real-logs.js';
import { holds } from '../metrics/holds.js';
import { historyProperties } from './history-properties.js';

const MOST_BYTES_AN_EVENT = 6;

function bytesAnEvent(records: Iterable<unknown>): number {
  const into = new HistoryBytes();
  let events = 0;
  for (const record of records) {
    const { table } = tableOf(record);
    encodeHistory(table, into);
    events += table.count;
  }
  return into.length / events;
}

describe('the compact history, over random conversations', () => {
  for (const [sentence, property] of Object.entries(historyProperties)) it(sentence, () => holds(property, 200));
});

describe('the compact history', () => {
  it('takes few bytes an event, all that belongs to a record included', () => {
    const from = Date.UTC(2026, 2, 2);
    const records = generateConversations({ seed: 5, from, to: from + 14 * 86_400_000 });
    assert.ok(bytesAnEvent(records) <= MOST_BYTES_AN_EVENT);
  });

  for (const name of realLogNames) {
    const log = readRealLog(name);
    it(`takes few bytes an event of the ${name} log`, { skip: log === null && realLogsAbsent }, () => {
      assert.ok(bytesAnEvent(log!) <= MOST_BYTES_AN_EVENT);
    });
  }
});
