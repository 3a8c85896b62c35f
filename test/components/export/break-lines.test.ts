import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { breakLines, type Line } from '../../../components/export/break-lines.js';
import { rich, strong, type RichText } from '../../../src/localize/rich-text.js';

/** A letter is 1 wide, a strong one 2. */
const widthOf = (line: Line): number => line.reduce((sum, run) => sum + run.text.length * (run.strong ? 2 : 1), 0);

/** Lines as text, what is strong between stars. */
function lines(text: RichText | string, width: number): readonly string[] {
  return breakLines(text, width, widthOf).map((line) =>
    line.map((run) => (run.strong ? `*${run.text}*` : run.text)).join(''),
  );
}

describe('breakLines', () => {
  it('breaks between words, without the space at the end', () => {
    assert.deepEqual(lines('one two three', 7), ['one two', 'three']);
    assert.deepEqual(lines('', 7), ['']);
  });

  it('breaks where the text does', () => {
    assert.deepEqual(lines('one\ntwo three', 20), ['one', 'two three']);
  });

  it('breaks a word that is wider than a line', () => {
    assert.deepEqual(lines('a bcdefghij', 4), ['a bc', 'defg', 'hij']);
  });

  it('keeps what is strong, and counts how much wider that is', () => {
    const text = rich`${strong('128')} still open`;
    assert.deepEqual(lines(text, 12), ['*128* still', 'open']);
    assert.deepEqual(lines(text, 11), ['*128*', 'still open']);
  });

  it('breaks no word because a part of it is strong', () => {
    assert.deepEqual(lines(rich`at ${strong('12')}%, then`, 8), ['at', '*12*%,', 'then']);
  });
});
