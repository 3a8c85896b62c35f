import { after, before, describe, it } from 'node:test';
import { leavesNothingBehind, openBuiltKit, type BuiltKit } from '../demo/element-cycles.js';

let kit: BuiltKit;
before(async () => {
  kit = await openBuiltKit();
});
after(() => kit.close());

describe('500 times three elements created, shown and removed', () => {
  it('leave no node, no listener, no observer and no timer behind', () => leavesNothingBehind(kit, 250));
});
