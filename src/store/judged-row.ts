import type { Conversation } from '../conversation/conversation.js';
import { EventTable } from '../conversation/event-table.js';
import { feedbackValues, type FeedbackValue } from '../conversation/record.js';
import type { OutcomeRules } from '../conversation/rules.js';
import { TeammateNumbers } from '../conversation/teammate-numbers.js';
import { FactsRow, factsOf } from './facts-row.js';

/** One feedback submission that counts. */
export interface FeedbackSubmission {
  readonly at: number;
  readonly value: FeedbackValue;
}

/** One conversation at one clock as a value that stays as it is, with its teammate by id. */
export interface JudgedRow extends Pick<FactsRow, 'bits' | 'changesAt' | 'lastAt' | 'negativeDuration'> {
  readonly startedAt: number;
  /** Epoch ms; NaN where not handled. */
  readonly settlesAt: number;
  /** ms; NaN where there is none to count. */
  readonly resolutionTimeMs: number;
  /** ms; NaN where there is none to count. */
  readonly timeToCloseMs: number;
  /** Who is credited with the close; null for nobody. */
  readonly teammate: string | null;
  readonly feedback: readonly FeedbackSubmission[];
}

const table = new EventTable();
const row = new FactsRow();

/** Judges one conversation on its own. `now` is epoch ms. */
export function judgeRow(conversation: Conversation, now: number, rules: OutcomeRules): JudgedRow {
  const teammates = new TeammateNumbers();
  table.fillFrom(conversation, teammates.of);
  factsOf(table, now, rules, row);
  const { bits, changesAt, lastAt, negativeDuration, feedback, judgement } = row;
  const { settlesAt, resolutionTimeMs, timeToCloseMs } = judgement;
  return {
    ...{ bits, changesAt, lastAt, negativeDuration, settlesAt, resolutionTimeMs, timeToCloseMs },
    startedAt: conversation.startedAt,
    teammate: teammates.idOf(judgement.closedByTeammate),
    feedback: Array.from({ length: feedback.count }, (_, place) => ({
      at: feedback.at[place]!,
      value: feedbackValues[feedback.values[place]!]!,
    })),
  };
}
