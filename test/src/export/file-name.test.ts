import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileName } from '../../../src/export/file-name.js';

const quarter = { from: Date.parse('2026-01-05T00:00+01:00'), to: Date.parse('2026-03-30T00:00+02:00') };
const named = (title: string): string => fileName(title, quarter, 'Europe/Berlin', 'csv');

describe('the name of a file', () => {
  it('has the title and the first and last day of the range in the zone', () => {
    assert.equal(named('Resolution rate over time'), 'Resolution-rate-over-time_2026-01-05_2026-03-29.csv');
    assert.equal(fileName('A', quarter, 'America/New_York', 'png'), 'A_2026-01-04_2026-03-29.png');
  });

  it('names a single day once', () => {
    const day = { from: quarter.from, to: quarter.from + 3_600_000 };
    assert.equal(fileName('Today', day, 'Europe/Berlin', 'csv'), 'Today_2026-01-05.csv');
  });

  it('keeps the letters of every language', () => {
    assert.equal(named('Lösungsquote im Verlauf'), 'Lösungsquote-im-Verlauf_2026-01-05_2026-03-29.csv');
    assert.equal(named('معدل الحل'), 'معدل-الحل_2026-01-05_2026-03-29.csv');
  });

  it('holds nothing that is a path, an ending of another kind or an invisible turn', () => {
    for (const title of ['../../etc/passwd', 'C:\\CON', 'a\u202egnp.exe', 'x\0y', '…', '', '.bashrc', '-rf']) {
      assert.match(named(title), /^([\p{L}\p{N}][\p{L}\p{N}-]*_)?2026-01-05_2026-03-29\.csv$/u);
    }
  });

  it('is never longer than a file system takes', () => {
    assert.ok(new TextEncoder().encode(named('漢'.repeat(500))).length < 255);
  });
});
