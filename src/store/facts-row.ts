import { conversationFlags, type EventTable } from '../conversation/event-table.js';
import { addSubmissions, FeedbackList } from '../conversation/feedback.js';
import { digestOf, UNDIGESTED, type Digest } from '../conversation/foregone.js';
import { Judgement } from '../conversation/judgement.js';
import { judge } from '../conversation/outcome.js';
import type { OutcomeRules } from '../conversation/rules.js';
import { bitOf, bitsOf } from '../metrics/facts.js';

/** One conversation at one clock as the counters see it. A scratch: {@link factsOf} fills it again and again. */
export class FactsRow {
  /** Facts of `facts.ts`, one bit each. */
  bits = 0;
  /** The submissions that count; none where the conversation itself does not. */
  readonly feedback = new FeedbackList();
  /** The next instant at which anything of this row changes by itself; Infinity for never. */
  changesAt = Infinity;
  /** When it starts, closes or has its last event, whatever comes last; the clock cuts nothing off. */
  lastAt = NaN;
  /** What its outcome by other rules can be told from. */
  digest: Digest = UNDIGESTED;
  /** What the facts were taken from, with its instants and durations. */
  readonly judgement = new Judgement();

  /** Whether it counts into the same totals, with the same durations, as another row of the same history that stays where it is. */
  countsLike({ bits: otherBits, judgement }: FactsRow): boolean {
    return this.bits === otherBits && Object.is(this.judgement.timeToCloseMs, judgement.timeToCloseMs);
  }

  /** Whether everything that has a place in time or with a teammate has it where another row of the same history has it. */
  staysWhere({ judgement, feedback }: FactsRow): boolean {
    return (
      Object.is(this.judgement.settlesAt, judgement.settlesAt) &&
      this.judgement.closedByTeammate === judgement.closedByTeammate &&
      this.feedback.equals(feedback)
    );
  }
}

const bits = {
  counted: bitOf('counted'),
  excluded: bitOf('excluded'),
  incomplete: bitOf('incomplete'),
  duplicateEvents: bitOf('duplicateEvents'),
  outOfOrder: bitOf('outOfOrder'),
  negativeDuration: bitOf('negativeDuration'),
  handled: bitOf('handled'),
  resolved: bitOf('resolved'),
  unresolved: bitOf('unresolved'),
  undeterminable: bitOf('undeterminable'),
  pending: bitOf('pending'),
  confirmed: bitOf('confirmed'),
  couldResolve: bitOf('couldResolve'),
  deflected: bitOf('deflected'),
  humanJoined: bitOf('humanJoined'),
  transferRequested: bitOf('transferRequested'),
  unknownGrounding: bitOf('unknownGrounding'),
  assigned: bitOf('assigned'),
  closedByTeammate: bitOf('closedByTeammate'),
  closedAfterHandoff: bitOf('closedAfterHandoff'),
  resolutionTimed: bitOf('resolutionTimed'),
  closeTimed: bitOf('closeTimed'),
  handedOffLate: bitOf('handedOffLate'),
} as const;

const handoffBits = {
  agent: bitsOf(['handedOff', 'handedOffByAgent']),
  automation: bitsOf(['handedOff', 'handedOffByAutomation']),
  manual: bitsOf(['handedOff', 'handedOffManually']),
  unknown: bitsOf(['handedOff', 'handedOffByUnknown']),
} as const;

const NOT_COUNTED = conversationFlags.excluded | conversationFlags.ineligible | conversationFlags.byTeam;

/** Judges a conversation and writes the judgement as facts over what the row held. `now` is epoch ms. */
export function factsOf(table: EventTable, now: number, rules: OutcomeRules, row: FactsRow): void {
  judgeInto(row, table, now, rules);
  addFeedback(row, table);
  row.changesAt = nextChange(table, now, row.judgement);
  row.lastAt = lastOf(table);
  row.digest = digestOf(table, now, rules, row.judgement);
}

/** The part of {@link factsOf} that a row is counted by: its bits and its judgement. Of feedback it holds none afterwards. */
export function judgeInto(row: FactsRow, table: EventTable, now: number, rules: OutcomeRules): void {
  const { judgement } = row;
  judge(table, now, rules, judgement);
  const { resolutionTimeMs, timeToCloseMs } = judgement;
  row.bits = factsAbout(table, now) | factsIn(judgement) | handoffFactsIn(judgement);
  if (resolutionTimeMs < 0 || timeToCloseMs < 0) row.bits |= bits.negativeDuration;
  row.feedback.clear();
}

/** Adds the feedback of the conversation that a row was last judged by. */
export function addFeedback({ bits: facts, judgement, feedback }: FactsRow, table: EventTable): void {
  if ((facts & bits.counted) !== 0) addSubmissions(table, judgement.evidence.visible, feedback);
}

/** What is a fact whatever happened in the conversation. */
function factsAbout({ startedAt, flags }: EventTable, now: number): number {
  const always =
    ((flags & conversationFlags.incomplete) === 0 ? 0 : bits.incomplete) |
    ((flags & conversationFlags.duplicateEvents) === 0 ? 0 : bits.duplicateEvents) |
    ((flags & conversationFlags.outOfOrder) === 0 ? 0 : bits.outOfOrder);
  if (startedAt > now) return always;
  if ((flags & NOT_COUNTED) === 0) return always | bits.counted;
  return (flags & conversationFlags.excluded) === 0 ? always : always | bits.excluded;
}

function factsIn(judgement: Judgement): number {
  const { resolutionTimeMs } = judgement;
  return (
    (judgement.handled ? bits.handled : 0) |
    resolutionFactIn(judgement) |
    (judgement.confirmed ? bits.confirmed : 0) |
    (resolutionTimeMs >= 0 ? bits.resolutionTimed : 0) |
    (judgement.couldResolve ? bits.couldResolve : 0) |
    (judgement.deflected ? bits.deflected : 0) |
    (judgement.humanJoined ? bits.humanJoined : 0) |
    (judgement.transferRequested ? bits.transferRequested : 0) |
    (judgement.grounding === 'unknown' ? bits.unknownGrounding : 0) |
    (Number.isNaN(judgement.assignedAt) ? 0 : bits.assigned) |
    (judgement.closedByTeammate === 0 ? 0 : bits.closedByTeammate)
  );
}

function resolutionFactIn({ resolution }: Judgement): number {
  switch (resolution) {
    case 'resolved':
      return bits.resolved;
    case 'unresolved':
      return bits.unresolved;
    case 'undeterminable':
      return bits.undeterminable;
    case 'pending':
      return bits.pending;
    case null:
      return 0;
  }
}

function handoffFactsIn({ handoffCause, handoffLate, timeToCloseMs }: Judgement): number {
  if (handoffCause === null) return 0;
  return (
    handoffBits[handoffCause] |
    (handoffLate ? bits.handedOffLate : 0) |
    (Number.isNaN(timeToCloseMs) ? 0 : bits.closedAfterHandoff) |
    (timeToCloseMs >= 0 ? bits.closeTimed : 0)
  );
}

/** The conversation starts, an event begins to exist, the window ends, or the ticket closes: whatever comes first after now. */
function nextChange(table: EventTable, now: number, { settlesAt, evidence }: Judgement): number {
  const { startedAt, ticketClosedAt, count } = table;
  if (startedAt > now) return startedAt;
  let next = evidence.visible < count ? table.at[evidence.visible]! : Infinity;
  if (settlesAt > now && settlesAt < next) next = settlesAt;
  if (ticketClosedAt > now && ticketClosedAt < next) next = ticketClosedAt;
  return next;
}

/** When a conversation starts, closes or has its last event, whatever comes last. */
export function lastOf({ startedAt, count, at, ticketClosedAt }: EventTable): number {
  let last = startedAt;
  if (count > 0 && at[count - 1]! > last) last = at[count - 1]!;
  return ticketClosedAt > last ? ticketClosedAt : last;
}
