import type { PerformanceAdapter, RequestContext } from '../../adapters/adapter.js';
import { describeValue } from '../../conversation/door.js';
import { parseConversation } from '../../conversation/parse.js';
import { gapRights, rightStandings } from '../../gaps/gap-records.js';
import type { Checks } from './check-table.js';
import { fail, skip, someOf } from './outcome.js';
import { codeOf, mustBeAbort, type Probe } from './probe.js';
import { idOf, idsOf, mustHoldAll, named, needRecords } from './whole-answer.js';

const listed = { search: '', limit: 10 } as const;
const noSuchId = 'no-such-conversation';

/** How an adapter behaves, whatever it answers. */
export const mannerChecks: Checks = {
  'the adapter names its contract and has something to answer': async ({ adapter }) => {
    const contract: unknown = adapter.contract;
    if (contract !== 1) {
      fail(`adapter.contract: expected 1, got ${describeValue(contract)}. Use an adapter and a kit of one version.`);
    }
    const names = ['conversations', 'knowledgeGaps', 'shortAnswers'] as const;
    if (names.every((name) => adapter[name] === undefined)) {
      fail(`The adapter has none of ${names.join(', ')}. One is enough to start.`);
    }
    const wrong = ['conversations', 'conversationsById', 'access', 'subscribe'].find((name) => {
      const part = (adapter as unknown as Readonly<Record<string, unknown>>)[name];
      return part !== undefined && typeof part !== 'function';
    });
    if (wrong !== undefined) fail(`adapter.${wrong} is no function. Leave out what the source cannot answer.`);
    const empty = (['knowledgeGaps', 'shortAnswers'] as const).find(
      (name) => adapter[name] !== undefined && typeof adapter[name].list !== 'function',
    );
    if (empty !== undefined) fail(`adapter.${empty} has no list(). Leave ${empty} out where the source lists none.`);
  },
  'conversations() stops when it was aborted before it began': async (probe) => {
    needRecords(await probe.whole());
    const failure = await probe.failureOf('conversations(), aborted before,', async () => {
      const pages = probe.adapter.conversations!(probe.base, aborted(probe));
      const next = await pages[Symbol.asyncIterator]().next();
      if (next.done !== true)
        fail('conversations() was aborted before it began and handed over a page. Begin with signal.throwIfAborted().');
    });
    if (failure !== null) mustBeAbort('conversations()', failure.error);
  },
  'conversations() stops when it is aborted between two pages': async (probe) => {
    needRecords(await probe.whole());
    const controller = new AbortController();
    const pages = probe.adapter.conversations!(probe.base, probe.context({ signal: controller.signal }));
    const iterator = pages[Symbol.asyncIterator]();
    await probe.ask('conversations()', () => iterator.next());
    controller.abort();
    const failure = await probe.failureOf('conversations(), aborted after its first page,', async () => {
      const next = await iterator.next();
      if (next.done !== true)
        fail(
          'conversations() was aborted after its first page and handed over another. Hand the signal to fetch, or look at it before each page.',
        );
    });
    if (failure !== null) mustBeAbort('conversations()', failure.error);
  },
  'every other question stops when it is aborted': async (probe) => {
    const asks = await questionsOf(probe);
    if (asks.length === 0) skip('There is no other question.');
    for (const [label, ask] of asks) await checkAbort(probe, label, ask);
  },
  'conversationsById() finds conversations by their ids': async (probe) => {
    const { adapter } = probe;
    if (adapter.conversationsById === undefined) skip('The adapter has no conversationsById().');
    const whole = await probe.whole();
    needRecords(whole);
    const ids = idsOf(whole.records);
    const wanted = [...new Set([ids[0]!, ids[Math.floor(ids.length / 2)]!, ids.at(-1)!])];
    const label = 'conversationsById()';
    const found = await probe.ask(label, () => adapter.conversationsById!([...wanted, noSuchId], probe.context()));
    if (!Array.isArray(found)) fail(`${label} handed over ${describeValue(found)}. Hand over an array of records.`);
    await probe.ask(label, () => found.forEach((record) => void parseConversation(record)));
    const foundIds = idsOf(found);
    mustHoldAll(wanted, new Set(foundIds), `${label} does not find`, 'Hand over a record for each id that there is.');
    const more = found.map(idOf).filter((id) => id === null || !wanted.includes(id));
    if (more.length > 0)
      fail(`${label} hands over besides ${someOf(named(more.map(String)))}. Hand over what was asked for.`);
    if (foundIds.length > wanted.length) fail(`${label} hands over a conversation twice. Hand over one record an id.`);
    const none = await probe.ask(`${label} without ids`, () => adapter.conversationsById!([], probe.context()));
    if (none.length > 0) fail(`${label} without ids hands over ${none.length} records. Hand over none.`);
  },
  'access() names standings that there are': async (probe) => {
    if (probe.adapter.access === undefined) skip('The adapter has no access(): the viewer may do everything.');
    const access = await probe.ask('access()', () => probe.adapter.access!(probe.context()));
    if (typeof access !== 'object' || access === null)
      fail(`access() answered ${describeValue(access)}. Answer an object.`);
    for (const [right, standing] of Object.entries(access)) {
      if (!(gapRights as readonly string[]).includes(right)) {
        fail(
          `access() names the right ${describeValue(right)}, which there is not. There are ${gapRights.join(', ')}.`,
        );
      }
      if (standing !== undefined && !(rightStandings as readonly unknown[]).includes(standing)) {
        fail(`access(), ${right}: expected one of ${rightStandings.join(', ')}, got ${describeValue(standing)}.`);
      }
    }
  },
  'subscribe() tells nothing after it was stopped': async (probe) => {
    if (probe.adapter.subscribe === undefined) skip('The adapter has no subscribe().');
    await listenAndLeave(probe, 'the function it handed back was called', (stop, controller) =>
      stop === undefined ? controller.abort() : stop(),
    );
    await listenAndLeave(probe, 'its signal was aborted', (_, controller) => controller.abort());
  },
};

function aborted(probe: Probe): RequestContext {
  const controller = new AbortController();
  controller.abort();
  return probe.context({ signal: controller.signal });
}

type Ask = (context: RequestContext) => Promise<unknown>;

/** Every question that changes nothing, but for the pages. */
async function questionsOf(probe: Probe): Promise<readonly (readonly [string, Ask])[]> {
  const { adapter } = probe;
  const { knowledgeGaps, shortAnswers } = adapter;
  const byConversations = { status: 'open', sortBy: 'conversations', direction: 'descending' } as const;
  const ids = adapter.conversationsById === undefined ? [] : idsOf((await probe.whole()).records).slice(0, 1);
  const asks: (readonly [string, Ask | undefined])[] = [
    ['conversationsById()', ids.length === 0 ? undefined : (context) => adapter.conversationsById!(ids, context)],
    [
      'knowledgeGaps.list()',
      knowledgeGaps?.list && ((context) => knowledgeGaps.list({ ...byConversations, ...listed }, context)),
    ],
    ['shortAnswers.list()', shortAnswers?.list && ((context) => shortAnswers.list(listed, context))],
    ['access()', adapter.access && ((context) => adapter.access!(context))],
  ];
  return asks.filter((entry): entry is readonly [string, Ask] => entry[1] !== undefined);
}

async function checkAbort(probe: Probe, label: string, ask: Ask): Promise<void> {
  const before = await probe.failureOf(`${label}, aborted before,`, () => ask(aborted(probe)));
  if (before === null) fail(`${label} was aborted before it began and answered. Begin with signal.throwIfAborted().`);
  mustBeAbort(label, before.error);
  const controller = new AbortController();
  const amid = await probe.failureOf(`${label}, aborted after it began,`, () => {
    const answer = ask(probe.context({ signal: controller.signal }));
    controller.abort();
    return answer;
  });
  if (amid !== null && codeOf(amid.error) !== 'unsupported') mustBeAbort(label, amid.error);
}

type Stop = ReturnType<NonNullable<PerformanceAdapter['subscribe']>>;

async function listenAndLeave(
  probe: Probe,
  when: string,
  leave: (stop: Stop, controller: AbortController) => void,
): Promise<void> {
  const { quietMs = 100 } = probe.options;
  const controller = new AbortController();
  let told = 0;
  const context = probe.context({ signal: controller.signal });
  const stop = await probe.ask('subscribe()', () => ({ stop: probe.adapter.subscribe!(() => (told += 1), context) }));
  if (stop.stop !== undefined && typeof stop.stop !== 'function') {
    fail(`subscribe() handed back ${describeValue(stop.stop)}. Hand back the way to stop, or nothing.`);
  }
  leave(stop.stop, controller);
  const before = told;
  await new Promise((resolve) => setTimeout(resolve, quietMs));
  controller.abort();
  if (told > before) fail(`subscribe() told of a change after ${when}. Stop there.`);
}
