import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripTypes } from './strip-types.mjs';
import { nodeTestFiles, projectFolder } from './test-files.mjs';

const stages = await nodeTestFiles();
const wanted = process.argv.slice(2);
const isStage = wanted.length === 1 && wanted[0] in stages;
const files = wanted.length === 0 ? stages.unit : isStage ? stages[wanted[0]] : wanted;

if (files.length === 0) {
  console.log('0 passed, 0 failed, 0 skipped');
} else {
  // Pages that are watched do not share the processors with each other.
  const concurrency = isStage && ['demo', 'slow'].includes(wanted[0]) ? 1 : 2;
  const isUnit = files === stages.unit;
  const plain = isUnit ? await stripTypes() : null;
  const paths = plain === null ? files : files.map((file) => join(plain, file.replace(/\.ts$/, '.js')));
  const reader = plain === null ? ['--import', 'tsx'] : ['--enable-source-maps'];
  const child = spawn(
    process.execPath,
    [...reader, '--test', `--test-concurrency=${concurrency}`, '--test-reporter=spec', ...paths],
    { cwd: projectFolder, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', (bytes) => {
    process.stdout.write(bytes);
    output += bytes;
  });
  child.on('close', (code) => {
    const count = (name) => Number(output.match(new RegExp(`^ℹ ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
    const failed = count('fail') + count('cancelled');
    console.log(`\n${count('pass')} passed, ${failed} failed, ${count('skipped') + count('todo')} skipped`);
    process.exitCode = code ?? 1;
  });
}
