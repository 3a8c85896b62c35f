import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectFolder } from './test-files.mjs';

const distribution = join(projectFolder, 'dist');
const entries = await readdir(distribution, { recursive: true, withFileTypes: true });
const modules = entries
  .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
  .map((entry) => join(entry.parentPath, entry.name))
  .toSorted();

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`.padStart(10);
console.log(`${'module'.padEnd(44)}${'size'.padStart(10)}${'gzip'.padStart(10)}`);
for (const path of modules) {
  const code = await readFile(path);
  const name = relative(distribution, path).replaceAll('\\', '/');
  console.log(`${name.padEnd(44)}${kilobytes(code.length)}${kilobytes(gzipSync(code).length)}`);
}
