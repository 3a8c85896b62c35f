import type { ConversationPage } from '../adapters/adapter.js';
import { describeValue } from '../conversation/door.js';
import { parseInstant } from '../conversation/instant.js';
import { AdapterError } from '../errors.js';
import type { RecordsContent } from '../load/load-records.js';

/** A page whose frame is what the contract says; its records are still untrusted. */
export interface CheckedPage {
  readonly content: RecordsContent;
  readonly removed: readonly string[];
  readonly warnings: readonly string[];
  readonly cursor: string | null;
  /** Epoch ms. */
  readonly asOf: number | null;
  readonly total: number | null;
  /** 0–1. */
  readonly progress: number | null;
}

/** @throws {AdapterError} `invalid-payload`, naming the field, its value and the way out */
export function checkPage(page: unknown): CheckedPage {
  if (typeof page !== 'object' || page === null) throw invalid('', page, 'an object with conversations or ndjson');
  const { conversations, ndjson, removed, warnings, cursor, asOf, total, progress } = page as Partial<
    Record<keyof ConversationPage | 'conversations' | 'ndjson', unknown>
  >;
  return {
    content: contentOf(conversations, ndjson),
    removed: removed == null ? [] : texts('removed', removed),
    warnings: warnings == null ? [] : texts('warnings', warnings),
    cursor:
      cursor == null || cursor === '' ? null : typeof cursor === 'string' ? cursor : refuse('cursor', cursor, 'a text'),
    asOf: asOf == null ? null : instant(asOf),
    total: total == null ? null : number('total', total, Infinity),
    progress: progress == null ? null : number('progress', progress, 1),
  };
}

function contentOf(conversations: unknown, ndjson: unknown): RecordsContent {
  if (Array.isArray(conversations)) return { conversations };
  if (ndjson instanceof Uint8Array) return { ndjson };
  if (ndjson !== undefined) throw invalid('ndjson', ndjson, 'a Uint8Array');
  throw invalid('conversations', conversations, 'an array of records');
}

function texts(field: string, value: unknown): readonly string[] {
  const isTexts = Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  return isTexts ? value : refuse(field, value, 'an array of texts');
}

function number(field: string, value: unknown, most: number): number {
  const fits = typeof value === 'number' && value >= 0 && value <= most;
  return fits ? value : refuse(field, value, most === 1 ? 'a share from 0 to 1' : 'a number from 0 up');
}

function instant(value: unknown): number {
  const parsed = parseInstant(value);
  return typeof parsed === 'number' ? parsed : refuse('asOf', value, 'epoch milliseconds or ISO 8601 with an offset');
}

function refuse(field: string, value: unknown, expected: string): never {
  throw invalid(field, value, expected);
}

function invalid(field: string, value: unknown, expected: string): AdapterError {
  const where = field === '' ? 'page' : `page.${field}`;
  const message = `conversations(): ${where}: expected ${expected}, got ${describeValue(value)}. Correct it in your adapter.`;
  return new AdapterError('invalid-payload', message);
}
