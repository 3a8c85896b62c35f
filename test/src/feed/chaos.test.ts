import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faults } from './chaos/chaotic-server.js';
import { liveThroughChaos } from './chaos/live-through-chaos.js';

describe('a feed over a server in trouble', () => {
  it('comes to its end each time, and to the right numbers in the end', async (context) => {
    context.mock.method(console, 'warn', () => {});
    const happened = new Set<string>();
    for (let seed = 1; seed <= 15; seed++) for (const fault of await liveThroughChaos(seed)) happened.add(fault);
    assert.deepEqual([...happened].toSorted(), [...faults].toSorted());
  });
});
