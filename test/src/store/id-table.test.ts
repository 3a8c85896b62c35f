import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { IdTable } from '../../../src/store/id-table.js';
import { EncodedText } from '../../../src/store/text-arena.js';
import { holds } from '../metrics/holds.js';

/** A table over texts that lie in a list. */
function tableOver(texts: readonly string[]): IdTable {
  const at = new EncodedText();
  return new IdTable({
    hashAt: (position) => at.fill(texts[position]!).hash,
    holds: (position, id) =>
      Buffer.from(at.fill(texts[position]!).bytes.subarray(0, at.length)).equals(id.bytes.subarray(0, id.length)),
  });
}

describe('an id table', () => {
  it('finds what a map would find, whatever comes, moves and goes', () => {
    const step = fc.record({ what: fc.constantFrom('add', 'delete', 'move'), id: fc.nat({ max: 12 }) });
    holds(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const texts: string[] = [];
        const table = tableOver(texts);
        const known = new Map<string, number>();
        const id = new EncodedText();
        for (const { what, id: number } of steps) {
          const text = `id ${number}`;
          const position = known.get(text);
          const { hash } = id.fill(text);
          if (position === undefined && what === 'add') {
            known.set(text, texts.push(text) - 1);
            table.add(hash, known.get(text)!);
          } else if (position !== undefined && what === 'delete') {
            known.delete(text);
            table.delete(hash, position);
          } else if (position !== undefined && what === 'move') {
            known.set(text, texts.push(text) - 1);
            table.move(hash, position, known.get(text)!);
          }
          assert.equal(table.find(id.fill(text)), known.get(text) ?? -1);
        }
        assert.equal(table.size, known.size);
      }),
      200,
    );
  });

  it('grows, and stays small where as many leave as come', () => {
    const texts = Array.from({ length: 20_000 }, (_, n) => `conversation-${n}`);
    const table = tableOver(texts);
    const id = new EncodedText();
    texts.forEach((text, position) => {
      table.add(id.fill(text).hash, position);
      if (position >= 100) table.delete(id.fill(texts[position - 100]!).hash, position - 100);
    });
    assert.deepEqual([table.size, table.byteLength], [100, 4 * 1_024]);
    assert.equal(table.find(id.fill(texts.at(-1)!)), texts.length - 1);
    assert.equal(table.find(id.fill(texts[0]!)), -1);
  });

  it('grows a few ids at a time, and knows all of them meanwhile', () => {
    const texts: string[] = [];
    const at = new EncodedText();
    let hashed = 0;
    const table = new IdTable({
      hashAt: (position) => ((hashed += 1), at.fill(texts[position]!).hash),
      holds: (position, id) => texts[position] === Buffer.from(id.bytes.subarray(0, id.length)).toString(),
    });
    const id = new EncodedText();
    for (let n = 0; n < 6_000; n++) {
      hashed = 0;
      table.add(id.fill(`id-${n}`).hash, texts.push(`id-${n}`) - 1);
      assert.ok(hashed <= 16, `${hashed} ids moved with id ${n}`);
      const earlier = (n * 7_919) % (n + 1);
      assert.equal(table.find(id.fill(`id-${earlier}`)), earlier % 3 === 0 && earlier + 1 < n ? -1 : earlier);
      if (n > 0 && (n - 1) % 3 === 0) table.delete(id.fill(`id-${n - 1}`).hash, n - 1);
    }
    assert.equal(table.size, 4_000);
  });
});
