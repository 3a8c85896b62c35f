import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CardNotice, CardState } from '../../../components/card/card-state.js';
import { quiet } from '../../../components/reports/data-state.js';

const stale: CardNotice = { kind: 'stale', text: 'The last refresh did not get through.' };
const partial: CardNotice = { kind: 'partial', text: 'Part of the data.' };
const progress: CardState = { kind: 'progress', loaded: 3, cancel: () => undefined };

describe('a card under `no-status`', () => {
  it('leaves out what the page says once for all, and keeps what is wrong with its records', () => {
    const quality: CardNotice = { kind: 'quality', text: '1 record was left out' };
    const notices = [stale, partial, quality];
    assert.deepEqual(quiet({ kind: 'ready', notices }, true), { kind: 'ready', notices: [quality] });
    assert.deepEqual(quiet(progress, true), { kind: 'waiting' });
  });

  it('says all of it itself otherwise', () => {
    for (const state of [{ kind: 'ready', notices: [stale, partial] }, progress] as const)
      assert.equal(quiet(state, false), state);
  });
});
