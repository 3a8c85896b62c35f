import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { demoAdapter } from '../../../src/adapters/demo.js';
import type { KnowledgeGapsAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { AdapterError } from '../../../src/errors.js';
import { officialRules } from '../../../src/conversation/rules.js';
import { AnswerEffects, answerEffect } from '../../../src/feed/answer-effect.js';
import { ShortAnswerList } from '../../../src/feed/short-answer-list.js';
import { TopicHistories, type TopicHistory } from '../../../src/feed/topic-histories.js';
import { parseShortAnswerPage } from '../../../src/gaps/short-answers.js';
import type { CheckedQuestion } from '../../../src/gaps/questions.js';
import { StoreWithRows } from '../../../src/reports/reporting-store.js';
import { FakeClock, quiet } from './fake-clock.js';
import { answered, feedback, gapsOf, NOW_MS } from '../../support/hand-made-records.js';

const viewer = { locale: 'en', timeZone: 'Europe/Berlin' };
const DAY_MS = 24 * 3_600_000;

function feedOf(records: readonly unknown[], asOf: number | null = NOW_MS, loadedSince = -Infinity) {
  const store = new StoreWithRows(NOW_MS, officialRules);
  store.upsert(records);
  return { store, loadedSince, state: { asOf } as never };
}

/** The whole history of a topic, once it has come. */
async function historyOf(histories: TopicHistories, topicId: string): Promise<TopicHistory> {
  for (let turn = 0; turn < 5_000; turn += 1) {
    const history = histories.of(topicId, viewer);
    if (history !== 'loading') return history;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error(`The questions of ${topicId} never came.`);
}

const asked = (id: string, askedAt: number): CheckedQuestion => ({
  id,
  text: id,
  askedAt,
  conversationId: `c-${id}`,
  ticket: null,
  status: 'resolved',
});

describe('answerEffect', () => {
  const createdAt = NOW_MS - 21 * DAY_MS;
  const [early, late] = [createdAt - 5 * DAY_MS, createdAt + 5 * DAY_MS];
  const questions = [asked('a', early), asked('b', early + 1), asked('c', late), asked('d', late + 1)];
  const disliked = (id: string, at: number) => answered(id, at, 2, [feedback(at + 600_000, 'negative')]);

  it('sets the resolution rate of the conversations before beside that after, of those that are known', () => {
    const records = [disliked('c-a', early), answered('c-b', early), answered('c-c', late)];
    const { resolutionRate } = answerEffect({ createdAt }, questions, NOW_MS, feedOf(records));
    assert.deepEqual(
      [resolutionRate!.before, resolutionRate!.after].map((rate) => [rate!.numerator, rate!.denominator, rate!.rate]),
      [
        [1, 2, 0.5],
        [1, 1, 1],
      ],
    );
  });

  it('leaves the rate out where no outcome is known, or conversations are still coming', () => {
    assert.equal(answerEffect({ createdAt }, questions, NOW_MS, feedOf([])).resolutionRate, null);
    const coming = feedOf([answered('c-a', early)], null);
    assert.equal(answerEffect({ createdAt }, questions, NOW_MS, coming).resolutionRate, null);
    const { askings } = answerEffect({ createdAt }, questions, NOW_MS, coming);
    assert.deepEqual([askings.before.count, askings.after.count], [2, 2]);
  });

  it('counts the weeks before no farther back than the source reaches, and all twelve where more may lie behind', () => {
    const firstAt = createdAt - 21 * DAY_MS;
    const began = [answered('c-first', firstAt), answered('c-a', early)];
    const weeks = (loadedSince: number, records: readonly unknown[] = began, asOf = questions): number =>
      answerEffect({ createdAt }, asOf, NOW_MS, feedOf(records, NOW_MS, loadedSince)).askings.before.weeks;
    assert.equal(weeks(-Infinity), 3);
    assert.equal(weeks(firstAt - 3 * DAY_MS), 12); // Conversations right from where the loading began: more may be behind.
    assert.equal(weeks(-Infinity, [...began, answered('c-old', createdAt - 83 * DAY_MS)]), 12);
    assert.equal(weeks(-Infinity, [...began, answered('c-older', createdAt - 200 * DAY_MS)]), 12); // Known, but for a gap.
    assert.equal(weeks(-Infinity, []), 12); // A source without conversations says nothing of it.
    assert.equal(weeks(NOW_MS - DAY_MS), 12);
    const older = [...questions, asked('older', createdAt - 28 * DAY_MS)];
    assert.equal(weeks(-Infinity, began, older), 4);
  });

  it('is counted once, and again when something of it has changed', () => {
    const feed = feedOf([answered('c-a', early)]);
    const effects = new AnswerEffects(feed);
    const made = { createdAt };
    const first = effects.of(made, questions, NOW_MS);
    assert.equal(effects.of(made, questions, NOW_MS), first);
    feed.store.upsert([disliked('c-b', early)]);
    const second = effects.of(made, questions, NOW_MS);
    assert.deepEqual(
      [first, second].map(({ resolutionRate }) => resolutionRate!.before!.denominator),
      [1, 2],
    );
    assert.equal(effects.of(made, [...questions, asked('e', late)], NOW_MS).askings.after.count, 3);
    assert.equal(effects.of(made, questions, NOW_MS + 7 * DAY_MS).askings.after.weeks, 4);
  });

  it('tells in the demo which short answer helped, which did not, and for which it is too early', async () => {
    const adapter = demoAdapter({ now: NOW_MS });
    const context = { ...viewer, signal: new AbortController().signal };
    const page = await adapter.shortAnswers!.list({ search: '', limit: 500 }, context);
    const { entries } = parseShortAnswerPage(page);
    const histories = new TopicHistories(adapter, () => undefined);
    const verdictOf = async (beginning: string): Promise<string> => {
      const found = entries.find(({ question }) => question.startsWith(beginning))!;
      const history = (await historyOf(histories, found.topicId!)) as readonly CheckedQuestion[];
      return answerEffect(found, history, NOW_MS, feedOf([])).askings.verdict;
    };
    assert.equal(await verdictOf('Repair price for the Slate backpack'), 'asked-less');
    assert.equal(await verdictOf('Discount code used twice'), 'no-clear-change');
    assert.equal(await verdictOf('Pay in three parts'), 'too-early');
    histories.stop();
  });
});

describe('TopicHistories', () => {
  it('asks for all questions of a topic once, and again after something of it was written', async () => {
    const memory = memoryAdapter([], gapsOf(['Refunds', 3, 9]));
    const listed: string[] = [];
    const adapter = {
      ...memory,
      knowledgeGaps: {
        ...memory.knowledgeGaps!,
        questions: (
          ...[query, context]: Parameters<NonNullable<(typeof memory)['knowledgeGaps']>['questions'] & {}>
        ) => {
          listed.push(query.status);
          return memory.knowledgeGaps!.questions!(query, context);
        },
      },
    };
    let told = 0;
    const histories = new TopicHistories(adapter, () => (told += 1));
    assert.equal((await historyOf(histories, 'topic-0')).length, 3);
    await historyOf(histories, 'topic-0');
    assert.deepEqual([listed, told], [['open', 'resolved', 'dismissed'], 1]);
    const { gapWorkOf } = await import('../../../src/feed/gap-work.js');
    const topics = [{ topicId: 'topic-0', questionIds: null }];
    await gapWorkOf(adapter).write('dismiss', { topics }, 'key', viewer);
    const after = (await historyOf(histories, 'topic-0')) as readonly CheckedQuestion[];
    assert.deepEqual(
      after.map(({ status }) => status),
      ['dismissed', 'dismissed', 'dismissed'],
    );
    histories.stop();
  });

  it('counts a question once that is closed while the others are asked for', async () => {
    const memory = memoryAdapter([], gapsOf(['Refunds', 3, 9]));
    const gaps = memory.knowledgeGaps!;
    let closed: string | null = null;
    const questions: KnowledgeGapsAdapter['questions'] = async (query, context) => {
      const page = await gaps.questions!(query, context);
      if (query.status !== 'open') return page;
      closed = (page.questions[0] as CheckedQuestion).id;
      const topics = [{ topicId: query.topicId, questionIds: [closed] }];
      await gaps.dismiss!({ topics }, { ...context, idempotencyKey: 'of a colleague' });
      return page;
    };
    const histories = new TopicHistories({ ...memory, knowledgeGaps: { ...gaps, questions } }, () => undefined);
    const history = (await historyOf(histories, 'topic-0')) as readonly CheckedQuestion[];
    assert.equal(history.length, 3);
    assert.deepEqual(
      history.filter(({ status }) => status === 'dismissed').map(({ id }) => id),
      [closed],
    );
    histories.stop();
  });

  it('asks once a minute at the most for what may have changed, and keeps what it knows until that has come', async () => {
    const gaps = gapsOf(['Refunds', 3, 9]);
    const clock = new FakeClock(NOW_MS);
    let tell = (): void => {};
    const adapter = { ...memoryAdapter([], gaps), subscribe: (changed: () => void) => void (tell = changed) };
    const list = new ShortAnswerList(adapter, () => undefined, clock);
    const { histories } = list;
    list.ask({ search: '' }, viewer);
    await quiet();
    const known = (): number => histories.of('topic-0', viewer).length;
    assert.equal((await historyOf(histories, 'topic-0')).length, 3);
    const add = (id: string): unknown =>
      (gaps.topics[0]!.questions as unknown[]).push({ ...gaps.topics[0]!.questions[0]!, id });
    add('new');
    tell();
    assert.equal(known(), 3);
    await quiet();
    assert.equal(known(), 4);
    add('newer');
    tell();
    await clock.pass(59_000);
    assert.equal(known(), 4);
    await clock.pass(1_000);
    known();
    await quiet();
    assert.equal(known(), 5);
    list.stop();
    assert.equal(clock.waiting, 0);
  });

  it('asks again a minute after a failure that can pass, and not where it will be the same', async () => {
    const memory = memoryAdapter([], gapsOf(['Refunds', 3, 9]));
    const clock = new FakeClock(NOW_MS);
    let asked = 0;
    let failure: AdapterError | null = new AdapterError('offline', 'No line.');
    const adapter = {
      ...memory,
      knowledgeGaps: {
        ...memory.knowledgeGaps!,
        questions: async (...given: Parameters<NonNullable<KnowledgeGapsAdapter['questions']>>) => {
          asked += 1;
          if (failure !== null) throw failure;
          return memory.knowledgeGaps!.questions!(...given);
        },
      },
    };
    let told = 0;
    const histories = new TopicHistories(adapter, () => (told += 1), clock);
    assert.equal(await historyOf(histories, 'topic-0'), 'unknown');
    assert.equal(histories.of('topic-0', viewer), 'unknown');
    failure = null;
    await clock.pass(60_000);
    assert.deepEqual([asked, told], [1, 2]);
    assert.equal((await historyOf(histories, 'topic-0')).length, 3);
    histories.stop();

    failure = new AdapterError('forbidden', 'Not you.');
    const refused = new TopicHistories(adapter, () => undefined, clock);
    assert.equal(await historyOf(refused, 'topic-0'), 'unknown');
    await clock.pass(600_000);
    assert.equal(refused.of('topic-0', viewer), 'unknown');
    refused.stop();
  });

  it('says that nothing is known where the source does not tell', async () => {
    const silent = { contract: 1 as const };
    const histories = new TopicHistories(silent, () => undefined);
    assert.equal(await historyOf(histories, 'topic-0'), 'unknown');
    const histories2 = new TopicHistories(memoryAdapter([], gapsOf(['Refunds', 3, 9])), () => undefined);
    assert.equal(await historyOf(histories2, 'gone'), 'unknown');
    histories.stop();
    histories2.stop();
  });
});
