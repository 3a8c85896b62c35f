import type { KnowledgeGapsAdapter, PerformanceAdapter } from './adapter.js';
import { ignore } from './bytes.js';
import type { GapHalf } from './gap-desk-adapter.js';

/** What an adapter is known to be before its code has come. */
export type LazyTraits = Pick<PerformanceAdapter, 'history' | 'source'> & {
  readonly gaps: boolean;
  /** It tells of changes. */
  readonly changes?: boolean;
};

/** An adapter whose code is fetched when it is first asked, so that a page does not load what it does not use. */
export function lazyAdapter(load: () => Promise<PerformanceAdapter>, traits: LazyTraits): PerformanceAdapter {
  let loading: Promise<PerformanceAdapter> | null = null;
  let there: PerformanceAdapter | null = null;
  const fetched = async (): Promise<PerformanceAdapter> => {
    try {
      return (there = await load());
    } catch (error) {
      loading = null; // So that trying again fetches it again.
      throw error;
    }
  };
  const loaded = (): Promise<PerformanceAdapter> => (loading ??= fetched());
  const { gaps, changes = false, ...rest } = traits;
  return {
    contract: 1,
    ...rest,
    async *conversations(query, context) {
      yield* (await loaded()).conversations!(query, context);
    },
    ...(gaps ? lazyGaps(loaded, () => there?.knowledgeGaps?.textLimit) : {}),
    ...(changes ? { subscribe: lazySubscribe(loaded) } : {}),
  };
}

/** Whoever has left before the code came hears nothing. */
function lazySubscribe(loaded: () => Promise<PerformanceAdapter>): NonNullable<PerformanceAdapter['subscribe']> {
  return (changed, context) => {
    let stop: unknown;
    let hasLeft = false;
    const begin = (adapter: PerformanceAdapter): void => {
      if (!hasLeft) stop = adapter.subscribe!(changed, context);
    };
    loaded().then(begin, ignore); // Whoever asks for data is told of what failed.
    return () => {
      hasLeft = true;
      if (typeof stop === 'function') stop();
    };
  };
}

type GapCalls = Omit<KnowledgeGapsAdapter, 'textLimit'>;

/** All that can be asked of gaps; only for adapters that can answer it. */
function lazyGaps(loaded: () => Promise<PerformanceAdapter>, textLimit: () => number | undefined): GapHalf {
  const gaps = async (): Promise<Required<GapCalls>> => (await loaded()).knowledgeGaps as Required<GapCalls>;
  return {
    knowledgeGaps: {
      get textLimit() {
        return textLimit();
      },
      list: async (query, context) => (await gaps()).list(query, context),
      questions: async (query, context) => (await gaps()).questions(query, context),
      resolve: async (command, context) => (await gaps()).resolve(command, context),
      dismiss: async (command, context) => (await gaps()).dismiss(command, context),
      restore: async (command, context) => (await gaps()).restore(command, context),
    },
    shortAnswers: { list: async (query, context) => (await loaded()).shortAnswers!.list(query, context) },
    access: async (context) => (await loaded()).access!(context),
  };
}
