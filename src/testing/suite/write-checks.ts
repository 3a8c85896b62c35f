import { newIdempotencyKey } from '../../adapters/idempotency-key.js';
import type { KnowledgeGapsAdapter } from '../../adapters/adapter.js';
import type { Access, GapRight, GapsChanged, GapStatus } from '../../gaps/gap-records.js';
import { rightsToResolve } from '../../gaps/rights.js';
import type { Checks } from './check-table.js';
import { askQuestions, askShortAnswers, gapsOf, topicsOf } from './gap-source.js';
import { readList } from './listed.js';
import { fail, skip } from './outcome.js';
import { codeOf, describeError, type Probe } from './probe.js';
import { named } from './whole-answer.js';

const question = 'What does the conformance check ask?';
/** No two runs write the same, so that what a run has made can be found. */
const answerOf = (key: string): string => `A short answer of the conformance check, ${key}. It can be deleted.`;

/** A question that a write is about. */
interface Picked {
  readonly topicId: string;
  readonly questionIds: readonly [string];
}

type WriteName = 'resolve' | 'dismiss' | 'restore';

/** What writes must do. They are made only where the host says so. */
export const writeChecks: Checks = {
  'a write without the right to it is refused and changes nothing': async (probe) => {
    const gaps = mayWrite(probe);
    const access = await accessOf(probe);
    const { topicId, questionIds } = await pick(probe);
    const key = newIdempotencyKey();
    const writes = [
      [
        rightsToResolve,
        'resolve',
        () => gaps.resolve!({ topicId, questionIds, question, answer: answerOf(key) }, probe.writing(key)),
      ],
      [['dismiss-gap'], 'dismiss', () => gaps.dismiss!({ topics: [{ topicId, questionIds }] }, probe.writing())],
    ] as const;
    const denied = writes.filter(([rights, name]) => gaps[name] !== undefined && !isAllowed(access, rights));
    if (denied.length === 0) skip('The viewer may do everything: check again as somebody who may not.');
    for (const [, name, write] of denied) {
      await mustRefuse(
        probe,
        name,
        write,
        ['forbidden'],
        'Check the right on the server: what the page shows is a courtesy.',
      );
    }
    await mustStand(probe, { topicId, questionIds }, 'open', 'A write without the right to it changed the question');
  },
  'resolve() with a key it has heard makes no second short answer': async (probe) => {
    const gaps = await mayDo(probe, 'resolve', rightsToResolve);
    const picked = await pick(probe);
    const key = newIdempotencyKey();
    const command = { ...picked, question, answer: answerOf(key) };
    const made = await probe.ask('knowledgeGaps.resolve()', () => gaps.resolve!(command, probe.writing(key)));
    const shortAnswerId = String(Object(made.shortAnswer).id);
    try {
      await mustStand(probe, picked, 'resolved', 'resolve() answered and did not resolve the question');
      await sameAgain(probe, 'resolve', made, () => gaps.resolve!(command, probe.writing(key)));
      const answers = await readAnswers(probe, key);
      if (answers !== null && answers !== 1) {
        fail(`resolve() with one key, twice, made ${answers} short answers. Keep the key with what it made.`);
      }
    } finally {
      await giveBack(probe, picked, 'resolved', shortAnswerId);
    }
    const left = gaps.restore === undefined ? null : await readAnswers(probe, key);
    if (left !== null && left > 0)
      fail('restore() with the id of a short answer left it standing. Take it back with its questions.');
  },
  'dismiss() and restore() with a key they have heard change nothing again': async (probe) => {
    const gaps = await mayDo(probe, 'dismiss', ['dismiss-gap']);
    const { restore } = gaps;
    if (restore === undefined) skip('The adapter has no knowledgeGaps.restore(): what is dismissed stays so.');
    const picked = await pick(probe);
    const [first, back] = [newIdempotencyKey(), newIdempotencyKey()];
    const dismiss = () => gaps.dismiss!({ topics: [picked] }, probe.writing(first));
    const open = () => gaps.restore!({ topics: [picked], from: 'dismissed' }, probe.writing(back));
    const dismissed = await probe.ask('knowledgeGaps.dismiss()', dismiss);
    await mustStand(probe, picked, 'dismissed', 'dismiss() answered and did not dismiss the question');
    await sameAgain(probe, 'dismiss', dismissed, dismiss);
    const restored = await probe.ask('knowledgeGaps.restore()', open);
    await mustStand(probe, picked, 'open', 'restore() answered and did not open the question');
    await sameAgain(probe, 'restore', restored, open);
    // A retry of the first write, heard late: the question has been opened since.
    await sameAgain(probe, 'dismiss', dismissed, dismiss);
    await mustStand(probe, picked, 'open', 'dismiss() with a key it had heard dismissed the question once more');
  },
  'a write about questions that no longer stand is refused whole': async (probe) => {
    const gaps = await mayDo(probe, 'dismiss', ['dismiss-gap']);
    if (gaps.restore === undefined) skip('The adapter has no knowledgeGaps.restore(): what is dismissed stays so.');
    const { topicId, ids } = await pickTwo(probe);
    const picked: Picked = { topicId, questionIds: [ids[0]!] };
    await probe.ask('knowledgeGaps.dismiss()', () => gaps.dismiss!({ topics: [picked] }, probe.writing()));
    try {
      const again = () => gaps.dismiss!({ topics: [{ topicId, questionIds: ids }] }, probe.writing());
      await mustRefuse(probe, 'dismiss', again, ['conflict'], 'Somebody else was first: say so.');
      if (ids[1] !== undefined) {
        const other: Picked = { topicId, questionIds: [ids[1]] };
        await mustStand(probe, other, 'open', 'dismiss() was refused and dismissed a question all the same');
      }
    } finally {
      await giveBack(probe, picked, 'dismissed');
    }
  },
};

/** The half that is written to, where the host lets it. */
function mayWrite(probe: Probe): KnowledgeGapsAdapter {
  const gaps = gapsOf(probe);
  if (probe.options.writes !== true) skip('Nothing is written without writes: true.');
  if (gaps.resolve === undefined && gaps.dismiss === undefined) skip('The adapter writes nothing.');
  return gaps;
}

async function mayDo(probe: Probe, name: WriteName, rights: readonly GapRight[]): Promise<KnowledgeGapsAdapter> {
  const gaps = mayWrite(probe);
  if (gaps[name] === undefined) skip(`The adapter has no knowledgeGaps.${name}().`);
  if (!isAllowed(await accessOf(probe), rights)) skip(`The viewer has not the right to ${name}.`);
  return gaps;
}

function accessOf(probe: Probe): Promise<Access> {
  return probe.once('access', async () =>
    probe.adapter.access === undefined ? {} : await probe.ask('access()', () => probe.adapter.access!(probe.context())),
  );
}

function isAllowed(access: Access, rights: readonly GapRight[]): boolean {
  return rights.every((right) => (access[right] ?? 'allowed') === 'allowed');
}

async function pick(probe: Probe): Promise<Picked> {
  const { topicId, ids } = await pickTwo(probe);
  return { topicId, questionIds: [ids[0]!] };
}

/** One or two open questions of a topic: two where a topic has them. */
async function pickTwo(probe: Probe): Promise<{ readonly topicId: string; readonly ids: readonly string[] }> {
  const topics = await topicsOf(probe, 'open');
  const topic = topics.find(({ openQuestions }) => openQuestions > 1) ?? topics[0] ?? skip('There is no open topic.');
  const { entries } = await askQuestions(probe, topic.id, 'open')({ limit: 2 });
  if (entries.length === 0) skip('The open topic has no questions.');
  return { topicId: topic.id, ids: entries.map(({ id }) => id) };
}

/** Whether a question stands so; looked up anew. */
async function mustStand(probe: Probe, picked: Picked, status: GapStatus, otherwise: string): Promise<void> {
  const [id] = picked.questionIds;
  const standing = await readList('knowledgeGaps.questions()', askQuestions(probe, picked.topicId, status));
  if (!standing.some((entry) => entry.id === id)) fail(`${otherwise}: ${named([id])[0]} is not ${status}.`);
}

async function sameAgain(
  probe: Probe,
  name: WriteName,
  before: GapsChanged,
  again: () => Promise<GapsChanged>,
): Promise<void> {
  const failure = await probe.failureOf(`knowledgeGaps.${name}()`, async () => {
    const answer = await again();
    if (JSON.stringify(answer) !== JSON.stringify(before)) {
      fail(`${name}() with a key it has heard answered otherwise. Hand back what was said the first time.`);
    }
  });
  if (failure === null) return;
  fail(
    `${name}() with a key it has heard threw ${describeError(failure.error)}. Hand back what was said the first time.`,
    failure.error,
  );
}

async function mustRefuse(
  probe: Probe,
  name: WriteName,
  write: () => Promise<unknown>,
  codes: readonly string[],
  wayOut: string,
): Promise<void> {
  const failure = await probe.failureOf(`knowledgeGaps.${name}()`, write);
  const expected = `expected an AdapterError ${codes.join(' or ')}`;
  if (failure === null) fail(`${name}() was carried out, ${expected}. ${wayOut}`);
  if (codes.includes(codeOf(failure.error) ?? '')) return;
  fail(`${name}(): ${expected}, got ${describeError(failure.error)}. ${wayOut}`, failure.error);
}

/** Short answers that the run with this key has made; null where the source does not list them. */
async function readAnswers(probe: Probe, key: string): Promise<number | null> {
  if (probe.adapter.shortAnswers === undefined) return null;
  return (await readList('shortAnswers.list()', askShortAnswers(probe, key))).length;
}

/** As it was before, where the source can. */
async function giveBack(
  probe: Probe,
  picked: Picked,
  from: Exclude<GapStatus, 'open'>,
  shortAnswerId?: string,
): Promise<void> {
  const { restore } = gapsOf(probe);
  if (restore === undefined) return;
  const command = { topics: [picked], from, ...(shortAnswerId === undefined ? {} : { shortAnswerId }) };
  await probe.ask('knowledgeGaps.restore()', () => restore.call(probe.adapter.knowledgeGaps, command, probe.writing()));
  await mustStand(probe, picked, 'open', 'restore() answered and did not open the question');
}
