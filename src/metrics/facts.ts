/**
 * What can be true of one conversation at one clock, one bit each. Named once: the judge sets them, the measures read
 * them, and the list behind a figure asks for the same ones.
 */
export const conversationFacts = [
  /** Visitor-initiated, eligible, not excluded, and started by now: every conversation measure asks for it. */
  'counted',
  'handled',
  'resolved',
  'confirmed',
  'unresolved',
  'undeterminable',
  'pending',
  'couldResolve',
  'deflected',
  'handedOff',
  'handedOffByAgent',
  'handedOffByAutomation',
  'handedOffManually',
  'handedOffByUnknown',
  'handedOffLate',
  'humanJoined',
  'transferRequested',
  'assigned',
  'closedAfterHandoff',
  /** Resolved, with a resolution time that is not negative. */
  'resolutionTimed',
  /** Closed after a handoff, with a time to close that is not negative. */
  'closeTimed',
  'closedByTeammate',
  'incomplete',
  'unknownGrounding',
  /** Started by now and excluded: spam, test or deleted. */
  'excluded',
  /** Doubts about the data, counted by no measure. The source told events twice. */
  'duplicateEvents',
  /** The source listed its events in another order than they happened in. */
  'outOfOrder',
  'negativeDuration',
] as const;
export type ConversationFact = (typeof conversationFacts)[number];

/** What can be true of one feedback submission. */
export const feedbackFacts = ['positive', 'neutral', 'negative'] as const;
export type FeedbackFact = (typeof feedbackFacts)[number];

const bits: Readonly<Record<string, number>> = Object.fromEntries(
  [conversationFacts, feedbackFacts].flatMap((facts) => facts.map((fact, place) => [fact, 1 << place])),
);

/** The bit of a fact inside its row's 32. */
export function bitOf(fact: ConversationFact | FeedbackFact): number {
  return bits[fact]!;
}

/** The bits of several facts in one number. */
export function bitsOf(facts: readonly (ConversationFact | FeedbackFact)[]): number {
  return facts.reduce((sum, fact) => sum | bitOf(fact), 0);
}
