import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { expectedFigures, realLogPath, realLogsAbsent, type RealLogName } from '../support/real-logs.js';
import { loadedStatus, openDesk, tableOf, textOf, until } from './desk.js';
import { watchTheLoad } from './watch-the-load.js';

// On a build machine a missing log is a failure, not a reason to skip.
const skip = realLogPath('incidents') === null && process.env['CI'] !== 'true' ? realLogsAbsent : false;

describe('the help desk with a real log', { skip }, () => {
  it('shows progress, then 24,918 conversations, resolved as is known, week by week', () =>
    withLog('incidents', async (page, troubles) => {
      assert.match(await loadedStatus(page, 60_000), /^24,918 conversations, as of /);
      assert.equal(await textOf(page, '[data-source-name]'), 'incidents.ndjson.gz');
      assert.match(await textOf(page, '[data-source-note]'), /who the agent is, is declared \(assignment group 70\)/);
      const { progress } = await page.evaluate(() => globalThis.seen);
      assert.ok(progress.length >= 3, `progress was shown as ${progress.join(' | ')}`);
      await resolvedAreKnown(page, 'incidents', '2017-02-13');
      assert.deepEqual(await troubles(), []);
    }));

  it('counts what is known to be resolved among 4,580 conversations, week by week', () =>
    withLog('helpdesk', (page) => resolvedAreKnown(page, 'helpdesk', '2013-12-30')));
});

/** Serves a log, opens the help desk in the log's zone, and closes both again. */
async function withLog(
  name: RealLogName,
  look: (page: Page, troubles: () => Promise<readonly string[]>) => Promise<void>,
): Promise<void> {
  const file = realLogPath(name);
  assert.ok(file !== null, realLogsAbsent);
  const desk = await openDesk({ file });
  try {
    const zone = expectedFigures(name)!.timeZone;
    const { page, troubles } = await desk.open(`?zone=${zone}`, { before: watchTheLoad });
    await look(page, troubles);
  } finally {
    await desk.close();
  }
}

/**
 * Holds the table behind a chart, over all weeks of a log, against the figures that are known.
 * @param newest first day of the week in which the log ends
 */
async function resolvedAreKnown(page: Page, name: RealLogName, newest: string): Promise<void> {
  const figures = expectedFigures(name);
  assert.ok(figures !== null, realLogsAbsent);
  const status = await loadedStatus(page, 60_000);
  assert.equal(status.split(' ')[0], figures.total.conversations.toLocaleString('en'));
  await page.evaluate(() => kit('resolution-rate-chart')?.setAttribute('range', '220w'));
  await tableOf(page, 'resolution-rate-chart'); // Older conversations come first; until then the weeks before stay.
  const isWhole = () => (kit('resolution-rate-chart')?.shadowRoot?.querySelectorAll('tbody tr').length ?? 0) > 200;
  await until(page, isWhole, [], 60_000);
  const resolved = (await tableOf(page, 'resolution-rate-chart')).map(([, , count]) => Number(count?.replace(',', '')));
  const expected = resolved.map((_, index) => {
    const week = new Date(Date.parse(newest) - index * 7 * 86_400_000).toISOString().slice(0, 10);
    return figures.weeks[week]?.resolved ?? 0;
  });
  assert.deepEqual(resolved, expected);
  assert.equal(
    resolved.reduce((sum, count) => sum + count, 0),
    figures.total.resolved,
  );
}
