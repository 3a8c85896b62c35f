import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CardNotice, CardState } from '../../../components/card/card-state.js';
import { menuNotices, quiet } from '../../../components/reports/data-state.js';

const stale: CardNotice = { kind: 'stale', text: 'The last refresh did not get through.' };
const partial: CardNotice = { kind: 'partial', text: 'Part of the data.' };
const progress: CardState = { kind: 'progress', loaded: 3, cancel: () => undefined };

describe('a card under `no-status`', () => {
  it('says in its menu what it has no line for, and what a person did all the same', () => {
    const quality: CardNotice = { kind: 'quality', text: '1 record was left out' };
    const failed: CardNotice = { kind: 'failed', text: 'The file could not be made' };
    const state: CardState = { kind: 'ready', notices: [stale, partial, quality, failed] };
    assert.deepEqual(quiet(state, true), { kind: 'ready', notices: [failed] });
    assert.deepEqual(menuNotices(state, true), [stale, partial, quality]);
    assert.deepEqual(menuNotices(state, false), [stale, partial]);
    assert.deepEqual(quiet(progress, true), { kind: 'waiting' });
  });

  it('says all of it itself otherwise', () => {
    for (const state of [{ kind: 'ready', notices: [stale, partial] }, progress] as const)
      assert.equal(quiet(state, false), state);
  });
});
