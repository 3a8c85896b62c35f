import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { claimsOf } from '../../../src/conversation/evaluate.js';
import { eventCodes, namesAnything, namesTeammate } from '../../../src/conversation/event-code.js';
import { ELSEWHERE, EventTable, NONE } from '../../../src/conversation/event-table.js';
import { addSubmissions, FeedbackList } from '../../../src/conversation/feedback.js';
import { HistoryBytes } from '../../../src/conversation/history-bytes.js';
import { decodeHistory, encodeHistory } from '../../../src/conversation/history.js';
import { Judgement } from '../../../src/conversation/judgement.js';
import { judge } from '../../../src/conversation/outcome.js';
import { feedbackValues, type ConversationRecord } from '../../../src/conversation/record.js';
import { completeRules } from '../../../src/conversation/rules.js';
import { conversationRecord, now } from '../../support/arbitraries.js';
import { plainTable, tableOf } from '../../support/event-tables.js';
import { naiveEvaluate } from '../../support/naive-evaluator.js';
import { anyRules } from './evaluate-properties.js';

/** The last instant of the calendar, epoch ms; its negative is the first. */
const LAST = 8.64e15;

const anyInstant = fc.oneof(
  fc.integer({ min: -LAST, max: LAST }),
  fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_000 + 2 ** 33 }),
  fc.constantFrom(-LAST, LAST, -LAST + 1, LAST - 1, 0, 2 ** 32, 2 ** 32 - 1, -(2 ** 32), 2 ** 52 + 1),
);
const anyTeammate = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 2 ** 31 - 3 }));
const anyEvent = fc.record({
  at: anyInstant,
  code: fc.constantFrom(...Object.values(eventCodes)),
  teammate: anyTeammate,
  about: fc.oneof(fc.constantFrom(NONE, ELSEWHERE), fc.nat({ max: 400 })),
});

/** Any table that can be, and many that no record leads to. */
const anyTable = fc
  .record({
    startedAt: anyInstant,
    ticketClosedAt: fc.option(anyInstant, { nil: NaN }),
    updatedAt: fc.option(anyInstant, { nil: NaN }),
    flags: fc.nat({ max: 63 }),
    events: fc.oneof(fc.array(anyEvent, { maxLength: 12 }), fc.array(anyEvent, { minLength: 100, maxLength: 400 })),
  })
  .map(({ events, ...conversation }) => {
    const table = Object.assign(new EventTable(), conversation);
    table.reserve(events.length);
    table.count = events.length;
    const instants = events.map(({ at }) => at).sort((a, b) => a - b);
    for (const [index, { code, teammate, about }] of events.entries()) {
      table.codes[index] = code;
      table.at[index] = instants[index]!;
      table.refs[index] = namesTeammate(code) ? teammate : namesAnything(code) ? about : NONE;
      table.occurring |= 1 << code;
    }
    return table;
  });

function roundTrip(table: EventTable): EventTable {
  const into = new HistoryBytes();
  const read = new EventTable();
  encodeHistory(table, into);
  assert.equal(decodeHistory(into.bytes, 0, table.startedAt, read), into.length);
  return read;
}

/** What the judge and the feedback rule say of a table, in the second opinion's words. */
function saidOf(table: EventTable, clock: number, rules: object, idOf: (teammate: number) => string | null): unknown {
  const judgement = new Judgement();
  const list = new FeedbackList();
  judge(table, clock, completeRules(rules), judgement);
  addSubmissions(table, judgement.evidence.visible, list);
  const words = { grounded: 'yes', ungrounded: 'no', unknown: 'unknown' } as const;
  return {
    ...claimsOf(judgement),
    closedByTeammate: idOf(judgement.closedByTeammate),
    grounding: judgement.grounding === null ? 'no' : words[judgement.grounding],
    feedback: Array.from({ length: list.count }, (_, place) => ({
      at: list.at[place],
      value: feedbackValues[list.values[place]!],
    })),
  };
}

/** Sentences about the compact form of a conversation with the properties that say whether they are true. */
export const historyProperties = {
  'a conversation comes out as it went in': fc.property(conversationRecord({ maxEvents: 30 }), (record) => {
    const { table } = tableOf(record);
    assert.deepEqual(plainTable(roundTrip(table)), plainTable(table));
  }),

  'no instant, span, count or number is too far out': fc.property(anyTable, (table) => {
    assert.deepEqual(plainTable(roundTrip(table)), plainTable(table));
  }),

  'records stand one after the other, and each tells where it ends': fc.property(
    fc.array(anyTable, { maxLength: 6 }),
    (tables) => {
      const into = new HistoryBytes();
      const ends = tables.map((table) => (encodeHistory(table, into), into.length));
      const read = new EventTable();
      let offset = 0;
      for (const [index, table] of tables.entries()) {
        offset = decodeHistory(into.bytes, offset, table.startedAt, read);
        assert.equal(offset, ends[index]);
        assert.deepEqual(plainTable(read), plainTable(table));
      }
    },
  ),

  'one judge reused for other clocks and rules says what the second opinion says each time': fc.property(
    conversationRecord({ maxEvents: 14 }),
    fc.array(fc.tuple(now(), anyRules), { minLength: 1, maxLength: 5 }),
    (record: ConversationRecord, verdicts) => {
      const { table, teammates } = tableOf(record);
      const kept = roundTrip(table);
      for (const [clock, rules] of verdicts) {
        const said = saidOf(kept, clock, rules, (teammate) => teammates.idOf(teammate));
        assert.deepEqual(said, naiveEvaluate(record, { now: clock, rules }));
      }
    },
  ),

  'teammates renumbered in the record are the same people': fc.property(
    conversationRecord(),
    now(),
    anyRules,
    fc.constantFrom(127, 128, 16_383, 16_384, 2 ** 31 - 100),
    (record: ConversationRecord, clock, rules, shift) => {
      const { table, teammates } = tableOf(record);
      const once = roundTrip(table);
      once.renumberTeammates((teammate) => teammate + shift);
      const idOf = (teammate: number): string | null => (teammate === 0 ? null : teammates.idOf(teammate - shift));
      assert.deepEqual(
        saidOf(roundTrip(once), clock, rules, idOf),
        saidOf(table, clock, rules, (teammate) => teammates.idOf(teammate)),
      );
    },
  ),
} as const;
