import { spawn } from 'node:child_process';
import { bundleNodeTests } from './bundle-node-tests.mjs';
import { nodeTestFiles, projectFolder } from './test-files.mjs';

const stages = await nodeTestFiles();
const wanted = process.argv.slice(2);
const isStage = wanted.length === 1 && wanted[0] in stages;
const files = wanted.length === 0 ? stages.unit : isStage ? stages[wanted[0]] : wanted;

if (files.length === 0) {
  console.log('0 passed, 0 failed, 0 skipped');
} else {
  // What is slow has the processors to itself, and files that were named are few.
  const isSlow = files === stages.slow;
  const isBundled = !isSlow && Object.values(stages).includes(files);
  const paths = isBundled ? await bundleNodeTests(wanted[0] ?? 'unit', files) : files;
  const reader = isBundled ? ['--enable-source-maps'] : ['--import', 'tsx'];
  const concurrency = isSlow ? 1 : 2;
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
