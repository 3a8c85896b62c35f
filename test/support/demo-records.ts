import { demoAdapter } from '../../src/adapters/demo.js';
import type { ConversationRecord } from '../../src/conversation/record.js';

/** The made-up help desk's conversations with an event at or after an instant, as they stand at another. Epoch ms. */
export async function demoRecords(since: number, now: number): Promise<readonly ConversationRecord[]> {
  const records: ConversationRecord[] = [];
  const { signal } = new AbortController();
  const pages = demoAdapter({ now }).conversations!({ since }, { signal, locale: 'en', timeZone: 'UTC' });
  for await (const page of pages) {
    if ('conversations' in page) records.push(...(page.conversations as readonly ConversationRecord[]));
  }
  return records;
}
