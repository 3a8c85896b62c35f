import '../../../components/define.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { watchDrawing } from './page.js';
import { NOW, recordsOf } from './records.js';

watchDrawing();
const provider = document.createElement('agent-performance');
provider.setAttribute('now', new Date(NOW).toISOString());
provider.setAttribute('time-zone', 'Europe/Berlin');
provider.setAttribute('week-start', 'monday');
provider.setAttribute('history', 'all');
provider.setAttribute('filters', 'range=12w');

let release = (): void => undefined;

globalThis.tabBench = {
  load: (amount) => {
    const records = recordsOf(amount);
    const adapter = memoryAdapter(records);
    const released = new Promise<void>((resolve) => (release = resolve));
    provider.adapter = {
      ...adapter,
      async *conversations(query, context) {
        await released;
        yield* adapter.conversations!(query, context);
      },
    };
    provider.append(document.createElement('performance-tab'));
    document.body.append(provider);
    return Promise.resolve(records.length);
  },
  show: () => release(),
  filter: (weeks) => {
    provider.filters = { ...provider.filters, range: `${weeks}w` };
  },
  figure: (report) =>
    provider
      .querySelector('performance-tab')
      ?.shadowRoot?.querySelector(report)
      ?.shadowRoot?.querySelector('.figure-row > :not(.room) .value')?.textContent ?? '',
};
