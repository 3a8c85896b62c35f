import { AdapterError, configure, type ConversationRecord, type PerformanceAdapter } from 'deskglass';

interface Changes {
  records: ConversationRecord[];
  deleted: string[];
  completeUpTo: string;
}

const adapter: PerformanceAdapter = {
  contract: 1,
  async *conversations({ since, updatedSince }, { signal }) {
    const asked = updatedSince === undefined ? `since=${since ?? ''}` : `changedSince=${updatedSince}`;
    const response = await fetch(`/api/conversations?${asked}`, { signal });
    if (!response.ok) throw new AdapterError('unavailable', `The desk answered ${response.status}.`);
    const { records, deleted, completeUpTo } = (await response.json()) as Changes;
    yield { conversations: records, removed: deleted, asOf: completeUpTo };
  },
  subscribe(changed) {
    const events = new EventSource('/api/changes');
    events.addEventListener('change', changed);
    return () => events.close();
  },
};

configure({ adapter });
