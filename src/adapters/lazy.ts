import type { PerformanceAdapter } from './adapter.js';

/** What an adapter is known to be before its code has come. */
export type LazyTraits = Pick<PerformanceAdapter, 'history' | 'source'> & { readonly gaps: boolean };

/** An adapter whose code is fetched when it is first asked, so that a page does not load what it does not use. */
export function lazyAdapter(load: () => Promise<PerformanceAdapter>, traits: LazyTraits): PerformanceAdapter {
  let loading: Promise<PerformanceAdapter> | null = null;
  const loaded = (): Promise<PerformanceAdapter> =>
    (loading ??= load().catch((error: unknown) => {
      loading = null; // So that trying again fetches it again.
      throw error;
    }));
  const { gaps, ...rest } = traits;
  return {
    contract: 1,
    ...rest,
    async *conversations(query, context) {
      yield* (await loaded()).conversations!(query, context);
    },
    ...(gaps
      ? { knowledgeGaps: { list: async (query, context) => (await loaded()).knowledgeGaps!.list(query, context) } }
      : {}),
  };
}
