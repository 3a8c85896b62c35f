import { namesAnything } from './event-code.js';
import { ELSEWHERE, NONE, type EventTable } from './event-table.js';
import { distanceLength, type HistoryBytes } from './history-bytes.js';
import { HistoryReader } from './history-reader.js';

/**
 * What judging needs of one conversation, in a few bytes an event. A record is
 *
 * - a head: one byte of `conversationFlags` with a bit each for a ticket's close and an `updatedAt`, then a varint of twice the
 *   number of events, plus 1 where the first of them comes before the start;
 * - an entry for each event: one byte with its code (5 bits) and the byte length of the time since the event before, or for
 *   the first since the start (3 bits); that time in ms; a varint of what it names, where its code names anything;
 * - a tail: the ticket's close and the `updatedAt`, each as a byte with the direction (bit 3) and the byte length of its
 *   distance from the last event, or from the start where there is none, and that distance in ms.
 *
 * The start itself is not in it: whoever keeps the record has it in a column of its own.
 */

const HAS_TICKET_CLOSE = 64;
const HAS_UPDATED_AT = 128;
/** Bytes of the longest head and tail together: flags, varint, and two distances. */
const LONGEST_FRAME = 1 + 5 + 2 * 8;
/** Bytes of the longest entry: code, distance, varint. */
const LONGEST_ENTRY = 1 + 7 + 5;
const CODE_BITS = 5;
const CODE = (1 << CODE_BITS) - 1;
const BACKWARDS = 8;
const LOW = 2 ** 32;
const LENGTH = 7;

const reader = new HistoryReader();

/** Writes the table's conversation at the end of `into`. Its record is the bytes that were added. */
export function encodeHistory(table: EventTable, into: HistoryBytes): void {
  const { count, startedAt, ticketClosedAt, updatedAt } = table;
  const hasTicketClose = !Number.isNaN(ticketClosedAt);
  const hasUpdatedAt = !Number.isNaN(updatedAt);
  const startsBefore = count > 0 && table.at[0]! < startedAt;
  into.reserve(LONGEST_FRAME + count * LONGEST_ENTRY);
  into.push(table.flags | (hasTicketClose ? HAS_TICKET_CLOSE : 0) | (hasUpdatedAt ? HAS_UPDATED_AT : 0));
  into.pushVarint(count * 2 + (startsBefore ? 1 : 0));
  encodeEvents(table, into);
  const last = lastEventOf(table);
  if (hasTicketClose) encodeInstant(ticketClosedAt, last, into);
  if (hasUpdatedAt) encodeInstant(updatedAt, last, into);
}

function encodeEvents({ count, startedAt, codes, at, refs }: EventTable, into: HistoryBytes): void {
  let before = startedAt;
  for (let index = 0; index < count; index++) {
    const code = codes[index]!;
    const instant = at[index]!;
    // Only the first event can come before what it is counted from, the start; the head says so.
    const length = distanceLength(before, instant);
    into.push(code | (length << CODE_BITS));
    into.pushDistance(before, instant, length);
    if (namesAnything(code)) into.pushVarint(refs[index]! - ELSEWHERE);
    before = instant;
  }
}

function encodeInstant(instant: number, from: number, into: HistoryBytes): void {
  const length = distanceLength(from, instant);
  into.push(length | (instant < from ? BACKWARDS : 0));
  into.pushDistance(from, instant, length);
}

/**
 * Reads one record into a table, in place of what that held.
 * @param startedAt epoch ms, the one the record was written with
 * @returns where the record ends: the offset of the byte after it
 */
export function decodeHistory(bytes: Uint8Array, offset: number, startedAt: number, table: EventTable): number {
  decodeJudged(bytes, offset, startedAt, table);
  if ((bytes[offset]! & HAS_UPDATED_AT) !== 0) table.updatedAt = decodeInstant(lastEventOf(table));
  return reader.offset;
}

/** Does the same but for `updatedAt`, which no judgement depends on: a table has none afterwards. */
export function decodeJudged(bytes: Uint8Array, offset: number, startedAt: number, table: EventTable): void {
  reader.open(bytes, offset);
  const head = reader.byte();
  const countAndSide = reader.varint();
  table.startedAt = startedAt;
  table.flags = head & ~(HAS_TICKET_CLOSE | HAS_UPDATED_AT);
  table.reserve(countAndSide >>> 1);
  table.count = countAndSide >>> 1;
  decodeEvents((countAndSide & 1) === 1, table);
  table.ticketClosedAt = (head & HAS_TICKET_CLOSE) === 0 ? NaN : decodeInstant(lastEventOf(table));
  table.updatedAt = NaN;
}

function decodeEvents(startsBefore: boolean, table: EventTable): void {
  const { count, codes, at, refs } = table;
  const { bytes } = reader;
  let instant = table.startedAt;
  let occurring = 0;
  let { offset } = reader;
  for (let index = 0; index < count; index++) {
    const entry = bytes[offset]!;
    const code = entry & CODE;
    const length = entry >> CODE_BITS;
    const side = startsBefore && index === 0 ? -1 : 1;
    // The low part first: so both sums are exact, even where the distance would not be. In place and byte by byte, because
    // nearly all distances are as short; what is rare is left to the reader. An engine makes an object of every instant that
    // a function hands back, and where a loop calls or loops inside it looks for all columns anew at each turn.
    let near = 0;
    if (length > 0) near = bytes[offset + 1]!;
    if (length > 1) near |= bytes[offset + 2]! << 8;
    if (length > 2) near |= bytes[offset + 3]! << 16;
    if (length > 3) near |= bytes[offset + 4]! << 24;
    instant += side * (near >>> 0);
    offset += 1 + (length < 4 ? length : 4);
    if (length > 4) {
      reader.offset = offset;
      instant += side * reader.high(length) * LOW;
      offset = reader.offset;
    }
    codes[index] = code;
    at[index] = instant;
    refs[index] = NONE;
    if (namesAnything(code)) {
      const first = bytes[offset++]!;
      refs[index] = first + ELSEWHERE;
      if (first >= 0x80) {
        reader.offset = offset - 1;
        refs[index] = reader.varint() + ELSEWHERE;
        offset = reader.offset;
      }
    }
    occurring |= 1 << code;
  }
  reader.offset = offset;
  table.occurring = occurring;
}

/** The instant of the last event, of the start where there is none. */
function lastEventOf({ count, startedAt, at }: EventTable): number {
  return count > 0 ? at[count - 1]! : startedAt;
}

function decodeInstant(from: number): number {
  const distance = reader.byte();
  const length = distance & LENGTH;
  const side = (distance & BACKWARDS) === 0 ? 1 : -1;
  const near = from + side * reader.low(length);
  return near + side * reader.high(length) * LOW;
}
