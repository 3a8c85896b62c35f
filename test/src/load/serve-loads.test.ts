import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { officialRules } from '../../../src/conversation/rules.js';
import { serveLoads } from '../../../src/load/serve-loads.js';
import type { LoadReply, LoadRequest } from '../../../src/load/worker-messages.js';
import { T0 } from '../feed/fake-clock.js';
import { answered, linesOf } from '../feed/fake-source.js';

/** A worker on a watch, that was told to start. */
function started() {
  const watch = { ms: 0 };
  const replies: LoadReply[] = [];
  let tell!: (event: MessageEvent<LoadRequest>) => void;
  serveLoads(
    { postMessage: (reply) => replies.push(reply), addEventListener: (_, listener) => (tell = listener) },
    () => watch.ms,
  );
  const ask = (data: LoadRequest): LoadReply | undefined => {
    tell({ data } as MessageEvent<LoadRequest>);
    return replies.at(-1);
  };
  ask({ kind: 'start', now: T0, rules: officialRules });
  let count = 0;
  /** Asks for so many conversations, and hands back how many are delivered: 0 where it waits for more. */
  const read = (conversations: number): number => {
    const lines = linesOf(...Array.from({ length: conversations }, () => answered(`c-${(count += 1)}`)));
    const reply = ask({ kind: 'lines', ndjson: new Uint8Array(lines), firstLine: 1 });
    const holdings = reply?.kind === 'done' ? (reply.delivery?.holdings ?? []) : [];
    return holdings.reduce((rows, { changes }) => rows + changes.rows.length, 0);
  };
  return { watch, read };
}

describe('a loading worker', () => {
  it('delivers 2,000 conversations at first, so that something shows early, and then larger lots', () => {
    const { read } = started();
    const delivered = Array.from({ length: 24 }, () => read(1_000)).filter((rows) => rows > 0);
    assert.deepEqual(delivered, [2_000, 17_000]);
  });

  it('waits the longer on a slow source the longer the load takes, up to 5 s', () => {
    const { watch, read } = started();
    const waits: number[] = [];
    let last = 0;
    for (; watch.ms < 60_000; watch.ms += 100) {
      if (read(1) === 0) continue;
      waits.push(watch.ms - last);
      last = watch.ms;
    }
    assert.equal(waits[0], 200);
    assert.deepEqual(
      waits,
      [...waits].sort((a, b) => a - b),
    );
    assert.deepEqual([waits.at(-1), Math.max(...waits)], [5_000, 5_000]);
    assert.ok(waits.length < 30, `${waits.length} deliveries`);
  });
});
