import type { Action, EventType, FeedbackValue, HandoffCause, ActorKind, Source } from './record.js';

/** An actor that has passed the door. */
export interface CheckedActor {
  readonly kind: ActorKind;
  readonly id: string | null;
  readonly name: string | null;
}

/**
 * An event that has passed the door. All events have all fields, so that engines see one shape; what a type does not
 * carry is null. `at` is epoch ms.
 */
export interface CheckedEvent {
  readonly type: EventType;
  readonly at: number;
  readonly id: string | null;
  readonly seq: number;
  readonly by: CheckedActor | null;
  readonly to: CheckedActor | null;
  /** False only for internal notes. */
  readonly public: boolean;
  /** null: unknown; `[]`: known to be none. */
  readonly sources: readonly Source[] | null;
  /** null: unknown; `[]`: known to be none. */
  readonly actions: readonly Action[] | null;
  readonly text: string | null;
  readonly cause: HandoffCause | null;
  readonly value: FeedbackValue | null;
  readonly messageId: string | null;
}

/** A conversation that has passed the door: instants are epoch ms, defaults are filled in, events are in order and told once. */
export interface Conversation {
  readonly id: string;
  readonly updatedAt: number | null;
  readonly startedAt: number;
  readonly channel: string;
  readonly initiatedBy: 'visitor' | 'team';
  readonly eligible: boolean;
  readonly excluded: 'spam' | 'test' | 'deleted' | null;
  readonly complete: boolean;
  readonly url: string | null;
  readonly ticket: { readonly id: string; readonly url: string | null; readonly closedAt: number | null } | null;
  readonly topic: string | null;
  /** In order of `at`, then `seq`, then place in the source's array. */
  readonly events: readonly CheckedEvent[];
  /** Events left out because another one with the same id, or the same in every field, stands for them. */
  readonly duplicateEvents: number;
  /** True where the source listed its events in another order than they happened in. */
  readonly outOfOrder: boolean;
}

/** The channel of records that name none. */
export const UNKNOWN_CHANNEL = 'unknown';
