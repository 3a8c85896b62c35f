import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Own processor time, µs. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/**
 * The processor time that the longest task of a page's own thread takes while something goes on, ms. What other programs
 * do at the same time makes a task longer, but does not count into it.
 * @param path of a file that the browser may write to
 */
export async function longestOwnTime(page: Page, path: string, during: () => Promise<void>): Promise<number> {
  await page.tracing.start({ path, categories: ['-*', 'disabled-by-default-devtools.timeline'] });
  await during();
  await page.tracing.stop();
  const { traceEvents } = JSON.parse(await readFile(path, 'utf8')) as { traceEvents: readonly TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
  const isMain = ({ name, args }: TraceEvent): boolean => name === 'thread_name' && args.name === 'CrRendererMain';
  const threads = new Set(traceEvents.filter(isMain).map(threadOf));
  const tasks = traceEvents.filter(
    (event) => event.name === 'RunTask' && event.ph === 'X' && threads.has(threadOf(event)),
  );
  if (tasks.length === 0) throw new Error('The browser has told of no task.');
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0);
}
