import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filtersWith } from '../../../src/filters/check-filters.js';
import { sameFilters, type Filters } from '../../../src/filters/filters.js';

const before: Filters = { range: '12w', grain: 'week', channels: ['chat'] };

function changed(change: unknown): { readonly filters: Filters; readonly said: readonly string[] } {
  const said: string[] = [];
  return { filters: filtersWith(before, change, (message) => said.push(message)), said };
}

describe('filtersWith', () => {
  it('changes what is said and keeps the rest', () => {
    assert.deepEqual(changed({ grain: 'day' }), { filters: { ...before, grain: 'day' }, said: [] });
    assert.deepEqual(changed({ channels: null }), { filters: { ...before, channels: null }, said: [] });
    assert.deepEqual(changed({ range: undefined, channels: [] }), { filters: { ...before, channels: null }, said: [] });
    assert.deepEqual(changed({ channels: 'sms,email' }).filters.channels, ['sms', 'email']);
    assert.deepEqual(changed({}), { filters: before, said: [] });
  });

  const circular: Record<string, unknown> = {};
  circular['range'] = circular;
  const wrong: readonly (readonly [unknown, string])[] = [
    [null, 'filters'],
    ['range=4w', 'filters'],
    [7, 'filters'],
    [{ range: 12 }, 'range'],
    [{ range: null }, 'range'],
    [circular, 'range'],
    [{ grain: ['day'] }, 'grain'],
    [{ grain: 1n }, 'grain'],
    [{ channels: 7 }, 'channels'],
    [{ channels: { 0: 'chat' } }, 'channels'],
    [{ channels: [null] }, 'channels'],
    [{ channels: [''] }, 'channels'],
  ];
  for (const [change, name] of wrong) {
    it(`says that ${name} is wrong and keeps what was`, () => {
      const { filters, said } = changed(change);
      assert.deepEqual(filters, before);
      assert.equal(said.length, 1);
      assert.ok(said[0]!.startsWith(`${name}: expected `), said[0]);
    });
  }

  it('keeps the names of a list in which some are none', () => {
    const { filters, said } = changed({ channels: ['sms', 7, 'sms'] });
    assert.deepEqual(filters.channels, ['sms']);
    assert.deepEqual(said, ['channels: expected names, got 7.']);
  });
});

describe('sameFilters', () => {
  it('heeds no order of channels', () => {
    const channels = (...names: string[]): Filters => ({ ...before, channels: names });
    assert.ok(sameFilters(channels('a', 'b'), channels('b', 'a')));
    assert.ok(!sameFilters(channels('a', 'b'), channels('a', 'c')));
    assert.ok(!sameFilters(channels('a', 'b'), channels('a')));
    assert.ok(!sameFilters(before, { ...before, channels: null }));
    assert.ok(!sameFilters(before, { ...before, grain: 'day' }));
  });
});
