import type { CheckedEvent, Conversation } from './conversation.js';
import { findIndex } from './find-events.js';
import { isAgentReply } from './settlement.js';

/** The latest counted feedback that names the last reply, or names no message and is not earlier than that reply. */
export function findLastFeedback(
  events: readonly CheckedEvent[],
  counted: number,
  lastReply: number,
  lastReplyAt: number,
): number {
  const replyId = events[lastReply]?.id ?? null;
  for (let index = counted - 1; index >= 0; index--) {
    const event = events[index]!;
    if (event.type !== 'feedback') continue;
    if (event.messageId === null ? event.at >= lastReplyAt : event.messageId === replyId) return index;
  }
  return -1;
}

/** One feedback submission that counts. */
export interface FeedbackSubmission {
  readonly at: number;
  readonly value: 'positive' | 'neutral' | 'negative';
}

/**
 * The submissions of a handled conversation up to the clock, each at its own time: those at or after the first agent reply
 * that name no message or an agent reply. Later ones than the settlement count too: they are opinions, not outcomes.
 */
export function feedbackSubmissions(conversation: Conversation, visible: number): readonly FeedbackSubmission[] {
  const { events } = conversation;
  const first = findIndex(events, visible, isAgentReply);
  if (first < 0) return [];
  // A set, because a long history full of named feedback would otherwise be searched once for each.
  const replyIds = new Set(events.slice(0, visible).flatMap((event) => (isAgentReply(event) ? [event.id] : [])));
  const submissions: FeedbackSubmission[] = [];
  for (let index = 0; index < visible; index++) {
    const { type, at, value, messageId } = events[index]!;
    if (type !== 'feedback' || at < events[first]!.at) continue;
    if (messageId === null || replyIds.has(messageId)) submissions.push({ at, value: value! });
  }
  return submissions;
}
