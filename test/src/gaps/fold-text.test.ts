import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foldText } from '../../../src/gaps/fold-text.js';

describe('foldText', () => {
  it('makes texts equal that differ in case, accents or width only', () => {
    const same = [
      ['Café', 'CAFE\u0301'],
      ['Straße', 'STRASSE'],
      ['ｗｉｄｅ', 'wide'],
      ['ὈΔΌΣ', 'οδοσ'],
      ['مُرَتَّب', 'مرتب'],
      ['Invoice', 'ınvoıce'],
      ['İade', 'iade'],
    ] as const;
    for (const [a, b] of same) assert.equal(foldText(a), foldText(b), `${a} / ${b}`);
  });

  it('keeps letters apart that no accent separates', () => {
    const different = [
      ['a', 'b'],
      ['की', 'क'],
      ['refund', 're fund'],
    ] as const;
    for (const [a, b] of different) assert.notEqual(foldText(a), foldText(b), `${a} / ${b}`);
  });
});
