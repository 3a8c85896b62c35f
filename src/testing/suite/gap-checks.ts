import { foldText } from '../../gaps/fold-text.js';
import { gapSortKeys, gapStatuses } from '../../gaps/gap-records.js';
import type { CheckedQuestion } from '../../gaps/questions.js';
import type { CheckedTopic } from '../../gaps/topics.js';
import type { Checks } from './check-table.js';
import { askQuestions, askShortAnswers, askTopics, gapsOf, topicsOf, usualOrder } from './gap-source.js';
import { checkPaging, findsNothing, mustBeSorted, readList, searchIn } from './listed.js';
import { fail, skip, someOf } from './outcome.js';
import { codeOf, describeError, type Probe } from './probe.js';
import { named } from './whole-answer.js';

const list = 'knowledgeGaps.list()';
const questions = 'knowledgeGaps.questions()';

/** Topics whose questions are read. */
const MOST_TOPICS = 3;

/** What the lists of knowledge gaps and short answers must bring. */
export const gapChecks: Checks = {
  'knowledgeGaps.list() hands over the topics of the status asked for': async (probe) => {
    gapsOf(probe);
    for (const status of gapStatuses) {
      for (const topic of await topicsOf(probe, status)) checkTopic(topic, status);
    }
  },
  'knowledgeGaps.list() sorts by every column, both ways': async (probe) => {
    const topics = await someTopics(probe, 2);
    for (const sortBy of gapSortKeys) await checkSort(probe, sortBy, topics);
  },
  'knowledgeGaps.list() searches titles': async (probe) => {
    const topics = await someTopics(probe, 1);
    const wanted = topics.find(({ title }) => searchIn(title) !== null) ?? skip('No title has a word to search for.');
    const search = searchIn(wanted.title)!;
    const found = await readList(list, askTopics(probe, { ...usualOrder, status: wanted.status, search }));
    checkFound(list, search, found, wanted, ({ title }) => title);
    const none = await readList(list, askTopics(probe, { ...usualOrder, status: wanted.status, search: findsNothing }));
    if (none.length > 0) fail(`${list} finds ${none.length} topics for "${findsNothing}". Search the titles.`);
  },
  'knowledgeGaps.list() pages without a gap or a repeat': async (probe) => {
    const topics = await someTopics(probe, 2);
    await checkPaging(list, askTopics(probe, { ...usualOrder, status: topics[0]!.status }), topics);
  },
  'knowledgeGaps.questions() hands over what its topic counts': async (probe) => {
    const topics = await someTopics(probe, 1);
    for (const topic of topics.slice(0, MOST_TOPICS)) checkCounts(topic, await questionsOf(probe, topic));
  },
  'knowledgeGaps.questions() pages and searches': async (probe) => {
    const topics = await someTopics(probe, 1);
    const topic = topics.find(({ openQuestions }) => openQuestions > 1) ?? skip('No topic has two questions.');
    const whole = await questionsOf(probe, topic);
    await checkPaging(questions, askQuestions(probe, topic.id, topic.status), whole);
    const wanted = whole.find(({ text }) => searchIn(text) !== null) ?? skip('No question has a word to search for.');
    const search = searchIn(wanted.text)!;
    const found = await readList(questions, askQuestions(probe, topic.id, topic.status, search));
    checkFound(questions, search, found, wanted, ({ text }) => text);
  },
  'shortAnswers.list() hands over the newest first, page by page': async (probe) => {
    const answers = await readList('shortAnswers.list()', askShortAnswers(probe));
    const times = answers.map(({ createdAt }) => createdAt);
    mustBeSorted('shortAnswers.list()', times, false, 'Hand over the newest first.');
    await checkPaging('shortAnswers.list()', askShortAnswers(probe), answers);
  },
  'what is thrown for a cursor or a topic that there is not is an AdapterError': async (probe) => {
    const gaps = gapsOf(probe);
    const page = { limit: 10, cursor: 'no-such-cursor' };
    const asks: (readonly [string, (() => Promise<unknown>) | undefined])[] = [
      [
        `${list} with a cursor that there is not`,
        () => gaps.list({ ...usualOrder, status: 'open', ...page }, probe.context()),
      ],
      [
        `${questions} of a topic that there is not`,
        gaps.questions &&
          (() => gaps.questions!({ topicId: 'no-such-topic', status: 'open', search: '', limit: 10 }, probe.context())),
      ],
    ];
    for (const [label, ask] of asks) {
      const failure = ask === undefined ? null : await probe.failureOf(label, ask);
      if (failure === null || codeOf(failure.error) !== null) continue;
      fail(
        `${label} threw ${describeError(failure.error)}. Throw an AdapterError, so that the page can say what to do.`,
        failure.error,
      );
    }
  },
};

function checkTopic(topic: CheckedTopic, status: string): void {
  const name = `${list} of ${status}: the topic ${named([topic.id])[0]}`;
  if (topic.status !== status) fail(`${name} is ${topic.status}. Hand over what was asked for.`);
  if (topic.openQuestions === 0) fail(`${name} has no question. A topic without one leaves the list.`);
  if (topic.conversations > topic.openQuestions || topic.conversations === 0) {
    fail(
      `${name} has ${topic.openQuestions} questions in ${topic.conversations} conversations. Count the distinct conversations of its questions.`,
    );
  }
  const ids = topic.conversationIds;
  if (ids !== null && new Set(ids).size !== topic.conversations) {
    fail(
      `${name} counts ${topic.conversations} conversations and names ${new Set(ids).size}. Name those it counts, or none.`,
    );
  }
}

/** The topics of the status that has most of them. */
async function someTopics(probe: Probe, least: number): Promise<readonly CheckedTopic[]> {
  gapsOf(probe);
  let most: readonly CheckedTopic[] = [];
  for (const status of gapStatuses) {
    const topics = await topicsOf(probe, status);
    if (topics.length > most.length) most = topics;
  }
  return most.length >= least ? most : skip(`No status has ${least === 1 ? 'a topic' : `${least} topics`} to look at.`);
}

async function checkSort(
  probe: Probe,
  sortBy: (typeof gapSortKeys)[number],
  topics: readonly CheckedTopic[],
): Promise<void> {
  const { status } = topics[0]!;
  const [up, down] = await Promise.all(
    (['ascending', 'descending'] as const).map((direction) =>
      readList(list, askTopics(probe, { status, sortBy, direction, search: '' })),
    ),
  );
  const label = `${list} by ${sortBy}`;
  if (sortBy !== 'title') {
    mustBeSorted(
      `${label}, ascending`,
      up!.map((topic) => topic[sortBy]),
      true,
      'Sort all topics before paging.',
    );
    mustBeSorted(
      `${label}, descending`,
      down!.map((topic) => topic[sortBy]),
      false,
      'Sort all topics before paging.',
    );
    return;
  }
  // Alphabets differ between sources: what one puts first, it puts last the other way round.
  const [first, last] = [foldText(up![0]!.title), foldText(up!.at(-1)!.title)];
  if (first === last || (foldText(down![0]!.title) === last && foldText(down!.at(-1)!.title) === first)) return;
  fail(`${label} is not the other way round when descending. Sort all topics before paging.`);
}

function checkFound<Entry extends { readonly id: string }>(
  label: string,
  search: string,
  found: readonly Entry[],
  wanted: Entry,
  textOf: (entry: Entry) => string,
): void {
  if (!found.some(({ id }) => id === wanted.id)) {
    fail(`${label} does not find ${named([textOf(wanted)])[0]} by "${search}". Search any part, in any case.`);
  }
  const wrong = found.filter((entry) => !foldText(textOf(entry)).includes(foldText(search)));
  if (wrong.length > 0)
    fail(`${label} finds ${someOf(named(wrong.map(textOf)))} by "${search}". Hand over what holds it.`);
}

function questionsOf(probe: Probe, { id, status }: CheckedTopic): Promise<readonly CheckedQuestion[]> {
  return readList(`${questions} of ${named([id])[0]}`, askQuestions(probe, id, status));
}

function checkCounts(topic: CheckedTopic, asked: readonly CheckedQuestion[]): void {
  const name = `${questions}: the topic ${named([topic.id])[0]}`;
  const other = asked.find(({ status }) => status !== topic.status);
  if (other !== undefined)
    fail(`${name}: the question ${named([other.id])[0]} is ${other.status}. Hand over what was asked for.`);
  mustBeSorted(
    name,
    asked.map(({ askedAt }) => askedAt),
    false,
    'Hand over the latest first.',
  );
  const counted = {
    openQuestions: asked.length,
    conversations: new Set(asked.map(({ conversationId }) => conversationId)).size,
    lastAskedAt: asked.reduce((latest, { askedAt }) => Math.max(latest, askedAt), -Infinity),
  };
  for (const [field, value] of Object.entries(counted)) {
    const said = topic[field as keyof typeof counted];
    if (said !== value)
      fail(`${name} says ${field} ${said}, its questions say ${value}. Count the questions of the listed status.`);
  }
}
