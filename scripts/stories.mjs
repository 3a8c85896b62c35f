import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from './test-files.mjs';

const help = `Shows the kit's stories and documentation.

  npm run stories                    serves them with reloading
  npm run stories -- --port 8080     on this port; otherwise on 6006, or the next one that is free
  npm run stories:build              checks their types and builds the site into build/stories
`;

const { values: options } = parseArgs({
  options: {
    build: { type: 'boolean', default: false },
    port: { type: 'string', default: '6006' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const storiesFolder = join(projectFolder, 'stories');

function run(command, parameters, cwd = projectFolder) {
  const { status } = spawnSync(command, parameters, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

const node = (...parameters) => run('node', parameters);

function main() {
  if (options.help) return void process.stdout.write(help);
  // Storybook is no part of the project's own install.
  if (!existsSync(join(storiesFolder, 'node_modules'))) run('npm', ['ci'], storiesFolder);
  node('node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet');
  if (options.build) {
    node('node_modules/typescript/bin/tsc', '-p', 'stories');
    run('npm', ['run', 'build'], storiesFolder);
  } else {
    run('npm', ['start', '--', '--port', options.port], storiesFolder);
  }
}

main();
