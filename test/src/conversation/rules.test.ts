import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completeRules, officialRules, sameRules, type OutcomeRules } from '../../../src/conversation/rules.js';
import { DefinitionError } from '../../../src/errors.js';

describe('completeRules', () => {
  it('are the source’s own where nothing else is said', () => {
    assert.deepEqual(completeRules(), officialRules);
    assert.deepEqual(officialRules, {
      windowMs: 259_200_000,
      requireNoHuman: true,
      unknownGrounding: 'undeterminable',
    });
  });

  it('refuse a rule that there is none of', () => {
    assert.throws(
      () => completeRules({ window: 5 } as Partial<OutcomeRules>),
      /rules\.window: expected one of windowMs/,
    );
  });

  it('cannot be changed by whoever holds them', () => {
    for (const rules of [officialRules, completeRules({ windowMs: 5 })]) {
      assert.throws(() => ((rules as { windowMs: number }).windowMs = 1), TypeError);
    }
  });

  it('refuse a rule that makes no sense by its name', () => {
    const wrong: readonly [string, unknown][] = [
      ...[0, -1, NaN, Infinity, '72', null, undefined].map((value): [string, unknown] => ['windowMs', value]),
      ...[0, 'true', null, undefined].map((value): [string, unknown] => ['requireNoHuman', value]),
      ...['maybe', '', null, undefined].map((value): [string, unknown] => ['unknownGrounding', value]),
    ];
    for (const [rule, value] of wrong) {
      assert.throws(
        () => completeRules({ [rule]: value } as Partial<OutcomeRules>),
        (error) => error instanceof DefinitionError && error.message.startsWith(`rules.${rule}: expected`),
        `${rule} ${String(value)}`,
      );
    }
  });
});

describe('sameRules', () => {
  it('tells rules apart by each of them', () => {
    assert.ok(sameRules(officialRules, completeRules({ windowMs: 72 * 3_600_000 })));
    assert.ok(!sameRules(officialRules, completeRules({ windowMs: 1 })));
    assert.ok(!sameRules(officialRules, completeRules({ requireNoHuman: false })));
    assert.ok(!sameRules(officialRules, completeRules({ unknownGrounding: 'grounded' })));
  });
});
