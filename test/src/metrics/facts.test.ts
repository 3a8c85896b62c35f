import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bitOf, bitsOf, conversationFacts, feedbackFacts } from '../../../src/metrics/facts.js';

describe('the facts', () => {
  it('have one bit each in a row of 32', () => {
    assert.ok(conversationFacts.length <= 32);
    for (const facts of [conversationFacts, feedbackFacts]) {
      assert.equal(new Set(facts.map(bitOf)).size, facts.length);
      for (const fact of facts) assert.equal(Math.log2(bitOf(fact) >>> 0) % 1, 0, fact);
    }
  });

  it('are told apart when they are put together', () => {
    assert.equal(bitsOf([]), 0);
    assert.equal(bitsOf(['counted', 'handled', 'handled']), bitOf('counted') | bitOf('handled'));
  });
});
