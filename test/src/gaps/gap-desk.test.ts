import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError, type AdapterErrorCode } from '../../../src/errors.js';
import { parseKeptGaps, type KeptGaps } from '../../../src/gaps/desk-state.js';
import { GapDesk, type GapDeskOptions, type GapRecords } from '../../../src/gaps/gap-desk.js';
import type { GapQuestion, GapStatus, KnowledgeGapTopic, ShortAnswer } from '../../../src/gaps/gap-records.js';
import { parseQuestionPage } from '../../../src/gaps/questions.js';
import type { TopicQuestions } from '../../../src/gaps/topics.js';

const NOON = Date.UTC(2026, 2, 13, 12);

function question(id: string, status: GapStatus = 'open', askedAt = NOON): GapQuestion {
  return { id, text: `${id}?`, askedAt, conversationId: `c-${id}`, status };
}

function topicOf(id: string, ...questions: readonly GapQuestion[]): TopicQuestions {
  return { id, title: `Topic ${id}`, questions };
}

function recordsOf(): GapRecords & { readonly topics: TopicQuestions[] } {
  return {
    topics: [topicOf('g-1', question('a'), question('b'), question('c')), topicOf('g-2', question('d'))],
    shortAnswers: [
      { id: 's-0', question: 'Old?', answer: 'Old.', createdAt: NOON - 9, topicId: 'g-3', resolvesQuestionIds: [] },
    ],
  };
}

function deskOf(records: GapRecords = recordsOf(), rest: Partial<GapDeskOptions> = {}): GapDesk {
  return new GapDesk(() => records, { now: () => NOON, author: 'Priya', ...rest });
}

/** Each topic under a status with how many questions it has there: `g-1:3 g-2:1`. */
function listed(desk: GapDesk, status: GapStatus = 'open'): string {
  const query = { status, sortBy: 'title', direction: 'ascending', search: '', limit: 99 } as const;
  const topics = desk.list(query).topics as readonly KnowledgeGapTopic[];
  return topics.map(({ id, openQuestions, returned }) => `${id}:${openQuestions}${returned ? '*' : ''}`).join(' ');
}

function answersOf(desk: GapDesk): readonly ShortAnswer[] {
  return desk.shortAnswers({ search: '', limit: 99 }).shortAnswers as readonly ShortAnswer[];
}

function refusedAs(code: AdapterErrorCode, write: () => unknown): void {
  assert.throws(write, (error) => error instanceof AdapterError && error.code === code);
}

const texts = { question: 'Can I?', answer: 'Yes.' };
const ticked = { topicId: 'g-1', questionIds: ['a', 'b'], ...texts };

describe('GapDesk', () => {
  it('names the topic on the first page of its questions', () => {
    const query = { topicId: 'g-1', status: 'open', search: '', limit: 2 } as const;
    const first = deskOf().questions(query);
    assert.equal(parseQuestionPage(first).title, 'Topic g-1');
    const second = parseQuestionPage(deskOf().questions({ ...query, cursor: first.cursor! }));
    assert.deepEqual([second.entries.length, second.title], [1, null]);
    const { title, titleRefusal } = parseQuestionPage({ questions: [], topic: null });
    assert.deepEqual([title, titleRefusal], [null, null]);
  });

  it('lists questions whose topic has a name that is none, which the door refuses by itself', () => {
    const page = deskOf().questions({ topicId: 'g-1', status: 'open', search: '', limit: 2 });
    const unreadable = Object.defineProperty({}, 'title', {
      get: () => {
        throw new Error('not loaded');
      },
    });
    for (const [topic, field] of [
      ['Refund', 'topic'],
      [{ title: 7 }, 'topic.title'],
      [{}, 'topic.title'],
      [unreadable, ''],
    ] as const) {
      const { entries, refused, title, titleRefusal } = parseQuestionPage({ ...page, topic });
      assert.deepEqual([entries.length, refused, title, titleRefusal?.field], [2, [], null, field]);
      assert.match(titleRefusal!.message, /^page of gap questions without an id/);
    }
    assert.throws(() => parseQuestionPage({ questions: 'none', topic: { title: 'Refund' } }), /questions/);
  });

  it('resolves the ticked questions with one short answer, and leaves the others open', () => {
    const desk = deskOf();
    const { topics, shortAnswer } = desk.resolve(ticked);
    assert.deepEqual(topics, [{ topicId: 'g-1', questionIds: ['a', 'b'] }]);
    assert.deepEqual(shortAnswer, {
      id: 'short-answer-1',
      ...texts,
      createdAt: NOON,
      createdBy: 'Priya',
      topicId: 'g-1',
      resolvesQuestionIds: ['a', 'b'],
    });
    assert.equal(listed(desk), 'g-1:1 g-2:1');
    assert.equal(listed(desk, 'resolved'), 'g-1:2');
    assert.deepEqual(
      answersOf(desk).map(({ id }) => id),
      ['short-answer-1', 's-0'],
    );
  });

  it('resolves all open questions where none is named, those that came since the page was loaded as well', () => {
    const records = recordsOf();
    const desk = deskOf(records);
    records.topics[0] = topicOf('g-1', ...records.topics[0]!.questions, question('new'));
    assert.deepEqual(desk.resolve({ ...ticked, questionIds: null }).topics, [
      { topicId: 'g-1', questionIds: ['a', 'b', 'c', 'new'] },
    ]);
    assert.equal(listed(desk), 'g-2:1');
  });

  it('dismisses several topics in one write, and restores exactly what was dismissed', () => {
    const desk = deskOf();
    desk.resolve({ ...ticked, questionIds: ['a'] });
    const all = ['g-1', 'g-2'].map((topicId) => ({ topicId, questionIds: null }));
    const { topics } = desk.dismiss({ topics: all });
    assert.equal(listed(desk), '');
    assert.equal(listed(desk, 'dismissed'), 'g-1:2 g-2:1');
    desk.restore({ topics: topics as never, from: 'dismissed' });
    assert.equal(listed(desk), 'g-1:2 g-2:1');
    assert.equal(listed(desk, 'resolved'), 'g-1:1');
  });

  it('takes the short answer back with an undo, and leaves it where only the questions are restored', () => {
    const desk = deskOf();
    desk.resolve(ticked);
    desk.restore({ topics: [{ topicId: 'g-1', questionIds: ['a'] }], from: 'resolved' });
    assert.deepEqual(answersOf(desk)[0]?.resolvesQuestionIds, ['b']);
    const undo = {
      topics: [{ topicId: 'g-1', questionIds: ['b'] }],
      from: 'resolved',
      shortAnswerId: 'short-answer-1',
    };
    desk.restore(undo as never);
    assert.deepEqual(
      answersOf(desk).map(({ id }) => id),
      ['s-0'],
    );
    assert.equal(listed(desk), 'g-1:3 g-2:1');
  });

  it('writes once for one idempotency key, however often it hears it', () => {
    const desk = deskOf();
    const first = desk.resolve(ticked, 'k-1');
    assert.deepEqual(desk.resolve({ ...ticked }, 'k-1'), first);
    assert.equal(answersOf(desk).length, 2);
    refusedAs('conflict', () => desk.resolve({ ...ticked, answer: 'No.' }, 'k-1'));
    refusedAs('conflict', () => desk.dismiss({ topics: [{ topicId: 'g-2', questionIds: null }] }, 'k-1'));
  });

  it('tries again under the key of a write that was refused', () => {
    const records = recordsOf();
    const desk = deskOf(records);
    const command = { ...ticked, questionIds: ['late'] };
    refusedAs('conflict', () => desk.resolve(command, 'k-1'));
    records.topics[0] = topicOf('g-1', question('late'));
    desk.resolve(command, 'k-1');
    assert.equal(listed(desk, 'resolved'), 'g-1:1');
  });

  it('refuses whole what no longer stands where a write expects it', () => {
    const desk = deskOf();
    desk.resolve({ ...ticked, questionIds: ['b'] });
    const before = [listed(desk), listed(desk, 'resolved'), listed(desk, 'dismissed'), answersOf(desk).length];
    refusedAs('conflict', () => desk.resolve(ticked));
    const both = [
      { topicId: 'g-2', questionIds: null },
      { topicId: 'g-1', questionIds: ['a', 'b'] },
    ];
    refusedAs('conflict', () => desk.dismiss({ topics: both }));
    refusedAs('conflict', () => desk.restore({ topics: both, from: 'resolved' }));
    refusedAs('not-found', () => desk.dismiss({ topics: [both[0]!, { topicId: 'g-9', questionIds: null }] }));
    const gone = { topics: [{ topicId: 'g-1', questionIds: ['b'] }], from: 'resolved', shortAnswerId: 's-9' } as const;
    refusedAs('conflict', () => desk.restore(gone));
    assert.deepEqual(
      [listed(desk), listed(desk, 'resolved'), listed(desk, 'dismissed'), answersOf(desk).length],
      before,
    );
  });

  it('brings a topic back as returned when it is asked about again, counting only what is new', () => {
    for (const close of ['resolve', 'dismiss'] as const) {
      const records = recordsOf();
      const desk = deskOf(records);
      if (close === 'resolve') desk.resolve({ topicId: 'g-2', questionIds: null, ...texts });
      else desk.dismiss({ topics: [{ topicId: 'g-2', questionIds: null }] });
      assert.equal(listed(desk), 'g-1:3');
      records.topics[1] = topicOf('g-2', question('d'), question('e', 'open', NOON + 1));
      assert.equal(listed(desk), 'g-1:3 g-2:1*');
    }
  });

  it('does not take a restored topic for a returned one', () => {
    const desk = deskOf();
    const { topics } = desk.dismiss({ topics: [{ topicId: 'g-2', questionIds: null }] });
    desk.restore({ topics: topics as never, from: 'dismissed' });
    assert.equal(listed(desk), 'g-1:3 g-2:1');
  });

  it('takes one for returned as long as none of what was closed is open again', () => {
    const records = recordsOf();
    const desk = deskOf(records);
    const ask = (...ids: readonly string[]): void => {
      const later = ids.map((id, place) => question(id, 'open', NOON + 1 + place));
      records.topics[1] = topicOf('g-2', question('d'), ...later);
    };
    const dismiss = (id: string) => desk.dismiss({ topics: [{ topicId: 'g-2', questionIds: [id] }] });
    const restore = (id: string) =>
      desk.restore({ topics: [{ topicId: 'g-2', questionIds: [id] }], from: 'dismissed' });
    dismiss('d');
    ask('e', 'f');
    dismiss('e');
    assert.equal(listed(desk), 'g-1:3 g-2:1*');
    restore('d');
    assert.equal(listed(desk), 'g-1:3 g-2:2');
    dismiss('d');
    dismiss('f');
    restore('f');
    ask('e', 'f', 'g');
    assert.equal(listed(desk), 'g-1:3 g-2:2');
  });

  it('refuses blank and endless texts, and commands that are none', () => {
    const desk = deskOf(recordsOf(), { textLimit: 10 });
    for (const change of [{ question: ' \n' }, { answer: '' }, { answer: 'x'.repeat(11) }, { questionIds: [] }]) {
      refusedAs('invalid-payload', () => desk.resolve({ ...ticked, ...change }));
    }
    for (const topics of [[], null, [null], [ticked, ticked], [{ topicId: 7 }], { length: 1 }]) {
      refusedAs('invalid-payload', () => desk.dismiss({ topics: topics as never }));
    }
    refusedAs('invalid-payload', () => desk.restore({ topics: [ticked], from: 'open' as never }));
    assert.equal(listed(desk), 'g-1:3 g-2:1');
  });

  it('refuses what the viewer has no right to', () => {
    const desk = deskOf({ ...recordsOf(), access: { 'dismiss-gap': 'needs-seat' } });
    refusedAs('forbidden', () => desk.dismiss({ topics: [{ topicId: 'g-1', questionIds: null }] }));
    desk.resolve(ticked);
    assert.equal(listed(desk), 'g-1:1 g-2:1');
  });

  it('lists the exact questions of a topic, the latest first, searched and paged', () => {
    const many = Array.from({ length: 7 }, (_, index) => question(`q-${index}`, 'open', NOON + index));
    const desk = deskOf({ topics: [topicOf('g-1', ...many, question('done', 'resolved'))] });
    const query = { topicId: 'g-1', status: 'open', search: '', limit: 5 } as const;
    const first = desk.questions(query);
    const second = desk.questions({ ...query, cursor: first.cursor! });
    const ids = [...first.questions, ...second.questions].map((each) => (each as GapQuestion).id);
    assert.deepEqual(ids, ['q-6', 'q-5', 'q-4', 'q-3', 'q-2', 'q-1', 'q-0']);
    assert.deepEqual([first.total, second.cursor], [7, undefined]);
    assert.equal(desk.questions({ ...query, search: 'Q-3' }).questions.length, 1);
    refusedAs('not-found', () => desk.questions({ ...query, topicId: 'g-9' }));
    refusedAs('not-found', () => desk.questions({ ...query, status: 'resolved', cursor: first.cursor! }));
  });

  it('stands after a reload where it stood before, from what was kept', () => {
    const kept: KeptGaps[] = [];
    const desk = deskOf(recordsOf(), { keep: (state) => kept.push(state) });
    desk.resolve(ticked);
    desk.resolve({ topicId: 'g-2', questionIds: null, ...texts });
    desk.restore({
      topics: [{ topicId: 'g-2', questionIds: ['d'] }],
      from: 'resolved',
      shortAnswerId: 'short-answer-2',
    });
    assert.equal(kept.length, 3);
    const again = deskOf(recordsOf(), { kept: parseKeptGaps(JSON.parse(JSON.stringify(kept.at(-1)))) });
    assert.deepEqual([listed(again), listed(again, 'resolved')], [listed(desk), listed(desk, 'resolved')]);
    assert.deepEqual(
      answersOf(again).map(({ id, createdAt }) => [id, createdAt]),
      [
        ['short-answer-1', NOON],
        ['s-0', NOON - 9],
      ],
    );
    assert.equal(
      (again.resolve({ topicId: 'g-2', questionIds: null, ...texts }).shortAnswer as ShortAnswer).id,
      'short-answer-3',
    );
  });

  it('does not change the records it starts from', () => {
    const records = recordsOf();
    const desk = deskOf(records);
    desk.resolve(ticked);
    assert.deepEqual(records, recordsOf());
  });
});
