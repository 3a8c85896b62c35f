import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError, DataError, DefinitionError } from '../../../src/errors.js';
import type { GapListQuery, GapQuestion, GapStatus, KnowledgeGapTopic } from '../../../src/gaps/gap-records.js';
import { countTopic, listTopics, parseTopicPage, topicsWithStatus } from '../../../src/gaps/topics.js';

const NOON = Date.UTC(2026, 2, 13, 12);

function question(id: string, conversationId: string, status: GapStatus, hour = 0): GapQuestion {
  return { id, text: `Question ${id}?`, askedAt: NOON + hour * 3_600_000, conversationId, status };
}

function topic(
  id: string,
  title: string,
  conversations: number,
  rest: Partial<KnowledgeGapTopic> = {},
): KnowledgeGapTopic {
  return { id, title, openQuestions: conversations, conversations, lastAskedAt: NOON, status: 'open', ...rest };
}

function query(rest: Partial<GapListQuery> = {}): GapListQuery {
  return { status: 'open', sortBy: 'conversations', direction: 'descending', search: '', limit: 10, ...rest };
}

function idsOf(topics: readonly unknown[]): string {
  return topics.map((each) => (each as KnowledgeGapTopic).id).join(' ');
}

describe('countTopic', () => {
  const questions = [
    question('q1', 'c-1', 'open', 1),
    question('q2', 'c-1', 'open', 3),
    question('q3', 'c-2', 'open', 2),
    question('q4', 'c-3', 'resolved', 9),
  ];

  it('counts distinct conversations with an open question, and the latest of these', () => {
    assert.deepEqual(countTopic(questions), {
      openQuestions: 3,
      conversations: 2,
      lastAskedAt: NOON + 3 * 3_600_000,
      conversationIds: ['c-1', 'c-2'],
    });
  });

  it('counts the questions of another status where it is asked for them', () => {
    assert.equal(countTopic(questions, 'resolved')?.conversations, 1);
    assert.equal(countTopic(questions, 'dismissed'), null);
  });

  it('is null for a topic without an open question', () => {
    assert.equal(countTopic([]), null);
    assert.equal(countTopic([question('q1', 'c-1', 'dismissed')]), null);
  });

  it('reads times as text, and names the question whose time is none', () => {
    const asText = { ...question('q1', 'c-1', 'open'), askedAt: '2026-03-13T13:00:00+01:00' };
    assert.equal(countTopic([asText])?.lastAskedAt, NOON);
    assert.throws(() => countTopic([{ ...asText, askedAt: '2026-03-13' }]), /gap question "q1", askedAt: expected/);
  });
});

describe('topicsWithStatus', () => {
  const topics = [
    {
      id: 'g-1',
      title: 'Refund',
      returned: true,
      questions: [question('q1', 'c-1', 'open'), question('q2', 'c-2', 'resolved')],
    },
    { id: 'g-2', title: 'Invoice', questions: [question('q3', 'c-3', 'dismissed')] },
  ];

  it('lists a topic under each status that one of its questions has', () => {
    assert.equal(idsOf(topicsWithStatus(topics, 'open')), 'g-1');
    assert.equal(idsOf(topicsWithStatus(topics, 'resolved')), 'g-1');
    assert.equal(idsOf(topicsWithStatus(topics, 'dismissed')), 'g-2');
  });

  it('marks a topic as returned only while it is open', () => {
    assert.equal(topicsWithStatus(topics, 'open')[0]?.returned, true);
    assert.equal(topicsWithStatus(topics, 'resolved')[0]?.returned, false);
  });
});

describe('listTopics', () => {
  const topics = [
    topic('g-b', 'Refund to another card', 4, { lastAskedAt: NOON - 5 }),
    topic('g-a', 'Éclair machine: spare parts', 4, { lastAskedAt: new Date(NOON - 1).toISOString() }),
    topic('g-c', 'zebra pattern', 9, { lastAskedAt: NOON - 3 }),
    topic('g-d', 'Altgerät zurückgeben', 1, { lastAskedAt: NOON - 2 }),
    topic('g-e', 'Part 10', 2, { lastAskedAt: NOON - 4 }),
    topic('g-f', 'part 9', 3, { lastAskedAt: NOON - 6 }),
    topic('g-x', 'Done long ago', 7, { status: 'resolved' }),
  ];

  it('filters by status', () => {
    assert.equal(idsOf(listTopics(topics, query({ status: 'resolved' })).topics), 'g-x');
    assert.deepEqual(listTopics(topics, query({ status: 'dismissed' })), { topics: [], total: 0 });
  });

  it('sorts by each column in both directions, ties by id', () => {
    const sorted = (rest: Partial<GapListQuery>): string => idsOf(listTopics(topics, query(rest)).topics);
    assert.equal(sorted({}), 'g-c g-a g-b g-f g-e g-d');
    assert.equal(sorted({ direction: 'ascending' }), 'g-d g-e g-f g-a g-b g-c');
    assert.equal(sorted({ sortBy: 'lastAskedAt' }), 'g-a g-d g-c g-e g-b g-f');
    assert.equal(sorted({ sortBy: 'title', direction: 'ascending' }), 'g-d g-a g-f g-e g-b g-c');
    assert.equal(sorted({ sortBy: 'title' }), 'g-c g-b g-e g-f g-a g-d');
  });

  it('sorts titles by the alphabet of the page, and by English where its tag is none', () => {
    const swedish = [topic('g-1', 'zon', 1), topic('g-2', 'ärende', 1)];
    const byTitle = query({ sortBy: 'title', direction: 'ascending' });
    assert.equal(idsOf(listTopics(swedish, byTitle, 'sv').topics), 'g-1 g-2');
    assert.equal(idsOf(listTopics(swedish, byTitle, 'not a tag').topics), 'g-2 g-1');
  });

  it('searches without regard to case, accents and space around', () => {
    const found = (search: string): string => idsOf(listTopics(topics, query({ search })).topics);
    assert.equal(found('ECLAIR'), 'g-a');
    assert.equal(found('  altgerat '), 'g-d');
    assert.equal(found('réf'), 'g-b');
    assert.equal(found('.*'), '');
    assert.equal(listTopics(topics, query({ search: 'part' })).total, 3);
  });

  it('pages through all topics once, and says how many there are', () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = listTopics(topics, query({ limit: 4, ...(cursor === undefined ? {} : { cursor }) }));
      assert.equal(page.total, 6);
      seen.push(idsOf(page.topics));
      cursor = page.cursor;
    } while (cursor !== undefined);
    assert.deepEqual(seen, ['g-c g-a g-b g-f', 'g-e g-d']);
  });

  it('gives the last page no cursor where it is exactly full', () => {
    assert.equal(listTopics(topics, query({ limit: 6 })).cursor, undefined);
  });

  for (const sortBy of ['title', 'conversations', 'lastAskedAt'] as const) {
    it(`repeats and hides nothing when topics come and go between two pages sorted by ${sortBy}`, () => {
      const first = listTopics(topics, query({ sortBy, limit: 3 }));
      const shown = new Set(idsOf(first.topics).split(' '));
      const lastShown = (first.topics.at(-1) as KnowledgeGapTopic).id;
      const ahead = topic('g-0', 'zzz', 99, { lastAskedAt: NOON + 1 });
      const changed = [ahead, ...topics.filter(({ id }) => id !== lastShown)];
      const second = listTopics(changed, query({ sortBy, limit: 10, cursor: first.cursor! }));
      const rest = topics.filter(({ id, status }) => status === 'open' && !shown.has(id)).map(({ id }) => id);
      assert.deepEqual(idsOf(second.topics).split(' ').sort(), rest.sort());
    });
  }

  it('refuses a cursor of another listing or of nobody', () => {
    const { cursor } = listTopics(topics, query({ limit: 2 }));
    const strange = [
      query({ cursor: 'nonsense' }),
      query({ cursor: '{}' }),
      query({ cursor: '["open","conversations","descending","9","g-c"]' }),
      query({ cursor: cursor!, direction: 'ascending' }),
      query({ cursor: cursor!, sortBy: 'title' }),
    ];
    for (const each of strange) {
      assert.throws(
        () => listTopics(topics, each),
        (error) => error instanceof AdapterError && error.code === 'not-found' && !error.retryable,
      );
    }
  });

  it('refuses a limit that is no number of rows', () => {
    for (const limit of [0, -1, 1.5, Number.NaN]) {
      assert.throws(() => listTopics(topics, query({ limit })), DefinitionError);
    }
  });
});

describe('parseTopicPage', () => {
  const good = topic('g-1', 'Refund', 2);

  it('hands back what a topic says, with instants in ms and null for what is not told', () => {
    const raw = { ...good, lastAskedAt: '2026-03-13T13:00:00+01:00', returned: null };
    assert.deepEqual(parseTopicPage({ topics: [raw], cursor: 'next', total: 40 }), {
      entries: [{ ...good, lastAskedAt: NOON, returned: false, conversationIds: null }],
      refused: [],
      cursor: 'next',
      total: 40,
    });
    assert.deepEqual(parseTopicPage({ topics: [], cursor: null, total: null }), { entries: [], refused: [] });
  });

  it('leaves untrusted titles as they are', () => {
    const titles = ['<script>alert(1)</script>', '=cmd()', '\u202Egnp.exe', '\u0000', 'x'.repeat(50_000), '🧑‍🚀'];
    const { entries: topics, refused } = parseTopicPage({
      topics: titles.map((title, index) => topic(`g-${index}`, title, 1)),
    });
    assert.deepEqual(
      topics.map(({ title }) => title),
      titles,
    );
    assert.deepEqual(refused, []);
  });

  const wrong: readonly (readonly [field: string, change: Readonly<Record<string, unknown>>, value: string])[] = [
    ['title', { title: 7 }, '7'],
    ['title', { title: '' }, '""'],
    ['openQuestions', { openQuestions: '2' }, '"2"'],
    ['openQuestions', { openQuestions: -1 }, '-1'],
    ['conversations', { conversations: Number.NaN }, 'NaN'],
    ['conversations', { conversations: 1.5 }, '1.5'],
    ['lastAskedAt', { lastAskedAt: '2026-03-13 12:00' }, '"2026-03-13 12:00"'],
    ['lastAskedAt', { lastAskedAt: NOON / 1000 }, String(NOON / 1000)],
    ['lastAskedAt', { lastAskedAt: new Date(NOON) }, 'an object'],
    ['status', { status: 'closed' }, '"closed"'],
    ['returned', { returned: 'yes' }, '"yes"'],
    ['conversationIds', { conversationIds: 'c-1' }, '"c-1"'],
    ['conversationIds[1]', { conversationIds: ['c-1', 2] }, '2'],
  ];
  for (const [field, change, value] of wrong) {
    it(`refuses ${field} = ${value} by name and keeps the topics around it`, () => {
      const raw = [topic('g-0', 'Before', 1), { ...good, id: 'g-7', ...change }, topic('g-9', 'After', 1)];
      const { entries: topics, refused } = parseTopicPage({ topics: raw });
      assert.equal(idsOf(topics), 'g-0 g-9');
      assert.equal(refused.length, 1);
      assert.deepEqual(
        { id: refused[0]?.id, field: refused[0]?.field, value: refused[0]?.value },
        { id: 'g-7', field, value },
      );
      assert.ok(refused[0]?.message.startsWith(`knowledge gap "g-7", ${field}: `), refused[0]?.message);
      assert.match(refused[0]?.message ?? '', /, got .+\. .+\.$/);
    });
  }

  it('refuses what is no topic at all', () => {
    const circular: Record<string, unknown> = { ...good, id: 'g-c' };
    circular['conversationIds'] = circular;
    const getter = Object.defineProperty({ ...good }, 'title', {
      enumerable: true,
      get() {
        throw new Error('boom');
      },
    });
    const polluting: unknown = JSON.parse('{"id":"g-p","__proto__":{"isAdmin":true}}');
    const raw = [null, undefined, 'g-1', 4, [], {}, { id: '' }, circular, getter, polluting, () => good, new Map()];
    const { entries: topics, refused } = parseTopicPage({ topics: raw });
    assert.deepEqual(topics, []);
    assert.equal(refused.length, raw.length);
    assert.equal(({} as Record<string, unknown>)['isAdmin'], undefined);
    assert.match(refused[8]?.message ?? '', /knowledge gap "g-1": reading it failed \(boom\)/);
  });

  it('refuses what fails to be read, whatever it throws', () => {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const forged = new DataError({ field: 'all', value: '1', message: 'Forged.' });
    const throwing = [revoked.proxy, forged, 'text', undefined].map((thrown) =>
      Object.defineProperty({ ...good }, 'status', {
        get() {
          throw thrown;
        },
      }),
    );
    const { entries: topics, refused } = parseTopicPage({
      topics: [revoked.proxy, ...throwing, topic('g-9', 'After', 1)],
    });
    assert.equal(idsOf(topics), 'g-9');
    assert.equal(refused.length, 5);
    for (const { field, message } of refused) {
      assert.equal(field, '');
      assert.match(message, /^knowledge gap (without an id|"g-1"): reading it failed/);
    }
  });

  it('refuses a second topic with the same id', () => {
    const { entries: topics, refused } = parseTopicPage({ topics: [good, { ...good, title: 'Again' }] });
    assert.equal(topics[0]?.title, 'Refund');
    assert.equal(refused[0]?.field, 'id');
  });

  it('throws a DataError where the page itself is none', () => {
    const pages = [
      null,
      [],
      'topics',
      {},
      { topics: {} },
      { topics: [], total: -1 },
      { topics: [], cursor: 5 },
      { topics: Array.from({ length: 10_001 }) },
    ];
    for (const page of pages) assert.throws(() => parseTopicPage(page), DataError);
  });
});
