import { execFile } from 'node:child_process';
import { mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from './import-lines.js';

const run = promisify(execFile);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/**
 * A new folder of a host that has installed the package as it would be published; whoever asks removes it.
 * @param more further packages of the host, such as `mocha@12`
 */
export async function packedHost(...more: readonly string[]): Promise<string> {
  const host = await realpath(await mkdtemp(join(tmpdir(), 'deskglass-host-')));
  const packed = await run(npm, ['pack', '--json', '--ignore-scripts', '--pack-destination', host], {
    cwd: projectFolder,
  });
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
  await writeFile(join(host, 'package.json'), '{ "name": "host", "private": true, "type": "module" }');
  const install = ['install', '--prefer-offline', '--no-audit', '--no-fund', join(host, filename), ...more];
  await run(npm, install, { cwd: host });
  return host;
}
