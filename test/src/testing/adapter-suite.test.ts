import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { demoAdapter } from '../../../src/adapters/demo.js';
import { fileAdapter } from '../../../src/adapters/file.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { withRetry } from '../../../src/adapters/with-retry.js';
import { adapterChecks, testAdapter, type AdapterReport } from '../../../src/testing/index.js';
import { overTheWire } from '../adapters/rest/rest-support.js';
import { now, recordOf, workingAdapter } from './working-adapter.js';

const options = { writes: true, now, quietMs: 5 } as const;
const records = Array.from({ length: 1_200 }, (_, index) => recordOf(index));
const lines = new Blob(records.slice(0, 600).map((record) => `${JSON.stringify(record)}\n`));
const demo = demoAdapter({ now });
const today = { ...options, since: now - 43_200_000 };

function titlesOf({ checks }: AdapterReport, state: string): string[] {
  return checks.filter((check) => check.state === state).map(({ title }) => title);
}

function passes(report: AdapterReport, mostSkipped: number): void {
  assert.deepEqual(titlesOf(report, 'failed'), [], report.text);
  assert.ok(titlesOf(report, 'skipped').length <= mostSkipped, report.text);
}

describe('the suite for adapters', () => {
  it('has nothing against an adapter that can do everything', async () => {
    passes(await testAdapter(workingAdapter(), options), 2);
  });

  it('has nothing against the adapters in the box', async () => {
    passes(await testAdapter(memoryAdapter(records), options), 17);
    passes(await testAdapter(fileAdapter(lines), options), 19);
    passes(await testAdapter(demo, today), 4);
  });

  it('has nothing against restAdapter over the reference server, nor against withRetry', async () => {
    passes(await testAdapter(overTheWire(workingAdapter()).adapter, options), 1);
    passes(await testAdapter(withRetry(workingAdapter()), options), 2);
  });

  it('writes nothing unasked, and leaves a source as it was where it was asked', async () => {
    const source = workingAdapter();
    const written: string[] = [];
    const { resolve, dismiss } = source.knowledgeGaps;
    source.knowledgeGaps.resolve = (...asked) => (written.push('resolve'), resolve(...asked));
    source.knowledgeGaps.dismiss = (...asked) => (written.push('dismiss'), dismiss(...asked));
    const context = { signal: new AbortController().signal, locale: 'en', timeZone: 'UTC' };
    const stateOf = async () => [
      await source.knowledgeGaps.questions({ topicId: 't-0', status: 'open', search: '', limit: 9 }, context),
      await source.shortAnswers.list({ search: '', limit: 9 }, context),
    ];
    const before = await stateOf();
    await testAdapter(source, { now, quietMs: 5 });
    assert.deepEqual(written, []);
    await testAdapter(source, options);
    assert.ok(written.length > 4);
    assert.deepEqual(await stateOf(), before);
  });

  it('leaves no answer open, not even that to a cursor which there is not', async () => {
    const source = workingAdapter();
    let open = 0;
    const report = await testAdapter(
      {
        ...source,
        async *conversations({ cursor, ...query }, context) {
          open += 1;
          try {
            yield* source.conversations(
              cursor === 'no-such-cursor' ? query : { ...query, ...(cursor && { cursor }) },
              context,
            );
          } finally {
            open -= 1;
          }
        },
      },
      { now, quietMs: 5 },
    );
    assert.match(report.text, /A cursor that there is not is not refused/);
    assert.equal(open, 0);
  });

  it('tries a write without the right to it, and skips those that need the right', async () => {
    const report = await testAdapter(
      workingAdapter({ 'resolve-gap': 'needs-role', 'dismiss-gap': 'needs-seat' }),
      options,
    );
    passes(report, 4);
    const refused = report.checks.find(({ title }) => title.startsWith('a write without the right'));
    assert.equal(refused?.state, 'passed');
  });

  it('skips what an adapter leaves out, and says so', async () => {
    const report = await testAdapter({ contract: 1, shortAnswers: workingAdapter().shortAnswers }, options);
    assert.ok(report.passed);
    assert.match(report.text, /– access\(\) names standings that there are\n {4}The adapter has no access\(\)/);
    assert.match(String(report), /^✓ the adapter names its contract .*\n[^]*\n\d+ passed, 0 failed, \d+ skipped$/);
  });

  it('says what is allowed but slow', async () => {
    const report = await testAdapter(fileAdapter(new Blob([JSON.stringify(records.slice(0, 20))])), options);
    assert.match(report.text, /✓ .* keeps to since and until\n {4}since and until are not heeded: right, but slow\./);
  });

  it('refuses options that make no sense', () => {
    assert.throws(() => adapterChecks(workingAdapter(), { since: '2026-03-02' }), {
      name: 'DefinitionError',
      message: /^testAdapter: since: expected .*, got 2026-03-02\.$/,
    });
  });

  it('gives up on an adapter that never answers', async () => {
    const conversations = () => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }) });
    const report = await testAdapter({ contract: 1, conversations }, { patienceMs: 5 });
    assert.match(report.text, /page 1, has not answered within 5 ms/);
    assert.equal(titlesOf(report, 'failed').length, 1);
  });

  // As a host registers it.
  describe('registers its checks as tests of a runner:', () => {
    for (const check of adapterChecks(workingAdapter(), options)) it(check.title, check.run);
  });
});
