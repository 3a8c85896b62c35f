import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import { fileName } from '../../../src/export/file-name.js';
import { reportCsv } from '../../../src/export/report-csv.js';
import { localize } from '../../../src/localize/localize.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import { runReport, type ReportQuery } from '../../../src/reports/run-report.js';
import { partsOf, reportNames } from '../../support/report-parts.js';

const NOW = Date.UTC(2026, 2, 30);
const DAY = 86_400_000;
const query: ReportQuery = {
  from: NOW - 28 * DAY,
  to: NOW,
  grain: 'week',
  timeZone: 'UTC',
  weekStart: 1,
  compare: true,
};
const english = localize('en', 'UTC');
const names = ['id-of-a-person', 'channel-of-a-person', 'teammate-of-a-person'] as const;

/** A conversation that the agent handed over to somebody who closed it. */
function handedOver(id: string, channel: string, teammate: string): ConversationRecord {
  const startedAt = NOW - 20 * DAY;
  const by = { kind: 'teammate', id: teammate, name: teammate } as const;
  return {
    id,
    startedAt,
    channel,
    events: [
      { type: 'message', at: startedAt, by: { kind: 'agent' }, sources: [{}], actions: [] },
      { type: 'message', at: startedAt + 60_000, by },
      { type: 'closed', at: startedAt + 120_000, by },
    ],
  };
}

describe('the files of all reports', () => {
  it('hold nothing of a conversation that was removed, nor the channel and the teammate that it alone had', () => {
    const store = createStore({ now: NOW });
    store.upsert([handedOver('stays', 'chat', 'ada'), handedOver(...names)]);
    const files = (): string => reportNames.map((report) => fileOf(report)).join('\n');
    const fileOf = (report: (typeof reportNames)[number]): string => {
      const { face } = partsOf(report);
      const result = runReport(store, report, query);
      const { note, table } = face.present(result, english, { grain: 'week', today: NOW });
      const title = face.title(english);
      const csv = { title, note, query, figures: face.figures(english), notices: [], table };
      return `${fileName(title, result, 'UTC', 'csv')}\n${reportCsv(result, csv, english)}`;
    };
    const found = (): readonly boolean[] => names.map((name) => files().includes(name));
    assert.deepEqual(found(), [false, true, true]);
    assert.match(files(), /\bada\b/);
    store.remove([names[0]]);
    assert.deepEqual(found(), [false, false, false]);
    assert.match(files(), /\bada\b/);
  });
});
