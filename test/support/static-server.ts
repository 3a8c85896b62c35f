import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

/** A folder served over HTTP on a free port of this machine. */
export interface StaticServer {
  /** Address of the folder, ending in a slash. */
  readonly url: string;
  close(): Promise<void>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * Serves the files of a folder as they are; what is outside it or absent is not found.
 * @param headers said with each of them
 */
export async function serveFolder(
  folder: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    // An icon is asked for by every browser, and its absence would be an error on the page's console.
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    const path = normalize(join(folder, decodeURIComponent(pathname)));
    if (!path.startsWith(folder + sep)) return void response.writeHead(404).end();
    readFile(path).then(
      (bytes) => response.writeHead(200, { ...headersOf(path), ...headers }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Modules may be imported from pages of another origin, as from a CDN. */
function headersOf(path: string): Readonly<Record<string, string>> {
  return { 'content-type': contentTypes[extname(path)] ?? 'text/plain', 'access-control-allow-origin': '*' };
}
