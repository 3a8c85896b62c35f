import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import type { Connection } from './engines/duckdb.js';
import { runBench } from './run.js';

/** As much of DuckDB-wasm's blocking build as is used; it comes without types for Node's modules. */
interface BlockingDuckDb {
  createDuckDB(
    bundles: object,
    logger: object,
    runtime: object,
  ): Promise<{
    instantiate(progress: () => void): Promise<unknown>;
    connect(): Connection;
  }>;
  VoidLogger: new () => object;
  NODE_RUNTIME: object;
}

const { values } = parseArgs({ options: { rows: { type: 'string' }, only: { type: 'string' } } });
const require = createRequire(import.meta.url);

async function connect(): Promise<Connection> {
  const duckdb = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs') as BlockingDuckDb;
  const at = (name: string): { mainModule: string } => ({
    mainModule: require.resolve(`@duckdb/duckdb-wasm/dist/${name}`),
  });
  const bundles = { mvp: at('duckdb-mvp.wasm'), eh: at('duckdb-eh.wasm') };
  const database = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await database.instantiate(() => undefined);
  return database.connect();
}

const report = await runBench({
  rows: Number(values.rows),
  ...(values.only === undefined ? {} : { only: values.only }),
  say: (text) => console.error(text),
  connect,
});
console.log(JSON.stringify(report));
