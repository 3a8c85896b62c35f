import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { testAdapter } from '../../../src/testing/index.js';
import { brokenPages } from './broken-pages.js';
import { brokenParts } from './broken-parts.js';
import { now, workingAdapter } from './working-adapter.js';

describe('the suite for adapters finds one that', () => {
  for (const broken of [...brokenPages, ...brokenParts]) {
    it(broken.fault, async () => {
      const working = workingAdapter();
      const adapter = { ...working, ...broken.break(working) } as PerformanceAdapter;
      const { checks, text } = await testAdapter(adapter, { writes: true, now, quietMs: 5 });
      const failed = checks.filter(({ state }) => state === 'failed');
      assert.deepEqual(
        failed.map(({ title }) => title),
        broken.checks,
        text,
      );
      assert.equal(failed[0]?.message, broken.sentence);
      assert.equal((failed[0]!.error as Error).name, 'AdapterCheckError');
    });
  }
});
