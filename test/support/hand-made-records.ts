import type { ConversationEvent, ConversationRecord } from '../../src/conversation/record.js';
import type { MemoryGaps } from '../../src/adapters/memory.js';

/** The instant all hand-counted figures are for: a Friday morning in Berlin. */
export const NOW = '2026-03-13T10:20:00+01:00';
/** The same as epoch ms. */
export const NOW_MS = Date.parse(NOW);

const MINUTE = 60_000;

/** A wall-clock time in Berlin in March 2026 before the clocks change, such as `09 14:00`, as epoch ms. */
export function march(dayAndTime: string): number {
  return Date.parse(`2026-03-${dayAndTime.replace(' ', 'T')}:00+01:00`);
}

/** A conversation in which the agent replied once, so many minutes after it began, with a source. */
export function answered(
  id: string,
  startedAt: number,
  minutes = 2,
  more: readonly ConversationEvent[] = [],
): ConversationRecord {
  const at = startedAt + minutes * MINUTE;
  return {
    id,
    startedAt,
    channel: 'chat',
    events: [
      { type: 'message', at: startedAt, by: { kind: 'visitor' } },
      { type: 'message', at, by: { kind: 'agent' }, sources: [{ title: 'Help' }], actions: [] },
      ...more,
    ],
  };
}

/** A conversation the agent handed over to the team right after its reply. */
export function handedOff(id: string, startedAt: number, more: readonly ConversationEvent[] = []): ConversationRecord {
  const at = startedAt + 3 * MINUTE;
  return answered(id, startedAt, 2, [{ type: 'handoff', at, cause: 'agent', to: { kind: 'teammate' } }, ...more]);
}

/** A conversation nobody has answered. */
export function unanswered(id: string, startedAt: number): ConversationRecord {
  return { id, startedAt, channel: 'chat', events: [{ type: 'message', at: startedAt, by: { kind: 'visitor' } }] };
}

/** Feedback on the conversation, late enough to be about the reply. */
export function feedback(at: number, value: 'positive' | 'negative'): ConversationEvent {
  return { type: 'feedback', at, value };
}

/**
 * Two weeks, counted by hand at {@link NOW}. This week 4 conversations: 3 handled, 2 of them deflected, 2 pending; one of two
 * answers is positive. 2 resolutions were set this week, after 2 and 4 minutes. Last week up to the same time: 2 handled
 * and deflected, 1 resolution set after 10 minutes, no feedback.
 */
export const handCounted: readonly ConversationRecord[] = [
  answered('last-week-resolved', march('03 09:00'), 10),
  answered('last-week-settling-then', march('04 10:00'), 1),
  answered('set-this-week', march('07 12:00'), 2),
  answered('resolved', march('09 09:00'), 4, [feedback(march('09 09:30'), 'positive')]),
  answered('pending', march('10 14:00')),
  handedOff('handed-off', march('11 15:00'), [feedback(march('11 16:00'), 'negative')]),
  unanswered('unanswered', march('12 08:00')),
];

/** Conversations that began a day and so many weeks before {@link NOW}: ones only the agent answered, and handed over ones. */
export function weekOf(weeksAgo: number, alone: number, failed: number): readonly ConversationRecord[] {
  const start = NOW_MS - (1 + 7 * weeksAgo) * 24 * 60 * MINUTE;
  return [
    ...Array.from({ length: alone }, (_, index) => answered(`r${weeksAgo}-${index}`, start + index * MINUTE)),
    ...Array.from({ length: failed }, (_, index) => handedOff(`f${weeksAgo}-${index}`, start + index * MINUTE)),
  ];
}

/** Topics with one open question in each of so many conversations, the last of them on the day of that number in March. */
export function gapsOf(...topics: readonly [title: string, conversations: number, lastDay: number][]): MemoryGaps {
  return {
    topics: topics.map(([title, conversations, lastDay], topic) => ({
      id: `topic-${topic}`,
      title,
      questions: Array.from({ length: conversations }, (_, index) => ({
        id: `question-${topic}-${index}`,
        text: `${title}?`,
        askedAt: march(`${String(lastDay).padStart(2, '0')} 09:00`) - index * MINUTE,
        conversationId: `conversation-${topic}-${index}`,
        status: 'open' as const,
      })),
    })),
  };
}
