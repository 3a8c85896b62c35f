import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { boundsOf, isWanted } from '../../../src/adapters/query-bounds.js';
import { DefinitionError } from '../../../src/errors.js';

const T = Date.UTC(2026, 2, 1);
const record = {
  id: 'c-1',
  startedAt: T,
  ticket: { id: 't-1', closedAt: T + 500 },
  events: [
    { type: 'message', at: T, by: { kind: 'visitor' } },
    { type: 'feedback', at: new Date(T + 100).toISOString(), value: 'positive' },
  ],
};

describe('isWanted', () => {
  it('wants what started or has an event from since on and before until', () => {
    const cases = [
      [{}, true],
      [{ since: T + 100 }, true],
      [{ since: T + 101 }, false],
      [{ until: T }, false],
      [{ until: T + 1 }, true],
      [{ since: T + 1, until: T + 100 }, false],
      [{ since: new Date(T).toISOString(), until: T + 1 }, true],
    ] as const;
    for (const [query, wanted] of cases) assert.equal(isWanted(record, boundsOf(query)), wanted, JSON.stringify(query));
  });

  it('takes updatedAt as the time of change, else the latest time in the record', () => {
    const updated = { ...record, updatedAt: T + 900 };
    assert.equal(isWanted(updated, boundsOf({ updatedSince: T + 900 })), true);
    assert.equal(isWanted(updated, boundsOf({ updatedSince: T + 901 })), false);
    assert.equal(isWanted(record, boundsOf({ updatedSince: T + 500 })), true);
    assert.equal(isWanted(record, boundsOf({ updatedSince: T + 501 })), false);
  });

  it('hands records whose times cannot be read to the door, once', () => {
    const unreadable = [null, 3, {}, { ...record, startedAt: 'yesterday' }, { ...record, events: 'none' }];
    for (const each of unreadable) {
      assert.equal(isWanted(each, boundsOf({ since: T })), true);
      assert.equal(isWanted(each, boundsOf({ updatedSince: T })), false);
    }
  });
});

describe('boundsOf', () => {
  it('names the time that is none', () => {
    assert.throws(() => boundsOf({ since: '2026-03-01' }), DefinitionError);
    assert.throws(() => boundsOf({ updatedSince: 12 }), /updatedSince: looks like seconds/);
  });
});
