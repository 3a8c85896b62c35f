import type { KnowledgeGapsAdapter } from '../../adapters/adapter.js';
import type { CheckedPage } from '../../gaps/gap-door.js';
import type { GapListQuery, GapStatus } from '../../gaps/gap-records.js';
import { parseQuestionPage, type CheckedQuestion } from '../../gaps/questions.js';
import { parseShortAnswerPage, type CheckedShortAnswer } from '../../gaps/short-answers.js';
import { parseTopicPage, type CheckedTopic } from '../../gaps/topics.js';
import { readList, type AskList } from './listed.js';
import { fail, skip } from './outcome.js';
import type { Probe } from './probe.js';

/** The order in which the gap table asks when it is first shown. */
export const usualOrder = { sortBy: 'conversations', direction: 'descending', search: '' } as const;

/** The knowledge-gap half; the check is left out where there is none. */
export function gapsOf({ adapter }: Probe): KnowledgeGapsAdapter {
  const gaps = adapter.knowledgeGaps;
  return typeof gaps?.list === 'function' ? gaps : skip('The adapter has no knowledgeGaps.list().');
}

/** Asks for topics, page by page. */
export function askTopics(probe: Probe, query: Omit<GapListQuery, 'limit' | 'cursor'>): AskList<CheckedTopic> {
  const gaps = gapsOf(probe);
  return (page) =>
    readPage(probe, 'knowledgeGaps.list()', () => gaps.list({ ...query, ...page }, probe.context()), parseTopicPage);
}

/** All topics of a status as the table first asks for them. */
export function topicsOf(probe: Probe, status: GapStatus): Promise<readonly CheckedTopic[]> {
  return probe.once(`topics ${status}`, () =>
    readList(`knowledgeGaps.list() of ${status}`, askTopics(probe, { ...usualOrder, status })),
  );
}

/** Asks for the questions of a topic, page by page. */
export function askQuestions(probe: Probe, topicId: string, status: GapStatus, search = ''): AskList<CheckedQuestion> {
  const gaps = gapsOf(probe);
  if (gaps.questions === undefined) skip('The adapter has no knowledgeGaps.questions().');
  const query = { topicId, status, search };
  const label = 'knowledgeGaps.questions()';
  return async (page) => {
    const ask = () => gaps.questions!({ ...query, ...page }, probe.context());
    const read = await readPage(probe, label, ask, parseQuestionPage);
    if (read.titleRefusal !== null) fail(`${label}: ${read.titleRefusal.message}`);
    return read;
  };
}

/** Asks for short answers, page by page. */
export function askShortAnswers(probe: Probe, search = ''): AskList<CheckedShortAnswer> {
  const { shortAnswers } = probe.adapter;
  if (typeof shortAnswers?.list !== 'function') skip('The adapter has no shortAnswers.list().');
  const label = 'shortAnswers.list()';
  return (page) =>
    readPage(probe, label, () => shortAnswers.list({ search, ...page }, probe.context()), parseShortAnswerPage);
}

async function readPage<Page extends CheckedPage<unknown>>(
  probe: Probe,
  label: string,
  ask: () => Promise<unknown>,
  parse: (raw: unknown) => Page,
): Promise<Page> {
  const raw = await probe.ask(label, ask);
  const page = await probe.ask(label, () => parse(raw));
  const [first] = page.refused;
  if (first !== undefined) fail(`${label}: ${page.refused.length} entries are refused, the first: ${first.message}`);
  return page;
}
