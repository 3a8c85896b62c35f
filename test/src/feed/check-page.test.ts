import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../../src/errors.js';
import { checkPage } from '../../../src/feed/check-page.js';
import { T0 } from './fake-clock.js';

describe('checkPage', () => {
  it('reads objects and bytes, and takes what is absent or null for unknown', () => {
    const nothing = { removed: [], warnings: [], cursor: null, asOf: null, total: null, progress: null };
    const conversations = [1, null];
    assert.deepEqual(checkPage({ conversations }), { content: { conversations }, ...nothing });
    const ndjson = new Uint8Array(2);
    const nulls = { removed: null, warnings: null, cursor: null, asOf: null, total: null, progress: null };
    assert.deepEqual(checkPage({ ndjson, ...nulls }), { content: { ndjson }, ...nothing });
    assert.deepEqual(checkPage({ ndjson: Buffer.from('x') }).content, { ndjson: Buffer.from('x') });
  });

  it('reads the end of the data as text or number', () => {
    const asOf = '2026-03-02T10:00:00+01:00';
    assert.equal(checkPage({ conversations: [], asOf }).asOf, T0);
    assert.equal(checkPage({ conversations: [], asOf: T0 }).asOf, T0);
  });

  const refused: readonly (readonly [unknown, RegExp])[] = [
    [null, /^conversations\(\): page: expected an object with conversations or ndjson, got null\. /],
    ['[]', /page: expected an object .* got "\[\]"/],
    [{}, /page\.conversations: expected an array of records, got undefined/],
    [{ conversations: { 0: {} } }, /page\.conversations: .* got an object/],
    [{ ndjson: '{}' }, /page\.ndjson: expected a Uint8Array, got "\{\}"/],
    [{ ndjson: new ArrayBuffer(1) }, /page\.ndjson: expected a Uint8Array/],
    [{ conversations: [], removed: 'c-1' }, /page\.removed: expected an array of texts, got "c-1"/],
    [{ conversations: [], removed: [1] }, /page\.removed/],
    [{ conversations: [], warnings: [{}] }, /page\.warnings/],
    [{ conversations: [], cursor: 5 }, /page\.cursor: expected a text, got 5/],
    [{ conversations: [], asOf: T0 / 1000 }, /page\.asOf: expected epoch milliseconds or ISO 8601 with an offset, got/],
    [{ conversations: [], asOf: '2026-03-02 10:00' }, /page\.asOf: .* got "2026-03-02 10:00"/],
    [{ conversations: [], asOf: new Date(T0) }, /page\.asOf/],
    [{ conversations: [], total: -1 }, /page\.total: expected a number from 0 up, got -1/],
    [{ conversations: [], total: Number.NaN }, /page\.total/],
    [{ conversations: [], progress: 50 }, /page\.progress: expected a share from 0 to 1, got 50/],
    [{ conversations: [], progress: '0.5' }, /page\.progress/],
  ];
  for (const [page, message] of refused) {
    it(`refuses by name: ${String(message)}`, () => {
      assert.throws(
        () => checkPage(page),
        (error: AdapterError) => {
          assert.ok(error instanceof AdapterError);
          assert.equal(error.code, 'invalid-payload');
          assert.match(error.message, message);
          assert.match(error.message, /Correct it in your adapter\.$/);
          return true;
        },
      );
    });
  }
});
