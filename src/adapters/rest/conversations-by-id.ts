import { AdapterError } from '../../errors.js';
import type { RequestContext } from '../adapter.js';
import type { RestClient } from './rest-client.js';

/** Ids a question at the most, as the contract says. */
const MOST_IDS = 100;

/** Single conversations, asked for by a hundred at once. */
export async function conversationsById(
  client: RestClient,
  ids: readonly string[],
  context: RequestContext,
): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (let from = 0; from < ids.length; from += MOST_IDS) {
    const body = { ids: ids.slice(from, from + MOST_IDS) };
    const { conversations } = Object(await client.json({ path: 'conversations/lookup', body }, context)) as {
      readonly conversations?: unknown;
    };
    if (!Array.isArray(conversations)) {
      throw new AdapterError('invalid-payload', 'conversations/lookup: expected conversations as an array.');
    }
    found.push(...(conversations as readonly unknown[]));
  }
  return found;
}
