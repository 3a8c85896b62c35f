import { cp, mkdir, readdir, rm, symlink, writeFile, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import { projectFolder } from './test-files.mjs';

const folders = ['src', 'components', 'test', 'stories/contract', 'stories/demo', 'stories/desk-api', 'stories/server'];

/**
 * Writes the sources and their tests as plain JavaScript into `build/node`, once for all: a process that has to read types
 * takes most of a second longer to start, and each test file is a process.
 * @returns {Promise<string>} the folder that stands for the project's own
 */
export async function stripTypes() {
  const out = join(projectFolder, 'build/node');
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await symlink(join(projectFolder, 'scripts'), join(out, 'scripts'), 'junction');
  for (const folder of folders) {
    const entries = await readdir(join(projectFolder, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'));
    await Promise.all(files.map((entry) => strip(join(entry.parentPath, entry.name), out)));
  }
  return out;
}

async function strip(file, out) {
  const target = join(out, relative(projectFolder, file));
  await mkdir(dirname(target), { recursive: true });
  if (!file.endsWith('.ts')) {
    if (file.endsWith('.json')) await cp(file, target);
    return;
  }
  const { code } = await transform(await readFile(file, 'utf8'), {
    loader: 'ts',
    format: 'esm',
    target: 'node20.19',
    sourcefile: file,
    sourcemap: 'inline',
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    // Files that a test looks for lie where its source does.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(file).href) },
  });
  await writeFile(target.replace(/\.ts$/, '.js'), code);
}
