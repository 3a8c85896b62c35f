import type { Format } from './format.js';
import { pluralOf } from './plural.js';

/** What the conversations of topics came to, in English. */
export function gapCostInEnglish(format: Format) {
  const plural = pluralOf('en');
  const { count } = format;
  return {
    /** Heading of the column. */
    column: 'Unsolved',
    /** Of how many conversations it is known, under the number. */
    of: (known: number) => `of ${count(known)}`,
    pending: (amount: number) => `${count(amount)} pending`,
    /** In place of the number. */
    counting: 'Counting…',
    notKnown: 'Not known',
    sorted: {
      ascending: 'Sorted by unsolved conversations, fewest first',
      descending: 'Sorted by unsolved conversations, most first',
    },
    /** While further topics are still to come, or do not. */
    sortedSoFar: (topics: number) =>
      plural(topics, { one: 'Sorted among 1 topic so far', other: `Sorted among ${count(topics)} topics so far` }),
    definition: {
      conversations: {
        name: 'Conversations',
        text: 'Different conversations in which the topic was asked about and the agent had no answer, as the help desk counts them.',
        formula: 'Distinct conversations with a listed question of the topic',
      },
      unsolved: {
        name: 'Unsolved',
        text: 'How many of these conversations ended unresolved or went to a person: what the gap costs. Under it stands of how many the course is known. Pending ones are still in their 72 hours and can become unresolved.',
        formula: 'Not resolved without a handoff + handed off, each conversation once',
      },
      unknown: {
        name: 'What is not known',
        text: 'Conversations older than what this page has loaded, deleted ones, and those that reports leave out count as not known. Where a source does not name the conversations of a topic, nothing is said.',
        formula: 'Conversations of the topic − those whose course is known',
      },
    },
  };
}
