import { EventTable } from '../../src/conversation/event-table.js';
import { parseConversation } from '../../src/conversation/parse.js';
import { TeammateNumbers } from '../../src/conversation/teammate-numbers.js';

/** A record as a table of its own, with the numbers of its teammates. */
export function tableOf(record: unknown): { readonly table: EventTable; readonly teammates: TeammateNumbers } {
  const table = new EventTable();
  const teammates = new TeammateNumbers();
  table.fillFrom(parseConversation(record), teammates.of);
  return { table, teammates };
}

/** What a table holds of its conversation, as plain data that can be compared. */
export function plainTable(table: EventTable) {
  const { count, startedAt, ticketClosedAt, updatedAt, flags, occurring, codes, at, refs } = table;
  return {
    ...{ count, startedAt, ticketClosedAt, updatedAt, flags, occurring },
    codes: [...codes.subarray(0, count)],
    at: [...at.subarray(0, count)],
    refs: [...refs.subarray(0, count)],
  };
}
