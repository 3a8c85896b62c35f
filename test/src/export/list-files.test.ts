import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { listCsv, listJson, type ListFile } from '../../../src/export/list-files.js';
import { localize } from '../../../src/localize/localize.js';
import { NOW_MS } from '../../support/hand-made-records.js';

interface Row {
  readonly text: string;
  readonly amount: number | null;
  readonly at: number;
}

const hostile = ['=cmd()', '+1', '-1', '@x', '\t=1', '＝1', 'a;=1+1', '"=1', 'line\n=2', '<img src=x>', ''];
const file: ListFile<Row> = {
  title: '=Open topics',
  note: 'What visitors asked',
  columns: [
    { key: 'text', label: 'Topic', value: ({ text }) => text },
    { key: 'amount', label: 'Unsolved', value: ({ amount }) => amount },
    { key: 'at', label: 'Last', value: ({ at }) => ({ at }) },
  ],
  entries: hostile.map((text, index) => ({ text, amount: index === 0 ? null : index, at: NOW_MS })),
  now: NOW_MS,
  timeZone: 'Europe/Berlin',
};
const localization = localize('en', 'Europe/Berlin');

describe('a list as a file', () => {
  it('is a CSV in which nothing calculates, under a header with zone and time', () => {
    const records: string[][] = parse(listCsv(file, localization), { bom: true });
    assert.deepEqual(
      records.slice(0, 4).map(([label, value]) => [label, value]),
      [
        ['Title', "'=Open topics"],
        ['What is counted', 'What visitors asked'],
        ['Time zone', 'Europe/Berlin'],
        ['Data as of', '2026-03-13T10:20:00+01:00'],
      ],
    );
    const rows = records.slice(5);
    assert.deepEqual(rows[0], ['Topic', 'Unsolved', 'Last']);
    assert.equal(rows.length, hostile.length + 1);
    assert.deepEqual(rows[1], ["'=cmd()", '', '2026-03-13T10:20:00+01:00']);
    for (const field of rows.slice(1).flat()) {
      assert.doesNotMatch(field, /(^|[;\t\r\n])[\s\p{C}"]*[=+@＝-]/u, JSON.stringify(field));
    }
  });

  it('is the same as JSON, word for word, with unknown as null', () => {
    const { entries, asOf, timeZone } = JSON.parse(listJson(file)) as {
      entries: readonly Row[];
      asOf: string;
      timeZone: string;
    };
    assert.deepEqual([asOf, timeZone], ['2026-03-13T10:20:00+01:00', 'Europe/Berlin']);
    assert.deepEqual(
      entries.map(({ text }) => text),
      hostile,
    );
    assert.deepEqual(entries[0], { text: '=cmd()', amount: null, at: '2026-03-13T10:20:00+01:00' });
  });
});
