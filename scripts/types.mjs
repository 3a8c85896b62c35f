import { spawnSync } from 'node:child_process';
import { projectFolder } from './test-files.mjs';

// The core's own configuration has no DOM library, so a name that only a browser knows is an error there.
for (const configuration of ['tsconfig.json', 'tsconfig.core.json']) {
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', configuration], {
    cwd: projectFolder,
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
