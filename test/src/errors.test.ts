import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/errors.js';

describe('AdapterError.from', () => {
  it('hands back an AdapterError as it is', () => {
    const error = new AdapterError('offline', 'No network.');
    assert.equal(AdapterError.from(error), error);
  });

  it('knows one of another copy of the kit by its name and its code', () => {
    const other = { name: 'AdapterError', code: 'rate-limited', message: 'Slower.', retryAfterMs: 5, retryable: false };
    const { code, message, retryAfterMs, retryable, cause } = AdapterError.from(other);
    assert.deepEqual([code, message, retryAfterMs, retryable, cause], ['rate-limited', 'Slower.', 5, false, other]);
  });

  it('takes anything else for unknown, with what it says', () => {
    for (const [thrown, said] of [
      [new Error('boom'), 'boom'],
      ['text', 'text'],
      [null, 'null'],
      [{ message: 'plain' }, 'plain'],
      [{ name: 'AdapterError', code: 'sesame', message: 'open' }, 'open'],
    ] as const) {
      const error = AdapterError.from(thrown);
      assert.deepEqual([error.code, error.message], ['unknown', `The adapter failed: ${said}`]);
    }
  });
});
