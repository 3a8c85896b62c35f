import { DataError, isDataError } from '../errors.js';
import type { Conversation } from './conversation.js';
import { parseConversation } from './parse.js';

/**
 * What the door says of a record: the conversation, or the refusal. A loader that could not even read one hands over the
 * DataError in its place.
 */
export function checkRecord(record: unknown): Conversation | DataError {
  if (isDataError(record)) return record;
  try {
    return parseConversation(record);
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
}
