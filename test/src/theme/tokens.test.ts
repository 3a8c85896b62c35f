import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { themeDeclarations, themeOverrides, token, tokenNames, tokens } from '../../../src/theme/tokens.js';

describe('tokens', () => {
  it('each has a default and a meaning', () => {
    for (const name of tokenNames) {
      assert.match(name, /^[a-z][a-z0-9-]*$/);
      assert.ok(tokens[name].default.length > 0 && tokens[name].meaning.length > 0, name);
    }
  });

  it('are read with their default', () => {
    assert.equal(token('radius'), 'var(--dg-radius, calc(0.5 * var(--dg-rem, var(--_dg-reader, 16px))))');
  });

  it('are all declared as private properties', () => {
    for (const name of tokenNames) assert.ok(themeDeclarations.includes(`--_${name}: var(--dg-${name}, `), name);
  });

  it('are never set, only read', () => {
    assert.doesNotMatch(themeDeclarations + themeOverrides, /--dg-[a-z0-9-]+\s*:/);
  });

  it('scale every space by the density of the element', () => {
    assert.ok(themeDeclarations.includes('--_space-4: var(--dg-space-4, calc(1 * var(--_rem) * var(--_density)));'));
  });

  it('give colours to both schemes', () => {
    for (const name of tokenNames)
      if (/#|rgb/.test(tokens[name].default)) assert.match(tokens[name].default, /light-dark\(/, name);
  });
});
