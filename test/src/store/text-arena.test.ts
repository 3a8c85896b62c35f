import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { EncodedText, TextArena } from '../../../src/store/text-arena.js';
import { holds } from '../metrics/holds.js';

const any = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('', '\ud800', '\udc00\ud800', 'a\0b', '😀é—'),
);

describe('a text arena', () => {
  it('gives back every text to the letter, halves of broken pairs too', () => {
    holds(
      fc.property(fc.array(any, { maxLength: 40 }), (texts) => {
        const arena = new TextArena();
        const id = new EncodedText();
        for (const text of texts) arena.add(id.fill(text));
        assert.deepEqual(
          texts.map((_, place) => arena.textAt(place)),
          texts,
        );
        assert.ok(texts.every((text, place) => arena.holds(place, id.fill(text)) && arena.hashAt(place) === id.hash));
        const backwards = Uint32Array.from(texts.keys()).reverse();
        const picked = TextArena.of(structuredClone(arena.pick(backwards).parts));
        assert.deepEqual(
          [...backwards.keys()].map((place) => picked.textAt(place)),
          [...texts].reverse(),
        );
      }),
      200,
    );
  });

  it('tells texts apart that only a careless encoding would take for one', () => {
    const arena = new TextArena();
    const id = new EncodedText();
    arena.add(id.fill('\ud800'));
    for (const other of ['\ud801', '\ufffd', '', '\ud800\ud800']) assert.equal(arena.holds(0, id.fill(other)), false);
  });

  it('keeps nothing of a text that is wiped, nor does what looked for it', () => {
    const arena = new TextArena();
    const id = new EncodedText();
    for (const text of ['stays', 'private', 'stays too']) arena.add(id.fill(text));
    arena.wipe(1);
    id.fill('private').wipe();
    const bytes = Buffer.concat([Buffer.from(arena.parts.bytes), Buffer.from(id.bytes)]).toString('latin1');
    assert.equal(bytes.includes('private'), false);
    assert.deepEqual([arena.textAt(0), arena.textAt(2)], ['stays', 'stays too']);
  });
});
