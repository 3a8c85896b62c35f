import { AdapterError } from '../../src/errors.js';
import type { Localization } from '../../src/localize/localize.js';
import type { CardFailure } from '../card/card-state.js';

/** A report that could not be worked out, at an instant, epoch ms. */
export function failureState(
  { localName }: Element,
  failure: Error,
  { format }: Localization,
  at: number | null,
  retry: () => void,
): CardFailure {
  const { code } = AdapterError.from(failure);
  return { kind: 'failed', code, details: `${localName}: ${failure.message}\n${format.dateTime(at)}`, retry };
}

/** A report that makes no sense. Trying again cannot help: only the page can set another one. */
export function definitionState(
  { localName }: Element,
  { name, message }: Error,
  { messages }: Localization,
): CardFailure {
  const { badDefinition: title } = messages.ownReport;
  return { kind: 'failed', code: 'definition', title, details: `${localName}: ${name}: ${message}` };
}
