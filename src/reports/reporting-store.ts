import { completeRules } from '../conversation/rules.js';
import { checkClock } from '../store/check-clock.js';
import type { ConversationStore, StoreOptions } from '../store/conversation-store.js';
import { SegmentedStore } from '../store/segmented-store.js';
import type { ReportDefinition } from './report-definition.js';
import type { ReportName } from './reports.js';
import { rowsBehind, type RowsBehind, type RowsQuery } from './rows-behind.js';

/** A store that can say which conversations are behind a figure of a report. */
export interface ReportingStore extends ConversationStore {
  /**
   * What a figure of a report counts, by the same measures as its value; see {@link rowsBehind}.
   * @throws {DefinitionError} where there is no such report or series, or the question makes no sense
   */
  rows(report: ReportName | ReportDefinition, series: string, query: RowsQuery): RowsBehind;
}

/**
 * A store of conversations. No DOM, no clock: runs in a browser, a worker and a server.
 * @throws {DefinitionError} where the clock or a rule makes no sense
 */
export function createStore(options: StoreOptions): ReportingStore {
  return new StoreWithRows(checkClock(options.now), completeRules(options.rules));
}

/** A store with everything that loaders need as well. */
export class StoreWithRows extends SegmentedStore implements ReportingStore {
  rows(report: ReportName | ReportDefinition, series: string, query: RowsQuery): RowsBehind {
    return rowsBehind(this, report, series, query);
  }
}
