import { DefinitionError } from '../errors.js';
import type { ConversationFact, FeedbackFact } from './facts.js';

/** A duration that conversations can have. */
export type DurationName = 'resolutionTimeMs' | 'timeToCloseMs';

/**
 * Something additive that is counted: plain data, so that the browser's counter, the list behind a figure and a database's
 * SQL are one row.
 */
export interface ConversationMeasure {
  readonly of: 'conversation';
  /** Facts that must all be true. */
  readonly all: readonly ConversationFact[];
  /** Facts of which none may be true. */
  readonly none: readonly ConversationFact[];
  /** A duration that is summed and binned beside the count: then only conversations count that have it, and not below 0. */
  readonly sum?: DurationName;
  /** Which instant places it in time. */
  readonly at: 'startedAt' | 'settlesAt';
}

/** A measure of feedback submissions of counted, handled conversations, each at its own time. */
export interface FeedbackMeasure {
  readonly of: 'feedback';
  readonly all: readonly FeedbackFact[];
  readonly none: readonly FeedbackFact[];
  readonly at: 'at';
}

export type Measure = ConversationMeasure | FeedbackMeasure;

const started = (...facts: ConversationFact[]): ConversationMeasure => ({
  of: 'conversation',
  all: ['counted', ...facts],
  none: [],
  at: 'startedAt',
});
const submitted = (...facts: FeedbackFact[]): FeedbackMeasure => ({ of: 'feedback', all: facts, none: [], at: 'at' });

/** Every measure, in the order of the definition. A new one is one row here. */
export const measures = {
  conversations: started(),
  handled: started('handled'),
  resolved: started('resolved'),
  confirmed: started('confirmed'),
  unresolved: started('unresolved'),
  unresolvedAlone: started('unresolved', 'deflected'),
  unresolvedWithPerson: { ...started('unresolved'), none: ['deflected'] },
  undeterminable: started('undeterminable'),
  pending: started('pending'),
  couldResolve: started('couldResolve'),
  resolvedSet: { ...started('resolved'), at: 'settlesAt' },
  resolutionTimeSet: { ...started('resolutionTimed'), sum: 'resolutionTimeMs', at: 'settlesAt' },
  deflected: started('deflected'),
  deflectedPending: started('deflected', 'pending'),
  deflectedSettled: { ...started('deflected'), none: ['pending'] },
  deflectedHandedOff: started('deflected', 'handedOff'),
  handoffs: started('handedOff'),
  handoffsByAgent: started('handedOffByAgent'),
  handoffsByAutomation: started('handedOffByAutomation'),
  handoffsByManual: started('handedOffManually'),
  handoffsByUnknown: started('handedOffByUnknown'),
  lateHandoffs: started('handedOffLate'),
  humanJoined: started('humanJoined'),
  transferRequests: started('transferRequested'),
  resolutionTime: { ...started('resolutionTimed'), sum: 'resolutionTimeMs' },
  assigned: started('assigned'),
  assignedHandedOff: started('assigned', 'handedOff'),
  assignedHandedOffClosed: started('assigned', 'closedAfterHandoff'),
  assignedHandedOffOpen: { ...started('assigned', 'handedOff'), none: ['closedAfterHandoff'] },
  timeToClose: { ...started('closeTimed'), sum: 'timeToCloseMs' },
  feedbackPositive: submitted('positive'),
  feedbackNeutral: submitted('neutral'),
  feedbackNegative: submitted('negative'),
  closedByTeammate: started('closedByTeammate'),
  incomplete: started('incomplete'),
  unknownGrounding: started('unknownGrounding'),
  excluded: { of: 'conversation', all: ['excluded'], none: [], at: 'startedAt' },
} satisfies Record<string, Measure>;

/** The name of a row in {@link measures}. */
export type MeasureName = keyof typeof measures;

/** A measure of one's own: a row like those of the table, under a name that none of them has. */
export interface NamedMeasure {
  readonly name: string;
  readonly measure: Measure;
}

/** A measure of the table by its name, or one of one's own. */
export type AskedMeasure = MeasureName | NamedMeasure;

/** The name under which a measure's totals are found. */
export function nameOf(asked: AskedMeasure): string {
  return typeof asked === 'object' ? asked.name : asked;
}

/** @throws {DefinitionError} naming a measure that does not exist, or one of one's own that has the name of another */
export function measureOf(asked: AskedMeasure): Measure {
  if (typeof asked !== 'object') return officialMeasure(asked);
  if (Object.hasOwn(measures, asked.name)) {
    throw new DefinitionError(
      `measure: expected a name that the table of measures does not have, got ${JSON.stringify(asked.name)}.`,
    );
  }
  return asked.measure;
}

/** @throws {DefinitionError} where two measures have one name: their totals could not be told apart */
export function checkNames(asked: Iterable<AskedMeasure>): void {
  const known = new Map<string, AskedMeasure>();
  for (const measure of asked) {
    const name = nameOf(measure);
    if ((known.get(name) ?? measure) !== measure)
      throw new DefinitionError(`measures: expected a name for each, got two of ${JSON.stringify(name)}.`);
    known.set(name, measure);
  }
}

function officialMeasure(name: MeasureName): Measure {
  const measure: Measure | undefined = Object.hasOwn(measures, name) ? measures[name] : undefined;
  if (measure === undefined) {
    throw new DefinitionError(
      `measure: expected one of ${Object.keys(measures).join(', ')}, got ${JSON.stringify(name)}.`,
    );
  }
  return measure;
}
