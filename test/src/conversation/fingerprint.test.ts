import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fingerprintOf } from '../../../src/conversation/fingerprint.js';
import { DataError } from '../../../src/errors.js';

const circle = (): object => {
  const start: Record<string, unknown> = { name: 'start' };
  start['again'] = { start };
  return start;
};

const chain = (links: number): object => {
  let chained: object = { end: true };
  for (let link = 0; link < links; link++) chained = { chained };
  return chained;
};

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

const refusing = (): object =>
  new Proxy(
    {},
    {
      ownKeys() {
        throw new Error('no');
      },
    },
  );

/** Values of which each is made twice: the same content, another object. */
const made: Readonly<Record<string, () => unknown>> = {
  'a plain record': () => ({ startedAt: 1, events: [{ type: 'message', at: 2 }], ticket: null }),
  'a circle': circle,
  'a chain of 100,000 objects': () => chain(100_000),
  'a list of 100,000 entries': () => Array.from({ length: 100_000 }, (_, index) => ({ index })),
  'the emptiest long list': () => Object.assign([], { length: 4_000_000_000 }),
  'a text of 10,000,000 characters': () => ({ text: 'x'.repeat(10_000_000) }),
  'an object of 100,000 fields': () => Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`f${n}`, n])),
  'a bigint of many digits': () => 10n ** 5_000n,
  'a symbol': () => Symbol('sign'),
  'a function': () => () => undefined,
  'not a number': () => NaN,
  'no value': () => undefined,
  'a revoked proxy': revoked,
  'a proxy that refuses': refusing,
  'a proxy around a list': () => new Proxy([1, 2], {}),
};

describe('fingerprintOf', () => {
  for (const [name, make] of Object.entries(made)) {
    it(`is the same integer for ${name} whenever it comes`, () => {
      const fingerprint = fingerprintOf(make());
      assert.equal(fingerprintOf(make()), fingerprint);
      assert.ok(Number.isSafeInteger(fingerprint) && fingerprint >= 0);
    });
  }

  it('tells apart what is not alike', () => {
    const others = [null, 0, '0', '', [], {}, [[]], [null], { a: 1 }, { a: '1' }, { b: 1 }, [2, 1]];
    const fingerprints = [...others, ...Object.values(made).map((make) => make())].map(fingerprintOf);
    // A revoked proxy and one that refuses hide the same amount.
    assert.equal(new Set(fingerprints).size, fingerprints.length - 1);
  });

  it('is the same for JSON that was written and read again', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        assert.equal(fingerprintOf(JSON.parse(text)), fingerprintOf(JSON.parse(JSON.stringify(JSON.parse(text)))));
      }),
    );
  });

  it('does not depend on the order of fields, but on that of entries', () => {
    assert.equal(fingerprintOf({ a: 1, b: [2] }), fingerprintOf({ b: [2], a: 1 }));
    assert.notEqual(fingerprintOf({ a: [1, 2] }), fingerprintOf({ a: [2, 1] }));
  });

  it('tells records apart by what stands behind a long history', () => {
    const events = Array.from({ length: 10_000 }, (_, at) => ({ type: 'message', at }));
    assert.notEqual(fingerprintOf({ events, startedAt: 1 }), fingerprintOf({ events, startedAt: 2 }));
    assert.notEqual(fingerprintOf(`${'x'.repeat(5_000)}1`), fingerprintOf(`${'x'.repeat(5_000)}2`));
  });

  it('runs no getter', () => {
    const record = Object.defineProperty({}, 'events', {
      enumerable: true,
      get() {
        throw new Error('it was run');
      },
    });
    assert.equal(fingerprintOf(record), fingerprintOf(Object.defineProperty({}, 'events', { get: () => 1 })));
  });

  it('takes a refusal of a loader for what it could not read, wherever it stood', () => {
    const refusal = (fingerprint: number, message: string): DataError =>
      new DataError({ field: '', value: '"{"', message, fingerprint });
    assert.equal(fingerprintOf(refusal(5, 'line 3: cut.')), fingerprintOf(refusal(5, 'line 9: cut.')));
    const bare = (field: string): DataError => new DataError({ field, value: '1', message: 'no' });
    assert.equal(fingerprintOf(bare('a')), fingerprintOf(bare('a')));
    assert.notEqual(fingerprintOf(bare('a')), fingerprintOf(bare('b')));
  });
});
