import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { runBench, type BenchReport } from './run.js';

declare global {
  /** Called by the script that opened the page. */
  var bench: (rows: number, only?: string) => Promise<BenchReport>;
}

globalThis.bench = (rows, only) =>
  runBench({
    rows,
    ...(only === undefined ? {} : { only }),
    say: (text) => console.log(text),
    connect: async () => {
      const database = new AsyncDuckDB(new VoidLogger(), new Worker('/duckdb/duckdb-browser-eh.worker.js'));
      await database.instantiate(new URL('/duckdb/duckdb-eh.wasm', location.href).href);
      return database.connect();
    },
  });
