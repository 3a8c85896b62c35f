import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completeRules, officialRules } from '../../../src/conversation/rules.js';
import { definitionHash, definitionOf, definitionVersion } from '../../../src/metrics/definition.js';

/** Every version there was, with the hash of its tables. A changed table is a new line here and never a changed one. */
const versions: Readonly<Record<string, string>> = {
  '1': '37659be547262ccf',
  '2': 'cdc35fd501b12eab',
  '3': 'ef17a2be06e798f1',
};

describe('the definition', () => {
  it('has a new version when its hash moves', () => {
    assert.deepEqual({ [definitionVersion]: definitionHash }, { [definitionVersion]: versions[definitionVersion] });
    assert.equal(Object.keys(versions).at(-1), definitionVersion);
    assert.equal(new Set(Object.values(versions)).size, Object.keys(versions).length);
  });

  it('is official by the source’s rules alone', () => {
    assert.equal(definitionOf(officialRules).official, true);
    assert.equal(definitionOf(completeRules({ requireNoHuman: true })).official, true);
    for (const rules of [{ windowMs: 1 }, { requireNoHuman: false }, { unknownGrounding: 'grounded' as const }]) {
      const definition = definitionOf(completeRules(rules));
      assert.deepEqual([definition.official, definition.rules], [false, completeRules(rules)]);
    }
  });
});
