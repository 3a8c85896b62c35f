import { AdapterError, configure, withRetry, type ConversationRecord, type PerformanceAdapter } from 'deskglass';

const codes = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not-found', 429: 'rate-limited' } as const;

const adapter: PerformanceAdapter = {
  contract: 1,
  async *conversations({ cursor, ...times }, { signal }) {
    let from = cursor;
    do {
      const asked = Object.entries({ ...times, from }).flatMap(([name, value]) => (value ? [[name, `${value}`]] : []));
      const response = await fetch(`/api/conversations?${new URLSearchParams(asked)}`, { signal });
      if (!response.ok) {
        const code = codes[response.status as keyof typeof codes] ?? 'unavailable';
        const wait = Number(response.headers.get('retry-after')) * 1000;
        throw new AdapterError(code, `The desk answered ${response.status}.`, wait > 0 ? { retryAfterMs: wait } : {});
      }
      const page = (await response.json()) as { records: ConversationRecord[]; total: number; next: string | null };
      from = page.next ?? undefined;
      yield { conversations: page.records, total: page.total, ...(from === undefined ? {} : { cursor: from }) };
    } while (from !== undefined);
  },
};

configure({ adapter: withRetry(adapter) });
