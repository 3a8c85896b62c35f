import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeIn, TopicOrders } from '../../../src/feed/topic-order.js';
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

describe('TopicOrders', () => {
  it('tell whoever reads them of another order, and fall back to that of the table that is left', () => {
    const orders = new TopicOrders();
    const [one, other] = [orderOf('a'), orderOf('b', 'c')];
    const [table, beside] = [{}, {}];
    let told = 0;
    const stop = orders.listen(() => (told += 1));
    orders.set(table, one);
    orders.set(beside, other);
    orders.set(table, { ...one });
    assert.deepEqual([orders.current, told], [other, 2]);
    orders.set(beside, null);
    assert.deepEqual([orders.current?.topics, told], [one.topics, 3]);
    stop();
    orders.set(table, null);
    assert.deepEqual([orders.current, told], [null, 3]);
  });
});
