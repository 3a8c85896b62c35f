import type { GapStatus } from '../gaps/gap-records.js';
import type { Format } from './format.js';
import { pluralOf } from './plural.js';

const NONE: Readonly<Record<GapStatus, string>> = {
  open: 'No open questions',
  resolved: 'No resolved questions',
  dismissed: 'No dismissed questions',
};

/** The texts of the panel of one topic in English. */
export function gapPanelInEnglish(format: Format) {
  const plural = pluralOf('en');
  const { count } = format;
  const questions = (amount: number) => plural(amount, { one: '1 question', other: `${count(amount)} questions` });
  return {
    /** Heading where nobody has told the topic's title. */
    title: 'Questions of a topic',
    nothingOpen: { title: 'No topic is open', text: 'Choose a topic to see its exact questions and to answer them.' },
    note: 'What visitors asked, in their own words',
    list: 'Questions',
    search: 'Search questions',
    tick: (text: string) => `Tick “${text}”`,
    tickAll: (total: number | null) => (total === null ? 'Tick all questions' : `Tick all ${questions(total)}`),
    /** `total` is null where the source does not know it. */
    ticked: (amount: number, total: number | null) =>
      total === null ? `${count(amount)} ticked` : `${count(amount)} of ${count(total)} ticked`,
    shown: (shown: number, total: number | null) =>
      total === null ? questions(shown) : `${count(shown)} of ${questions(total)}`,
    more: (amount: number) => plural(amount, { one: '1 more question', other: `${count(amount)} more questions` }),
    dismiss: 'Dismiss conversation',
    restore: 'Open again',
    ticket: (id: string) => `Ticket ${id}`,
    noTicket: 'No ticket',
    /** In place of a question without words, such as a picture. */
    noWords: 'No words',
    showAll: 'Show all of it',
    showLess: 'Show less',
    none: (status: GapStatus) => NONE[status],
    noMatch: (search: string) => `No question contains “${search}”`,
    failed: 'The questions could not be loaded',
    failedMore: 'More questions could not be loaded',
    unsupported: { title: 'This source has no single questions', text: 'Its adapter lists topics alone.' },
    question: 'Question',
    /** Where the question in the form comes from. */
    questionHelp: {
      ticked: 'Taken from the first ticked question; edit it freely',
      latest: 'Taken from the latest question; edit it freely',
    },
    answer: 'Short answer',
    answerHelp: 'What the agent may say, in your words',
    length: (length: number, limit: number) => `${count(length)} of ${count(limit)}`,
    empty: { question: 'Write the question it answers.', answer: 'Write the answer.' },
    tooLong: (over: number) =>
      plural(over, { one: 'Shorten it by 1 character.', other: `Shorten it by ${count(over)} characters.` }),
    /** Which questions a short answer will resolve. `left` is null where the source does not know how many there are. */
    resolves: (ticked: number, left: number | null) => {
      const which = plural(ticked, {
        one: 'This resolves the ticked question.',
        other: `This resolves the ${count(ticked)} ticked questions.`,
      });
      if (left === null || left === 0) return which;
      return `${which} ${plural(left, { one: '1 stays open.', other: `${count(left)} stay open.` })}`;
    },
    resolvesAll: (total: number | null) =>
      total === null
        ? 'This resolves all open questions of the topic.'
        : total === 0
          ? 'There is no open question left to resolve.'
          : plural(total, {
              one: 'This resolves the only open question of the topic.',
              other: `This resolves all ${count(total)} open questions of the topic.`,
            }),
    create: 'Create and resolve',
    /** Before text is lost. */
    unsaved: { text: 'Your answer is not saved.', discard: 'Discard it', keep: 'Keep writing' },
    /** What somebody else has done meanwhile. */
    others: (name: string | null, when: string) =>
      name === null ? `Somebody has answered this topic ${when}:` : `${name} has answered this topic ${when}:`,
    shortcuts: 'Keys while the panel has the focus',
    steps: {
      previous: 'Previous topic',
      next: 'Next topic',
      end: 'There are no more topics in this direction',
      /** `total` is null where the source does not know it. */
      at: (place: number, total: number | null, title: string) =>
        total === null ? `Topic ${count(place)}: ${title}` : `Topic ${count(place)} of ${count(total)}: ${title}`,
    },
    keys: {
      next: 'next',
      previous: 'previous',
      tick: 'tick',
      answer: 'answer',
      send: 'create and resolve',
      dismiss: 'dismiss',
      undo: 'undo',
      nextTopic: 'next topic',
      previousTopic: 'previous topic',
    },
  };
}
