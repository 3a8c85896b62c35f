import { spawnSync } from 'node:child_process';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from './test-files.mjs';

// What a former build left behind would be packed; the demo in build/ belongs to `npm start`.
for (const folder of ['dist', 'build/src', 'build/components']) {
  await rm(join(projectFolder, folder), { recursive: true, force: true });
}

const steps = [
  ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
  ['node_modules/rollup/dist/bin/rollup', '--config', '--silent'],
  ['node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet'],
  ['scripts/sizes.mjs'],
];

for (const step of steps) {
  const { status } = spawnSync(process.execPath, step, { cwd: projectFolder, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

await copyFile(join(projectFolder, 'src/adapters/rest/openapi.json'), join(projectFolder, 'dist/openapi.json'));
