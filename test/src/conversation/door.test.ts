import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeValue } from '../../../src/conversation/door.js';
import { fingerprintOf } from '../../../src/conversation/fingerprint.js';
import { parseConversation } from '../../../src/conversation/parse.js';
import { DataError } from '../../../src/errors.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import { noRecords, polluting, unreadable } from './hostile-records.js';
import { wrongFields, wrongInside, type MalformedRecord } from './malformed-records.js';

const T0 = Date.UTC(2026, 2, 2, 9);
const LONGEST_MESSAGE = 600;
const LONGEST_VALUE = 120;
const all: readonly MalformedRecord[] = [...wrongFields, ...wrongInside, ...polluting, ...noRecords, ...unreadable];

const goodRecord = (id: string): object => ({
  id,
  startedAt: T0,
  channel: 'chat',
  events: [{ type: 'message', at: T0, by: { kind: 'agent' } }],
});

function refusalOf({ record }: MalformedRecord): DataError {
  try {
    parseConversation(record);
  } catch (error) {
    assert.ok(error instanceof DataError, `a DataError, and not ${String(error)}`);
    return error;
  }
  return assert.fail('it was let in');
}

describe('the door', () => {
  it('is tried with more than 200 records', () => assert.ok(all.length >= 200, `${all.length}`));

  for (const malformed of all) {
    it(`refuses by id, field, value and way out: ${malformed.wrong}`, () => {
      const refusal = refusalOf(malformed);
      assert.equal(refusal.field, malformed.field);
      assert.equal(refusal.id, malformed.id);
      assert.equal(Object.hasOwn(refusal, 'id'), malformed.id !== undefined);
      assert.ok(refusal.value.length <= LONGEST_VALUE, `a value of ${refusal.value.length}`);
      assert.ok(refusal.message.length <= LONGEST_MESSAGE, `a message of ${refusal.message.length}`);
      assert.ok(
        refusal.message.startsWith(malformed.id === undefined ? 'conversation without an id' : 'conversation "'),
      );
      if (malformed.field !== '') assert.ok(refusal.message.includes(`, ${malformed.field}: `), refusal.message);
      assert.ok(refusal.message.includes(`got ${refusal.value}`), refusal.message);
      // What was expected, then the way out: a sentence of its own.
      assert.match(refusal.message, /\. (?:[A-Z][a-z]+) [^.]+.*\.$/su);
    });
  }

  it('counts all the good records between the bad ones, and names each bad one’s place', () => {
    const records = all.flatMap(({ record }, index) => [goodRecord(`good-${index}`), record]);
    const store = createStore({ now: T0 });
    const { accepted, replaced, outdated, rejected } = store.upsert(records);
    assert.deepEqual([accepted, replaced, outdated, rejected.length], [all.length, 0, 0, all.length]);
    assert.deepEqual(
      rejected.map(({ index, id, field }) => [index, id, field]),
      all.map(({ id, field }, index) => [2 * index + 1, id, field]),
    );
    const [totals] = store.answer({ measures: ['conversations', 'handled'], boundaries: [T0, T0 + 1] }).totals;
    assert.deepEqual([totals!.of('conversations').count, totals!.of('handled').count], [all.length, all.length]);
    const { rejected: known } = store.quality();
    // What has no id and the same content, such as two revoked proxies, is one record to whoever has to mend it.
    const unlike = new Set(all.map(({ id, record }) => id ?? fingerprintOf(record))).size;
    assert.deepEqual([known.count, known.examples.length], [unlike, 5]);
    assert.ok(unlike >= all.length - 3);
  });

  it('pollutes no prototype', () => {
    createStore({ now: T0 }).upsert(all.map(({ record }) => record));
    for (const prototype of [Object.prototype, Array.prototype, Function.prototype])
      assert.equal('polluted' in prototype, false);
  });
});

describe('describeValue', () => {
  const table: readonly (readonly [unknown, string])[] = [
    ['a', '"a"'],
    ['x'.repeat(80), `"${'x'.repeat(80)}"`],
    ['x'.repeat(81), `"${'x'.repeat(80)}"… (81 characters)`],
    [5n, '5n'],
    [10n ** 50n, 'a bigint of many digits'],
    [Symbol('s'), 'Symbol(s)'],
    [() => 1, 'a function'],
    [null, 'null'],
    [undefined, 'undefined'],
    [NaN, 'NaN'],
    [-0, '0'],
    [[1, 2], 'an array of 2'],
    [{}, 'an object'],
  ];
  for (const [value, text] of table) it(`says ${text}`, () => assert.equal(describeValue(value), text));

  it('runs no code of the value', () => {
    const loud = { toString: () => assert.fail('it was asked'), toJSON: () => assert.fail('it was asked') };
    assert.equal(describeValue(loud), 'an object');
  });
});
