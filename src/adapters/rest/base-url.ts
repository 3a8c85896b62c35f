import { DefinitionError } from '../../errors.js';
import { withoutSecrets } from '../without-secrets.js';

/**
 * The address that all paths of the contract are relative to, ending in a slash; relative ones are the page's.
 * @throws {DefinitionError} where it is none, or holds what would be told to everybody who sees an address
 */
export function readBaseUrl(value: unknown): URL {
  const text = value instanceof URL ? value.href : value;
  const base = globalThis.document?.baseURI;
  if (typeof text !== 'string' || text === '' || !URL.canParse(text, base)) {
    throw refusal(`expected an http(s) address, whole or relative to a page`, text);
  }
  const url = new URL(text, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refusal('expected an http(s) address', text);
  if (url.username !== '' || url.password !== '') {
    throw refusal('expected an address without user and password; hand secrets over by getToken', text);
  }
  if (url.search !== '' || url.hash !== '') throw refusal('expected an address without query and fragment', text);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

function refusal(expected: string, value: unknown): DefinitionError {
  const shown = typeof value === 'string' ? JSON.stringify(withoutSecrets(value)) : String(value);
  return new DefinitionError(`restAdapter: baseUrl: ${expected}, got ${shown}.`);
}
