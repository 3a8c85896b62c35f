import type { ConversationPage, PerformanceAdapter } from '../../src/adapters/adapter.js';
import { AdapterError, type AdapterErrorCode } from '../../src/errors.js';

/** An adapter whose conversations come from a generator. */
export function pagesAdapter(
  pages: (signal: AbortSignal, asked: number) => AsyncIterable<unknown>,
  more: Partial<PerformanceAdapter> = {},
): PerformanceAdapter & { readonly asked: number } {
  let asked = 0;
  return {
    contract: 1,
    conversations(_query, { signal }) {
      asked += 1;
      return pages(signal, asked) as AsyncIterable<ConversationPage>;
    },
    ...more,
    get asked() {
      return asked;
    },
  };
}

/** An adapter that hands over these records and then does not go on until it is let. */
export function heldAdapter(records: readonly unknown[], total?: number) {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const adapter = pagesAdapter(async function* () {
    yield { conversations: records, ...(total === undefined ? {} : { total }) };
    await held;
  });
  return { adapter, letGo: () => letGo() };
}

/** An adapter that fails with a code until it is mended. */
export function failingAdapter(code: AdapterErrorCode, records: readonly unknown[] = []) {
  let broken = true;
  const refuse = (): void => {
    if (broken) throw new AdapterError(code, `It is broken: ${code}.`);
  };
  const adapter = pagesAdapter(
    async function* () {
      refuse();
      yield { conversations: records };
    },
    {
      knowledgeGaps: {
        async list() {
          refuse();
          return { topics: [] };
        },
      },
    },
  );
  return { adapter, mend: () => void (broken = false) };
}

/** An adapter that never answers anything. */
export function silentAdapter(): PerformanceAdapter {
  const never = new Promise<never>(() => {});
  return pagesAdapter(() => ({ [Symbol.asyncIterator]: () => ({ next: () => never }) }), {
    knowledgeGaps: { list: () => never },
  });
}
