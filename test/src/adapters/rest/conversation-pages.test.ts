import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PerformanceAdapter } from '../../../../src/adapters/adapter.js';
import { contextOf, streamOf } from '../file-support.js';
import { baseUrl, json, lines, problem } from './rest-answers.js';
import { scripted } from './rest-support.js';

const record = { id: 'c-1', startedAt: '2026-03-02T09:00:00Z', events: [] };

async function pagesOf(adapter: PerformanceAdapter, query = {}) {
  const pages = [];
  for await (const page of adapter.conversations!(query, contextOf())) pages.push(page);
  return pages;
}

describe('conversations of restAdapter', () => {
  it('hands lines over as they came, without the one of the page', async () => {
    const first = lines(record, { page: { cursor: 'next/1', total: 2, asOf: 1_772_442_000_000, removed: ['c-0'] } });
    const { adapter, requests } = scripted([first, lines({ page: {} })]);
    const [page, last] = await pagesOf(adapter, { since: 1_772_442_000_000, until: '2026-03-03T10:00:00+01:00' });
    assert.ok('ndjson' in page!);
    assert.equal(new TextDecoder().decode(page.ndjson), `${JSON.stringify(record)}\n`);
    assert.equal(page.ndjson.byteLength, page.ndjson.buffer.byteLength);
    const { ndjson: _, ...facts } = page;
    assert.deepEqual(facts, { cursor: 'next/1', total: 2, asOf: 1_772_442_000_000, removed: ['c-0'] });
    assert.deepEqual(last, { ndjson: new Uint8Array(0) });
    const query = 'since=2026-03-02T09%3A00%3A00.000Z&until=2026-03-03T09%3A00%3A00.000Z';
    assert.equal(requests[0]!.url, `${baseUrl}conversations?${query}`);
    assert.equal(requests[1]!.url, `${baseUrl}conversations?${query}&cursor=next%2F1`);
  });

  it('hands over each page of a streamed answer when it has come, and goes on where it breaks off', async () => {
    const other = { ...record, id: 'ü-2' };
    const text = [record, { page: { cursor: '1' } }, other, { page: { cursor: '2' } }, record]
      .map((value) => `${JSON.stringify(value)}\n`)
      .join('');
    const bytes = new TextEncoder().encode(text);
    for (const size of [1, 7, 64, 4_096]) {
      const count = Math.ceil(bytes.length / size);
      const pieces = Array.from({ length: count }, (_, at) => bytes.slice(at * size, (at + 1) * size));
      const streamed = new Response(streamOf(pieces), { headers: { 'Content-Type': 'application/x-ndjson' } });
      const { adapter, requests } = scripted([streamed, lines({ page: {} })]);
      const texts = (await pagesOf(adapter)).map((page) => 'ndjson' in page && new TextDecoder().decode(page.ndjson));
      assert.deepEqual(texts, [`${JSON.stringify(record)}\n`, `${JSON.stringify(other)}\n`, '']);
      assert.equal(new URL(requests[1]!.url).searchParams.get('cursor'), '2');
    }
  });

  it('does not count against the server the time that its reader takes', async () => {
    const { adapter } = scripted([lines(record, { page: { cursor: '1' } }, { page: {} })], { timeoutMs: 30 });
    let count = 0;
    for await (const _ of adapter.conversations!({}, contextOf())) {
      count += 1;
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    assert.equal(count, 2);
  });

  it('takes pages in JSON too', async () => {
    const { adapter } = scripted([json({ conversations: [record], asOf: 1_772_442_000_000, cursor: null })]);
    assert.deepEqual(await pagesOf(adapter), [{ conversations: [record], asOf: 1_772_442_000_000 }]);
  });

  it('asks again for lines that broke off, even where the answer ended as if it were whole', async () => {
    const { adapter, requests } = scripted([lines(record), lines(), lines(record, { page: {} })]);
    assert.equal((await pagesOf(adapter)).length, 1);
    assert.equal(requests.length, 3);
  });

  it('goes on from the last cursor when a later page fails', async () => {
    const { adapter, requests } = scripted([
      lines(record, { page: { cursor: '1' } }),
      problem(502),
      lines(record, { page: {} }),
    ]);
    assert.equal((await pagesOf(adapter)).length, 2);
    assert.deepEqual(
      requests.map(({ url }) => new URL(url).searchParams.get('cursor')),
      [null, '1', '1'],
    );
  });

  it('takes the time of the data from the server’s clock where no page tells it', async () => {
    const dated = (answer: Response, date: string): Response => {
      answer.headers.set('Date', date);
      return answer;
    };
    const at = Date.parse('2026-03-02T09:00:00Z');
    const first = (): Response => dated(lines(record, { page: { cursor: '1' } }), 'Mon, 02 Mar 2026 09:00:00 GMT');
    const next = (page: object): Response => dated(lines({ page }), 'Mon, 02 Mar 2026 09:00:30 GMT');
    const timesOf = async (answers: readonly Response[], query = {}) =>
      (await pagesOf(scripted(answers).adapter, query)).map(({ asOf }) => asOf as number | undefined);

    const [early, late] = await timesOf([first(), next({})]);
    assert.ok(early! <= at && early! > at - 5_000, 'before it was asked');
    assert.equal(late, early, 'what changed on the first page since is not in it');
    assert.deepEqual(await timesOf([next({ asOf: 7 })]), [7]);
    assert.deepEqual(await timesOf([lines({ page: { asOf: 7, cursor: '1' } }), next({})]), [7, undefined]);
    assert.deepEqual(await timesOf([next({})], { cursor: '1' }), [undefined], 'the answer began at another time');
    assert.deepEqual(await timesOf([dated(lines({ page: {} }), 'today')]), [undefined]);
  });

  it('goes by the time before it asked, not by that of a late answer', async () => {
    const date = 'Mon, 02 Mar 2026 09:00:00 GMT';
    const { adapter } = scripted([
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return json({ conversations: [record] }, { Date: date });
      },
    ]);
    const [page] = await pagesOf(adapter);
    assert.ok((page!.asOf as number) <= Date.parse(date) - 19);
  });

  it('does not go round in pages that lead to themselves, or back to an earlier one', async () => {
    for (const cursors of ['11', '121', '1232']) {
      const { adapter } = scripted([...cursors].map((cursor) => lines({ page: { cursor } })));
      const message = /starts where this or an earlier one started/;
      await assert.rejects(pagesOf(adapter), { code: 'invalid-payload', message });
    }
    const { adapter } = scripted([lines({ page: { cursor: '2' } }), lines({ page: { cursor: '1' } })]);
    await assert.rejects(pagesOf(adapter, { cursor: '1' }), { code: 'invalid-payload' });
  });

  it('takes an empty cursor for none', async () => {
    const { adapter, requests } = scripted([lines({ page: { cursor: '1' } }), lines({ page: { cursor: '' } })]);
    assert.deepEqual(
      (await pagesOf(adapter)).map(({ cursor }) => cursor),
      ['1', undefined],
    );
    assert.equal(requests.length, 2);
  });
});
