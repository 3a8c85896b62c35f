import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { loadedStatus, openDesk, type Desk } from '../demo/desk.js';
import { watchTheLoad } from '../demo/watch-the-load.js';
import { realLogPath, realLogsAbsent } from '../support/real-logs.js';

const log = realLogPath('incidents');
// On a build machine a missing log is a failure, not a reason to skip.
const skip = log === null && process.env['CI'] !== 'true' ? realLogsAbsent : false;

describe('the help desk while it loads a log of 24,918 conversations', { skip }, () => {
  let desk: Desk;

  before(async () => {
    assert.ok(log !== null, realLogsAbsent);
    desk = await openDesk({ file: log });
  });

  after(() => desk?.close());

  it('never holds the page up for 100 ms while it loads', async () => {
    // Another program can hold any task up; what is long by itself is long every time.
    const attempts = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const { page } = await desk.open('', { before: watchTheLoad });
      await loadedStatus(page, 60_000);
      const { tasks } = await page.evaluate(() => globalThis.seen);
      await page.close();
      attempts.push(tasks.filter(({ duration }) => duration > 100));
      if (attempts.at(-1)?.length === 0) return;
    }
    assert.fail(`Each of ${attempts.length} loads had longer tasks: ${JSON.stringify(attempts)}`);
  });
});
