import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { portionsOf } from '../../../src/load/portions.js';

const PORTION = 256 * 1_024;
const longestLine = 1_000;

function portionsOfText(text: string): readonly string[] {
  return [...portionsOf(new TextEncoder().encode(text))].map((bytes) => new TextDecoder().decode(bytes));
}

describe('portionsOf', () => {
  it('cuts after whole lines and loses nothing', () => {
    const text = Array.from({ length: 3_000 }, (_, n) => 'x'.repeat((n * 7) % longestLine)).join('\n');
    const portions = portionsOfText(text);
    assert.equal(portions.join(''), text);
    assert.ok(portions.length >= 5);
    for (const portion of portions.slice(0, -1)) assert.ok(portion.endsWith('\n'));
    for (const { length } of portions) assert.ok(length <= PORTION + longestLine, `${length} bytes`);
  });

  it('leaves a line that is longer than a portion whole', () => {
    const long = 'x'.repeat(2 * PORTION);
    assert.deepEqual(portionsOfText(`${long}\nshort`), [`${long}\n`, 'short']);
  });

  it('is empty where there are no bytes', () => {
    assert.deepEqual(portionsOfText(''), []);
  });
});
