import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openDesk } from '../test/demo/desk.ts';
import { tabPictures, takePicture } from '../test/demo/tab-pictures.ts';
import { projectFolder } from './test-files.mjs';

/** Takes the pictures of docs/screenshots.md: the demo's Performance tab in every size, theme and language. */
const folder = join(projectFolder, 'docs/screenshots');
const wanted = process.argv.slice(2);
await mkdir(folder, { recursive: true });

const desk = await openDesk();
let failed = false;
try {
  for (const picture of tabPictures) {
    const name = `${picture.width}-${picture.theme}-${picture.language}`;
    if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
    const { page, faults } = await takePicture(desk, picture);
    const path = join(folder, `${name}.webp`);
    await page.screenshot({ path, type: 'webp', quality: 72 });
    await page.close();
    const { size } = await stat(path);
    console.log(`${name}  ${Math.round(size / 1024)} KB`);
    for (const fault of faults) console.error(`  ${fault}`);
    failed ||= faults.length > 0;
  }
} finally {
  await desk.close();
}
process.exitCode = failed ? 1 : 0;
