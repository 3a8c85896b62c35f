import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { parseConversation } from '../../../src/conversation/parse.js';
import type { ConversationEvent, ConversationRecord } from '../../../src/conversation/record.js';
import {
  conversationId,
  generateConversations,
  longestConversationMs,
  MadeUpDesk,
  placeOf,
  storyMs,
} from '../../../src/testing/generator.js';
import { outageWeek, releaseWeek, storyWeeks } from '../../../src/testing/story.js';

const WEEK_MS = 7 * 86_400_000;
const HOUR_MS = 3_600_000;
/** A Monday, 00:00 by the desk's clock. */
const from = Date.UTC(2024, 2, 4) - HOUR_MS;
const to = from + storyMs;
const SEED = 11;

let records: ConversationRecord[] = [];

before(() => {
  records = [...generateConversations({ seed: SEED, from, to })];
});

function isReply(event: ConversationEvent): boolean {
  return event.type === 'message' && event.by.kind === 'agent' && event.public !== false;
}

function isTeamMessage(event: ConversationEvent): boolean {
  return event.type === 'message' && event.by.kind === 'teammate' && event.public !== false;
}

function isHandoff(event: ConversationEvent): boolean {
  return event.type === 'handoff' || (event.type === 'assignment' && event.to?.kind === 'teammate');
}

function counts(record: ConversationRecord): boolean {
  return record.initiatedBy !== 'team' && record.eligible !== false && record.excluded == null;
}

function isHandled({ events }: ConversationRecord): boolean {
  return events.some((event) => isReply(event) || (event.type === 'handoff' && event.cause === 'agent'));
}

/** Near enough to a resolution for proportions: grounded, nobody of the team, no wish for one, no bad word at the end. */
function looksResolved({ events }: ConversationRecord): boolean {
  const grounded = events.some((event) => event.type === 'message' && (event.sources?.length ?? 0) > 0);
  const alone = !events.some((event) => isTeamMessage(event) || isHandoff(event) || event.type === 'transfer-request');
  const feedback = events.findLast((event) => event.type === 'feedback');
  const liked = feedback?.type !== 'feedback' || feedback.value !== 'negative' || feedback.messageId === 'a1';
  return grounded && alone && liked;
}

function inWeeks(first: number, end: number): ConversationRecord[] {
  return records.filter(({ startedAt }) => {
    const week = Math.floor((Number(startedAt) - from) / WEEK_MS);
    return week >= first && week < end;
  });
}

function share(list: readonly ConversationRecord[], holds: (record: ConversationRecord) => boolean): number {
  return list.filter(holds).length / list.length;
}

function assertBetween(value: number, low: number, high: number): void {
  assert.ok(value >= low && value <= high, `seed ${SEED}: expected ${low}–${high}, got ${value}`);
}

describe('generateConversations', () => {
  it('makes the same records for the same seed, and others for another', () => {
    const slice = { from, to: from + WEEK_MS };
    const again = [...generateConversations({ seed: SEED, ...slice })];
    assert.deepEqual(again, records.slice(0, again.length));
    assert.notDeepEqual([...generateConversations({ seed: SEED + 1, ...slice })].slice(0, 5), again.slice(0, 5));
  });

  it('makes the same conversation in every slice of one desk', () => {
    const [sliceFrom, sliceTo] = [from + 50.3 * WEEK_MS, from + 52.7 * WEEK_MS];
    const slice = [...generateConversations({ seed: SEED, from: sliceFrom, to: sliceTo, storyFrom: from })];
    assert.equal(slice.length > 500, true);
    assert.deepEqual(
      slice,
      records.filter(({ startedAt }) => Number(startedAt) >= sliceFrom && Number(startedAt) < sliceTo),
    );
  });

  it('makes records that the door lets in, each with an id of its own, in order of their start', () => {
    for (const record of records) {
      const { duplicateEvents, outOfOrder } = parseConversation(record);
      assert.equal(duplicateEvents, 0, record.id);
      assert.equal(outOfOrder, false, record.id);
    }
    assert.equal(new Set(records.map(({ id }) => id)).size, records.length);
    assert.equal(
      records.every(({ startedAt }, index) => index === 0 || startedAt >= records[index - 1]!.startedAt),
      true,
    );
    assert.equal(
      records.every(({ startedAt }) => Number(startedAt) >= from && Number(startedAt) < to),
      true,
    );
  });

  it('lets no event come before the start, nor after the last change or the longest conversation', () => {
    for (const { id, startedAt, updatedAt, events, ticket } of records) {
      const times = [...events.map(({ at }) => Number(at)), Number(ticket?.closedAt ?? startedAt)];
      assert.ok(Math.min(...times) >= Number(startedAt), id);
      assert.ok(Math.max(...times) <= Number(updatedAt), id);
      assert.ok(Number(updatedAt) - Number(startedAt) < longestConversationMs, id);
    }
  });

  it('grows to its full size in two years, about 60,000 conversations in all', () => {
    assertBetween(records.length, 56_000, 64_000);
    assertBetween(inWeeks(0, 4).length / 4, 220, 290);
    assertBetween(inWeeks(storyWeeks - 4, storyWeeks).length / 4, 820, 950);
  });

  it('reaches the proportions of a help desk in its last weeks', () => {
    const latest = inWeeks(storyWeeks - 12, storyWeeks).filter(counts);
    const handled = latest.filter(isHandled);
    assertBetween(handled.length / latest.length, 0.77, 0.85);
    assertBetween(
      share(handled, ({ events }) => events.some(isHandoff)),
      0.2,
      0.3,
    );
    assertBetween(
      share(handled, ({ events }) => !events.some((e) => isHandoff(e) || isTeamMessage(e))),
      0.66,
      0.76,
    );
    assertBetween(share(handled, looksResolved), 0.53, 0.63);
    const by = (channel: string): number => handled.filter((record) => record.channel === channel).length;
    assert.equal(by('chat') > by('email') && by('email') > by('whatsapp') && by('whatsapp') > by('messenger'), true);
    assert.equal(new Set(handled.map(({ channel }) => channel)).size, 5);
  });

  it('resolves visibly and lastingly more from the release on', () => {
    const rate = (first: number, end: number): number => share(inWeeks(first, end).filter(isHandled), looksResolved);
    const earlier = rate(releaseWeek - 5, releaseWeek);
    assert.equal(rate(releaseWeek, outageWeek) > earlier + 0.03, true);
    assert.equal(rate(outageWeek + 1, storyWeeks) > earlier + 0.03, true);
  });

  it('has one bad week, with more handoffs and more negative feedback', () => {
    const isDisliked = ({ events }: ConversationRecord): boolean =>
      events.some((event) => event.type === 'feedback' && event.value === 'negative');
    const bad = inWeeks(outageWeek, outageWeek + 1).filter(isHandled);
    const earlier = inWeeks(outageWeek - 4, outageWeek).filter(isHandled);
    const after = inWeeks(outageWeek + 1, storyWeeks).filter(isHandled);
    for (const good of [earlier, after]) {
      assert.equal(
        share(bad, ({ events }) => events.some(isHandoff)) > share(good, ({ events }) => events.some(isHandoff)) + 0.1,
        true,
      );
      assert.equal(share(bad, isDisliked) > 2 * share(good, isDisliked), true);
    }
  });

  it('holds something of everything that a help desk knows', () => {
    const all = (holds: (record: ConversationRecord) => boolean): number => records.filter(holds).length;
    const having = (holds: (event: ConversationEvent) => boolean): number => all(({ events }) => events.some(holds));
    const wanted: Readonly<Record<string, number>> = {
      proactive: all(({ initiatedBy }) => initiatedBy === 'team'),
      ineligible: all(({ eligible }) => eligible === false),
      spam: all(({ excluded }) => excluded === 'spam'),
      test: all(({ excluded }) => excluded === 'test'),
      incomplete: all(({ complete }) => complete === false),
      'closed tickets': all(({ ticket }) => ticket?.closedAt != null),
      'open tickets': all(({ ticket }) => ticket != null && ticket.closedAt == null),
      notes: having((event) => event.type === 'message' && event.public === false),
      'transfer requests': having((event) => event.type === 'transfer-request'),
      reopenings: having((event) => event.type === 'reopened'),
      'unknown grounding': having((event) => isReply(event) && event.type === 'message' && event.sources === undefined),
      'failed actions': having((event) => event.type === 'message' && event.actions?.[0]?.ok === false),
      ...Object.fromEntries(
        ['agent', 'automation', 'manual', 'unknown'].map((cause) => [
          `handoffs by ${cause}`,
          having((event) => event.type === 'handoff' && event.cause === cause),
        ]),
      ),
      ...Object.fromEntries(
        ['positive', 'neutral', 'negative'].map((value) => [
          `${value} feedback`,
          having((event) => event.type === 'feedback' && event.value === value),
        ]),
      ),
      'late handoffs': all(({ events }) => {
        const lastReply = events.findLast(isReply);
        const handoff = events.find((event) => event.type === 'handoff');
        return lastReply !== undefined && Number(handoff?.at ?? 0) - Number(lastReply.at) >= 72 * HOUR_MS;
      }),
      'people who join without a handoff': all(
        ({ events }) => events.some(isReply) && events.some(isTeamMessage) && !events.some(isHandoff),
      ),
    };
    for (const [what, count] of Object.entries(wanted)) assert.ok(count >= 20, `seed ${SEED}: ${what}: ${count}`);
    const teammates = records.flatMap(({ events }) =>
      events.flatMap((e) => (isTeamMessage(e) && e.type === 'message' ? [e.by.name] : [])),
    );
    assert.equal(new Set(teammates).size, 10);
  });

  it('names the option that makes no sense', () => {
    const wrong = { seed: Number.NaN, from, to };
    assert.throws(
      () => generateConversations(wrong).next(),
      /generateConversations: seed: expected a finite number, got NaN/,
    );
    assert.throws(
      () => generateConversations({ seed: 1, from, to: Infinity }).next(),
      /to: expected a finite number, got Infinity/,
    );
  });
});

describe('MadeUpDesk', () => {
  const desk = new MadeUpDesk({ seed: SEED, storyFrom: from, perWeek: 900, utcOffsetMs: HOUR_MS });

  it('finds a conversation again by its id', () => {
    const week = desk.weekOf(from + 90.5 * WEEK_MS);
    const record = desk.conversation(week, 17);
    assert.deepEqual(placeOf(record.id), { week, place: 17 });
    assert.deepEqual(
      record,
      records.find(({ id }) => id === record.id),
    );
    assert.deepEqual(placeOf(conversationId(2_909, 12_345)), { week: 2_909, place: 12_345 });
    for (const strange of ['', 'c-', 'c-290900017', 'c-29090017x', 'x-29090017', 'c-2909017'])
      assert.equal(placeOf(strange), null);
  });

  it('tells of gaps whose questions are those of its own unanswered conversations', () => {
    const now = to - 86_400_000;
    const work = desk.gaps(now);
    let step = work.next();
    while (step.done !== true) step = work.next();
    const byId = new Map(records.map((record) => [record.id, record]));
    const { topics } = step.value;
    for (const { title, questions } of topics) {
      for (const question of questions) {
        const record = byId.get(question.conversationId)!;
        const first = record.events[0];
        assert.equal(record.topic, title);
        assert.equal(record.startedAt, question.askedAt);
        assert.equal(Number(question.askedAt) <= now, true);
        if (record.complete !== false) assert.equal(first?.type === 'message' ? first.text : '', question.text);
        const reply = record.events.find((event) => event.type === 'message' && event.by.kind === 'agent');
        assert.deepEqual(reply?.type === 'message' ? reply.sources : null, []);
      }
    }
    assert.equal(topics.length > 150, true);
  });
});
