import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeIn } from '../../../src/feed/topic-order.js';
import type { CheckedTopic } from '../../../src/gaps/topics.js';

const orderOf = (...ids: readonly string[]) => ({
  topics: ids.map((id) => ({ id }) as CheckedTopic),
  total: null,
  more: null,
});

function around(order: ReturnType<typeof orderOf>, id: string, lastIndex = 0) {
  const { previous, next, place } = placeIn(order, id, lastIndex);
  return [previous?.id ?? null, place, next?.id ?? null];
}

describe('placeIn', () => {
  it('finds what stands before and after a topic', () => {
    assert.deepEqual(around(orderOf('a', 'b', 'c'), 'b'), ['a', 2, 'c']);
    assert.deepEqual(around(orderOf('a', 'b', 'c'), 'a'), [null, 1, 'b']);
    assert.deepEqual(around(orderOf('a', 'b', 'c'), 'c'), ['b', 3, null]);
  });

  it('takes a topic that has left for standing before the one in its place', () => {
    assert.deepEqual(around(orderOf('a', 'c'), 'b', 1), ['a', null, 'c']);
    assert.deepEqual(around(orderOf('a', 'b'), 'c', 2), ['b', null, null]);
    assert.deepEqual(around(orderOf(), 'c', 2), [null, null, null]);
  });
});
