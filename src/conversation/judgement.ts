import { NOBODY } from './close.js';
import type { HandoffCause } from './record.js';

/** How a handled conversation ended. */
export type Resolution = 'resolved' | 'unresolved' | 'undeterminable' | 'pending';

/** Whether a reply used a source or did something. */
export type Grounding = 'grounded' | 'ungrounded' | 'unknown';

/**
 * What the judge claims of one conversation at one clock. A scratch that can be used again and again, so nothing in it is a
 * value of its own: instants are epoch ms, NaN for none.
 */
export class Judgement {
  handled = false;
  lastAgentReplyAt = NaN;
  settlesAt = NaN;
  settled = false;
  /** null: not handled. */
  resolution: Resolution | null = null;
  /** Resolved, and the last feedback is positive; otherwise a resolution is assumed. */
  confirmed = false;
  /** Pending, and nothing final stands against a resolution yet. */
  couldResolve = false;
  deflected = false;
  humanInvolved = false;
  /** A teammate wrote in time and no handoff happened up to now. */
  humanJoined = false;
  transferRequested = false;
  /** When the first handoff happened. */
  handoffAt = NaN;
  /** null: no handoff. */
  handoffCause: HandoffCause | null = null;
  /** The first handoff came at or after settlement, so that it changes no frozen outcome. */
  handoffLate = false;
  assignedAt = NaN;
  closedAt = NaN;
  /** ms, may be negative; NaN unless resolved. */
  resolutionTimeMs = NaN;
  /** ms, may be negative; NaN unless handed off and closed at or after the handoff. */
  timeToCloseMs = NaN;
  /** Number of the teammate credited with the close; 0 for nobody. */
  closedByTeammate = NOBODY;
  /** null: not handled. */
  grounding: Grounding | null = null;
  /** Where in the events the decisions lie. */
  readonly evidence = new Evidence();

  /** Nothing is claimed any more. */
  clear(): void {
    this.handled = this.settled = this.confirmed = this.couldResolve = this.deflected = false;
    this.humanInvolved = this.humanJoined = this.transferRequested = this.handoffLate = false;
    this.resolution = this.grounding = this.handoffCause = null;
    this.lastAgentReplyAt = this.settlesAt = this.handoffAt = this.assignedAt = this.closedAt = NaN;
    this.resolutionTimeMs = this.timeToCloseMs = NaN;
    this.closedByTeammate = NOBODY;
    this.evidence.clear();
  }
}

/** Events that decided something, by row; -1 for none. */
class Evidence {
  /** Events up to the clock: the first so many. */
  visible = 0;
  /** Events that decide resolution and deflection: the first so many. 0 where not handled. */
  counted = 0;
  handledBy = -1;
  /** The reply that settlement is counted from, or the agent's handoff that stands in for it. */
  lastReply = -1;
  lastFeedback = -1;
  handoff = -1;

  clear(): void {
    this.visible = this.counted = 0;
    this.handledBy = this.lastReply = this.lastFeedback = this.handoff = -1;
  }
}
