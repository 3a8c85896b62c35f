import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, extname, resolve } from 'node:path';
import { pipeline } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));
const firstPort = 4321;
const portsTried = 100;
const recordsPath = '/records';
const serverPath = '/api/performance/';

/** As strict as a help desk's own: the kit has to live under it. */
export const contentSecurityPolicy = {
  'default-src': `'none'`,
  'script-src': `'self'`,
  'worker-src': `'self'`,
  'style-src': `'self'`,
  'img-src': `'self' data:`,
  'font-src': `'self'`,
  'connect-src': `'self'`,
  'base-uri': `'none'`,
  'form-action': `'self'`,
  'frame-ancestors': `'none'`,
  'require-trusted-types-for': `'script'`,
  'trusted-types': `lit-html deskglass 'allow-duplicates'`,
};

const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

const help = `Serves the demo help desk with a Performance page made of Deskglass' elements.

  npm start                              two years of made-up data
  npm start -- --server                  the same, asked for over HTTP from a server of the REST contract
  npm start -- path/to/records.ndjson    your own records (.ndjson, .jsonl or .json, plain or .gz)
  npm start -- --port 8080               on this port; otherwise the first free one from ${firstPort} up
`;

/** Builds the demo help desk and serves it; see start.d.mts. */
export async function startDemo({ file, port, policy, server: withServer = false } = {}) {
  if (withServer && file !== undefined) throw new Error('--server serves the demo data. Leave the file out.');
  const records = file === undefined ? undefined : await findRecords(file);
  const pages = await pagesOnce();
  const contract = withServer ? await loadServer() : undefined;
  const home = homeQuery(records, contract);
  const directives = Object.entries({ ...contentSecurityPolicy, ...policy }).map((directive) => directive.join(' '));
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', directives.join('; '));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cache-Control', 'no-cache');
    answer(request, response, { pages, records, contract, home });
  });
  await listen(server, port);
  const address = `http://127.0.0.1:${server.address().port}/`;
  return {
    url: new URL(withHome(new URLSearchParams(), home), address).href,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

let built;

/** The built files by their path, held in memory: two servers started at once do not write over each other. */
function pagesOnce() {
  return (built ??= buildPages());
}

async function buildPages() {
  // Asked for here, so that what is wrong with a file or a port is said at once.
  const { build } = await import('vite');
  const { output } = await build({
    configFile: `${projectFolder}/vite.config.ts`,
    logLevel: 'error',
    build: { write: false },
  });
  const pages = new Map(
    output.map((part) => ['/' + part.fileName, Buffer.from(part.type === 'asset' ? part.source : part.code)]),
  );
  pages.set('/', pages.get('/index.html'));
  return pages;
}

async function findRecords(file) {
  const path = await existingPath(file);
  if (path === undefined) {
    throw new Error(`There is no file "${file}". Give the path of conversation records, one JSON object a line.`);
  }
  const facts = await stat(path);
  if (!facts.isFile()) throw new Error(`"${file}" is not a file. Give the path of one file of conversation records.`);
  if (!/\.(ndjson|jsonl|json)(\.gz)?$|\.gz$/i.test(path)) {
    throw new Error(`"${file}" must end in .ndjson, .jsonl or .json, or in .gz when it is compressed.`);
  }
  try {
    await access(path, constants.R_OK);
  } catch (cause) {
    throw new Error(`"${file}" cannot be read. Check the rights of the file.`, { cause });
  }
  return { path, name: basename(path) };
}

/** npm runs scripts in the package's folder, and the path was written where the person stood. */
async function existingPath(file) {
  const places = [process.cwd(), process.env.INIT_CWD ?? process.cwd()].map((folder) => resolve(folder, file));
  for (const path of places) {
    try {
      await stat(path);
      return path;
    } catch (error) {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
    }
  }
  return undefined;
}

/** Answers the REST contract over the demo's data. */
async function loadServer() {
  const { tsImport } = await import('tsx/esm/api');
  const { demoServer } = await tsImport('../stories/server/serve.ts', import.meta.url);
  return demoServer(serverPath);
}

function answer(request, response, { pages, records, contract, home }) {
  // Another site whose name was pointed at this machine must not read the records.
  if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? '')) return refuse(response, 403);
  if (!URL.canParse(request.url, 'http://localhost')) return refuse(response, 400);
  const url = new URL(request.url, 'http://localhost');
  if (contract !== undefined && url.pathname.startsWith(serverPath)) return void contract(request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  if (url.pathname === recordsPath && records !== undefined) return sendRecords(request, response, records);
  const isSaid = ['src', 'api'].some((name) => url.searchParams.has(name));
  if (url.pathname === '/' && home.length > 0 && !isSaid) {
    response.writeHead(302, { Location: withHome(url.searchParams, home) }).end();
    return;
  }
  const page = pages.get(url.pathname);
  if (page === undefined) return refuse(response, 404);
  const type = contentTypes[url.pathname === '/' ? '.html' : extname(url.pathname)] ?? 'application/octet-stream';
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': page.length });
  response.end(request.method === 'HEAD' ? undefined : page);
}

/** What the address says of where the data lies; empty for the demo's own. */
function homeQuery(records, contract) {
  if (contract !== undefined) return [['api', serverPath]];
  if (records === undefined) return [];
  return Object.entries({ src: recordsPath, file: records.name });
}

function withHome(query, home) {
  for (const [name, value] of home) query.set(name, value);
  return query.size === 0 ? '/' : `/?${query.toString().replaceAll('%2F', '/')}`;
}

async function sendRecords(request, response, { path }) {
  try {
    const { size } = await stat(path);
    // No Content-Encoding: the file travels as it lies on the disk, and the page unpacks it. What may not be stored comes as
    // fast as the page reads; of anything else Chromium takes all into its memory at once.
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': size,
      'Cache-Control': 'no-store',
    });
    if (request.method === 'HEAD') response.end();
    else pipeline(createReadStream(path), response, () => response.destroy());
  } catch {
    refuse(response, 404);
  }
}

function refuse(response, status) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${status}\n`);
}

async function listen(server, wanted) {
  if (wanted !== undefined) {
    return listenOn(server, wanted).catch((cause) => {
      throw new Error(`${portTrouble(cause)} Name another with --port, or leave it out.`, { cause });
    });
  }
  for (let port = firstPort; port < firstPort + portsTried; port += 1) {
    try {
      return await listenOn(server, port);
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`No port from ${firstPort} to ${firstPort + portsTried - 1} is free. Name another with --port.`);
}

function portTrouble({ code, port, message }) {
  if (code === 'EADDRINUSE') return `Port ${port} is taken.`;
  if (code === 'EACCES') return `Port ${port} is not allowed.`;
  return message;
}

function listenOn(server, port) {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      done();
    });
  });
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string' }, server: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (positionals.length > 1) throw new Error(`One file at a time: "${positionals.join('", "')}".`);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536)) {
    throw new Error(`--port must be a whole number from 0 to 65535, got "${values.port}".`);
  }
  return { help: values.help === true, file: positionals[0], port, server: values.server === true };
}

async function main() {
  const options = readArguments();
  if (options.help) return void process.stdout.write(help);
  const demo = await startDemo(options);
  process.stdout.write(`\n  Help desk    ${demo.url}\n  End          Ctrl-C\n\n`);
  const end = () => void demo.close().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
