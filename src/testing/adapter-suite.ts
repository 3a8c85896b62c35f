import type { PerformanceAdapter } from '../adapters/adapter.js';
import { gapChecks } from './suite/gap-checks.js';
import { mannerChecks } from './suite/manner-checks.js';
import { NothingToCheck, type AdapterCheckOutcome } from './suite/outcome.js';
import { pageChecks } from './suite/page-checks.js';
import { Probe, type AdapterSuiteOptions } from './suite/probe.js';
import { queryChecks } from './suite/query-checks.js';
import { writeChecks } from './suite/write-checks.js';

export type { AdapterSuiteOptions } from './suite/probe.js';
export { AdapterCheckError, type AdapterCheckOutcome } from './suite/outcome.js';

/** One thing that the contract asks of an adapter. */
export interface AdapterCheck {
  /** A sentence, for a test's name. */
  readonly title: string;
  /**
   * For a test of any runner: resolves where the adapter is as the contract says, or has nothing to check.
   * @throws {AdapterCheckError} naming what is wrong, the value and the way out
   */
  readonly run: () => Promise<void>;
  /** The same for runners that can skip: tells whether there was something to check. */
  readonly outcome: () => Promise<AdapterCheckOutcome>;
}

/** What one check came to. */
export interface AdapterCheckReport {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was skipped, or what a check that passed has to say; null: nothing. */
  readonly message: string | null;
  /** What was thrown; absent where nothing was. */
  readonly error?: unknown;
}

/** What the whole suite came to. `String(report)` is its text. */
export interface AdapterReport {
  /** No check failed. */
  readonly passed: boolean;
  readonly checks: readonly AdapterCheckReport[];
  /** One line a check, for people. */
  readonly text: string;
  toString(): string;
}

/**
 * The checks of the adapter contract, to be registered as tests of any runner, one by one and in their order. They share
 * what they have read. Functions that an adapter leaves out are skipped; nothing is written without `writes`.
 *
 * @example for (const check of adapterChecks(myAdapter)) it(check.title, check.run);
 * @throws {DefinitionError} where an option makes no sense
 */
export function adapterChecks(adapter: PerformanceAdapter, options: AdapterSuiteOptions = {}): readonly AdapterCheck[] {
  const probe = new Probe(adapter, options);
  const all = { ...mannerChecks, ...pageChecks, ...queryChecks, ...gapChecks, ...writeChecks };
  return Object.entries(all).map(([title, check]) => {
    const outcome = async (): Promise<AdapterCheckOutcome> => {
      try {
        const note = await check(probe);
        return { state: 'passed', ...(note === undefined ? {} : { note }) };
      } catch (error) {
        if (error instanceof NothingToCheck) return { state: 'skipped', reason: error.message };
        throw error;
      }
    };
    const run = async (): Promise<void> => void (await outcome());
    return { title, outcome, run };
  });
}

/**
 * Checks an adapter against the whole contract, one check after the other.
 * @example console.log(String(await testAdapter(myAdapter)));
 * @throws {DefinitionError} where an option makes no sense
 */
export async function testAdapter(
  adapter: PerformanceAdapter,
  options: AdapterSuiteOptions = {},
): Promise<AdapterReport> {
  const checks: AdapterCheckReport[] = [];
  for (const check of adapterChecks(adapter, options)) checks.push(await reportOf(check));
  const passed = checks.every(({ state }) => state !== 'failed');
  const text = textOf(checks);
  return { passed, checks, text, toString: () => text };
}

async function reportOf({ title, outcome: check }: AdapterCheck): Promise<AdapterCheckReport> {
  try {
    const outcome = await check();
    const message = outcome.state === 'skipped' ? outcome.reason : (outcome.note ?? null);
    return { title, state: outcome.state, message };
  } catch (error) {
    return { title, state: 'failed', message: error instanceof Error ? error.message : String(error), error };
  }
}

const MARKS = { passed: '✓', failed: '✗', skipped: '–' } as const;

function textOf(checks: readonly AdapterCheckReport[]): string {
  const lines = checks.flatMap(({ title, state, message }) => [
    `${MARKS[state]} ${title}`,
    ...(message === null ? [] : [`    ${message}`]),
  ]);
  const count = (state: AdapterCheckReport['state']): number => checks.filter((check) => check.state === state).length;
  return [...lines, '', `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`].join('\n');
}
