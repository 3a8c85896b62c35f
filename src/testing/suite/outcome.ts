/** What a check came to where it did not fail. */
export type AdapterCheckOutcome =
  | { readonly state: 'passed'; /** What is allowed but costs something. */ readonly note?: string }
  | { readonly state: 'skipped'; readonly reason: string };

/** An adapter is not as the contract says: `message` names what, the value and the way out. */
export class AdapterCheckError extends Error {
  override readonly name = 'AdapterCheckError';
}

/** There is nothing to check: the adapter leaves the capability out, or its data does not show it. */
export class NothingToCheck extends Error {
  override readonly name = 'NothingToCheck';
}

/** The adapter is not as the contract says. `cause`: what it threw. */
export function fail(message: string, cause?: unknown): never {
  throw new AdapterCheckError(message, cause === undefined ? undefined : { cause });
}

/** There is nothing to check, for this reason. */
export function skip(reason: string): never {
  throw new NothingToCheck(reason);
}

/** Some of many as text: the first three, and how many more there are. */
export function someOf(values: readonly string[]): string {
  const shown = values.slice(0, 3).join(', ');
  return values.length > 3 ? `${shown} and ${values.length - 3} more` : shown;
}
