import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import type { ConversationRecord } from '../../src/conversation/record.js';
import { naiveEvaluate } from './naive-evaluator.js';
import type { NaiveOutcome, NaiveRules } from './naive-evaluator.js';
import { naiveInstant } from './naive-events.js';
import { naiveBuckets, naiveHandoffs, naiveTotals } from './naive-report.js';
import type { NaiveTotals } from './naive-report.js';
import { logOrSkip, realLogNames } from './real-logs.js';
import type { ExpectedFigures, RealLogName } from './real-logs.js';

interface OutcomeCase {
  readonly name: string;
  readonly record: ConversationRecord;
  readonly now: number;
  readonly rules?: Partial<NaiveRules>;
  readonly expected: Partial<NaiveOutcome>;
}

const HOUR = 60 * 60 * 1000;
const monday = Date.UTC(2026, 2, 2, 9);

const casesFile = new URL('../../src/testing/outcome-cases.json', import.meta.url);
const cases = JSON.parse(readFileSync(casesFile, 'utf8')) as OutcomeCase[];

describe('the outcome of one conversation', () => {
  it('is known for 96 cases', () => {
    assert.equal(cases.length, 96);
  });

  for (const { name, record, now: clock, rules = {}, expected } of cases) {
    it(name, () => {
      const outcome = naiveEvaluate(record, { now: clock, rules });
      for (const [field, value] of Object.entries(expected))
        assert.deepEqual(outcome[field as keyof NaiveOutcome], value, field);
    });
  }

  it('of a conversation handed off by the agent alone stays settled when a reply comes too late', () => {
    const record: ConversationRecord = {
      id: 'c-1',
      startedAt: monday,
      events: [
        { type: 'handoff', at: monday, cause: 'agent' },
        { type: 'message', at: monday + 72 * HOUR, by: { kind: 'agent' }, sources: [{}] },
      ],
    };
    const outcome = naiveEvaluate(record, { now: monday + 80 * HOUR });
    assert.equal(outcome.settlesAt, monday + 72 * HOUR);
    assert.equal(outcome.resolution, 'unresolved');
  });

  it('credits nobody for a close of the ticket where the last close was reopened before it', () => {
    const record: ConversationRecord = {
      id: 'c-1',
      startedAt: monday,
      ticket: { id: 't-1', closedAt: monday + 50 * HOUR },
      events: [
        { type: 'closed', at: monday + HOUR, by: { kind: 'teammate', id: 'bo' } },
        { type: 'reopened', at: monday + 2 * HOUR },
      ],
    };
    const outcome = naiveEvaluate(record, { now: monday + 100 * HOUR });
    assert.equal(outcome.closedAt, monday + 50 * HOUR);
    assert.equal(outcome.closedByTeammate, null);
  });

  it('is unhandled where all the agent did was to hand over to a bot', () => {
    const record: ConversationRecord = {
      id: 'c-1',
      startedAt: monday,
      events: [{ type: 'handoff', at: monday, cause: 'agent', to: { kind: 'bot' } }],
    };
    assert.equal(naiveEvaluate(record, { now: monday + 100 * HOUR }).handled, false);
  });

  it('has equal events without an id once, in the place of the first', () => {
    const at = monday + HOUR;
    const record: ConversationRecord = {
      id: 'c-1',
      startedAt: monday,
      events: [
        { type: 'message', at: monday, by: { kind: 'agent' }, sources: [{}] },
        { type: 'feedback', at, value: 'positive' },
        { type: 'feedback', at, value: 'negative' },
        { value: 'positive', at: new Date(at).toISOString(), type: 'feedback', messageId: null },
      ],
    };
    const outcome = naiveEvaluate(record, { now: monday + 100 * HOUR });
    assert.equal(outcome.feedback.length, 2);
    assert.equal(outcome.resolution, 'unresolved');
  });

  it('counts feedback by submission, on replies or on the whole conversation, from the first reply on', () => {
    const record: ConversationRecord = {
      id: 'c-1',
      startedAt: monday,
      events: [
        { type: 'message', id: 'q', at: monday, by: { kind: 'visitor' } },
        { type: 'feedback', at: monday, value: 'negative' },
        { type: 'message', id: 'm', at: monday + HOUR, by: { kind: 'agent' } },
        { type: 'feedback', at: monday + HOUR, value: 'neutral' },
        { type: 'feedback', at: monday + 2 * HOUR, value: 'positive', messageId: 'm' },
        { type: 'feedback', at: monday + 3 * HOUR, value: 'positive', messageId: 'q' },
        { type: 'feedback', at: monday + 90 * HOUR, value: 'negative', messageId: 'm' },
      ],
    };
    assert.deepEqual(naiveEvaluate(record, { now: monday + 100 * HOUR }).feedback, [
      { at: monday + HOUR, value: 'neutral' },
      { at: monday + 2 * HOUR, value: 'positive' },
      { at: monday + 90 * HOUR, value: 'negative' },
    ]);
  });
});

for (const name of realLogNames) {
  describe(`the real log ${name}`, () => {
    it('has the known totals and channels', (context) => {
      withRealLog(name, context, (records, expected) => {
        const totals = naiveTotals(records, { from: 0, to: expected.now + 1, now: expected.now });
        assert.deepEqual(knownPart(totals, expected), expected.total);
        assert.deepEqual(Object.fromEntries(totals.handledByChannel), expected.byChannel);
      });
    });

    it('has the known weeks', (context) => {
      withRealLog(name, context, (records, expected) => {
        assert.deepEqual(busyWeeks(weeksOf(records, expected)), busyWeeks(expected.weeks));
      });
    });
  });
}

function withRealLog(
  name: RealLogName,
  context: TestContext,
  check: (records: readonly ConversationRecord[], expected: ExpectedFigures) => void,
): void {
  const log = logOrSkip(name, context);
  if (log !== null) check(...log);
}

/** What of the totals is known, under the names it is known by. */
function knownPart(totals: NaiveTotals, expected: ExpectedFigures): Record<string, unknown> {
  const named: Record<string, unknown> = {
    ...totals,
    resolutionTimeN: totals.resolutionTimeCount,
    resolutionTimeSetN: totals.resolutionTimeSetCount,
    timeToCloseN: totals.timeToCloseCount,
    handoffs: naiveHandoffs(totals),
    handoff_agent: totals.handoffsByAgent,
    handoff_automation: totals.handoffsByAutomation,
    handoff_manual: totals.handoffsByManual,
    handoff_unknown: totals.handoffsByUnknown,
    feedback_positive: totals.feedbackPositive,
    feedback_neutral: totals.feedbackNeutral,
    feedback_negative: totals.feedbackNegative,
    team: Object.fromEntries(totals.closedByTeammate),
  };
  return Object.fromEntries(Object.keys(expected.total).map((name) => [name, named[name]]));
}

function weeksOf(records: readonly ConversationRecord[], expected: ExpectedFigures): ExpectedFigures['weeks'] {
  const { now: clock, timeZone, weekStart } = expected;
  const starts = records.map(({ startedAt }) => naiveInstant(startedAt));
  const weeks = naiveBuckets(Math.min(...starts), clock + 1, { grain: 'week', timeZone, weekStart });
  const rows = weeks.map(({ firstDay, start, end }) => {
    const started = records.filter((_record, place) => isWithin(starts[place], start, end));
    const totals = naiveTotals(started, { from: start, to: end, now: clock });
    const { conversations, handled, resolved, deflected } = totals;
    return [firstDay, { conversations, handled, resolved, deflected, handoffs: naiveHandoffs(totals) }] as const;
  });
  return Object.fromEntries(rows);
}

/** Some weeks in which nothing happened are listed among the known ones and some are not. */
function busyWeeks(weeks: ExpectedFigures['weeks']): ExpectedFigures['weeks'] {
  return Object.fromEntries(Object.entries(weeks).filter(([, week]) => Object.values(week).some((count) => count > 0)));
}

function isWithin(at: number | undefined, start: number, end: number): boolean {
  return at !== undefined && start <= at && at < end;
}
