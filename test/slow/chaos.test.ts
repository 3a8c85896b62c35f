import { describe, it } from 'node:test';
import { liveThroughChaos } from '../src/feed/chaos/live-through-chaos.js';

describe('a feed over a server in trouble, 500 times', () => {
  it('comes to its end each time, and to the right numbers in the end', async (context) => {
    context.mock.method(console, 'warn', () => {});
    for (let seed = 1_001; seed <= 1_500; seed++) await liveThroughChaos(seed);
  });
});
