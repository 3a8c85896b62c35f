import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DataError } from '../../../src/errors.js';
import { recordsOf } from '../../../src/load/bytes.js';

function read(text: string, firstLine?: number): unknown[] {
  return [...recordsOf(new TextEncoder().encode(text), firstLine)];
}

function refused(line: string): DataError {
  const [error, ...more] = read(line);
  assert.ok(error instanceof DataError);
  assert.equal(more.length, 0);
  return error;
}

describe('recordsOf', () => {
  it('reads one record a line, whatever ends the line and whether the last one is ended', () => {
    for (const text of ['{"a":1}\n{"a":2}\n', '{"a":1}\r\n{"a":2}\r\n', '\n {"a":1} \n\n\t\r\n{"a":2}']) {
      assert.deepEqual(read(text), [{ a: 1 }, { a: 2 }]);
    }
    assert.deepEqual(read(''), []);
  });

  it('passes over a byte order mark', () => {
    assert.deepEqual(read('\u{feff}{"a":"\u{feff}ü漢🙂"}\n'), [{ a: '\u{feff}ü漢🙂' }]);
  });

  it('reads a line only when it is asked for', () => {
    const records = recordsOf(new TextEncoder().encode('{"a":1}\n{broken\n'));
    assert.deepEqual(records.next().value, { a: 1 });
    assert.ok(records.next().value instanceof DataError);
    assert.deepEqual(records.next(), { done: true, value: 3 });
  });

  it('hands back the number of the line after the last', () => {
    const lineAfter = (text: string): unknown => {
      const records = recordsOf(new TextEncoder().encode(text), 10);
      for (;;) {
        const next = records.next();
        if (next.done === true) return next.value;
      }
    };
    assert.deepEqual([lineAfter(''), lineAfter('{}\n'), lineAfter('{}\n\n{}')], [10, 11, 13]);
  });

  it('names a broken line by id, number, what there is of it and the way out, and reads on', () => {
    const [first, broken, last] = read('{"id":"a"}\n{"id":"c-81","startedAt":17\n{"id":"b"}\n', 7);
    assert.deepEqual([first, last], [{ id: 'a' }, { id: 'b' }]);
    assert.ok(broken instanceof DataError);
    assert.deepEqual(
      [broken.id, broken.field, broken.value],
      ['c-81', '', '"{\\"id\\":\\"c-81\\",\\"startedAt\\":17"'],
    );
    assert.match(broken.message, /^conversation "c-81", line 8: expected one whole JSON object, got .* uncut\.$/);
  });

  it('finds the id of the record, not that of something inside it', () => {
    const event = '{"id":"m-1","type":"message","by":{"kind":"agent","id":"x"}}';
    assert.equal(refused(`{"events":[${event}],"id":"c-1","startedAt`).id, 'c-1');
    assert.equal(refused(`{"events":[${event}],"startedAt":1`).id, undefined);
    assert.equal(refused(`{"ticket":{"id":"t-1"},"topic":"\\"id\\":\\"no\\"",`).id, undefined);
    assert.equal(refused(`{"topic":"id","x":"y"`).id, undefined);
    assert.equal(refused(`{ "id" : "gr\\u00fcn \\"1\\"", `).id, 'grün "1"');
  });

  it('takes no id from the tail of a line, nor one that is cut, empty, too long or no text', () => {
    for (const line of [
      '"agent"}],"id":"c-9"}',
      '{"id":"c-',
      '{"id":"',
      '{"id":"","a":',
      '{"id":17,"a":',
      '{"id":{"id":"x"},',
      `{"id":"${'x'.repeat(2_000)}",`,
      '{"id":"\\q",',
      'not json',
    ]) {
      const error = refused(line);
      assert.equal(error.id, undefined, line);
      assert.match(error.message, /^conversation without an id, line 1: /);
    }
  });

  it('stays quick and brief on a long broken line', () => {
    const error = refused(`{"topic":"${'\\"'.repeat(200_000)}`);
    assert.ok(error.message.length < 400);
  });

  it('hands over JSON that is no object for the door to refuse', () => {
    assert.deepEqual(read('1\n"text"\nnull\n[]\n'), [1, 'text', null, []]);
  });
});
