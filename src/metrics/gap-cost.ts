import type { AskedMeasure, ConversationMeasure } from './measures.js';

/** Started conversations with all of these facts, and without a handoff: one that was handed off is counted as that alone. */
function notHandedOff(fact: 'unresolved' | 'pending'): ConversationMeasure {
  return { of: 'conversation', all: ['counted', fact], none: ['handedOff'], at: 'startedAt' };
}

const UNRESOLVED = { name: 'unresolvedNotHandedOff', measure: notHandedOff('unresolved') } as const;
const PENDING = { name: 'pendingNotHandedOff', measure: notHandedOff('pending') } as const;

/** What the conversations of a topic without an answer came to. */
export interface GapCost {
  /** Conversations that ended unresolved or were handed off, each once. */
  readonly unsolved: number;
  /** Conversations still inside their window that can become unresolved. */
  readonly pending: number;
  /** Conversations whose course is known; the others are older than what is loaded, gone, or not counted. */
  readonly known: number;
}

/** Counts among conversations by id, as a store does. */
export type CountAmong = (ids: readonly string[], measures: readonly AskedMeasure[]) => readonly number[];

/** What a topic costs, by the measures of a store. null where the course of none of its conversations is known. */
export function gapCostOf(conversationIds: readonly string[], countAmong: CountAmong): GapCost | null {
  const [known, handedOff, unresolved, pending] = countAmong(conversationIds, [
    'conversations',
    'handoffs',
    UNRESOLVED,
    PENDING,
  ]) as [number, number, number, number];
  if (known === 0) return null;
  return { unsolved: handedOff + unresolved, pending, known };
}
