import type { PerformanceAdapter, RequestContext } from '../../src/adapters/adapter.js';

/** A source whose writes wait until they are let go. */
export interface HeldWrites {
  readonly adapter: PerformanceAdapter;
  /** Idempotency keys of the writes that came, the oldest first. */
  readonly keys: readonly string[];
  /** Carries out the oldest write that waits. With `lost` it is carried out, or not, and fails in the end. */
  go(lost?: { readonly error: Error; readonly isDone: boolean }): void;
}

/** Holds every write of an adapter. */
export function holdWrites(adapter: PerformanceAdapter): HeldWrites {
  const { resolve, dismiss, restore } = adapter.knowledgeGaps!;
  const keys: string[] = [];
  const waiting: ((lost: Parameters<HeldWrites['go']>[0]) => void)[] = [];
  const held =
    <Command, Answer>(write: (command: Command, context: RequestContext) => Promise<Answer>) =>
    async (command: Command, context: RequestContext): Promise<Answer> => {
      keys.push(context.idempotencyKey!);
      const lost = await new Promise<Parameters<HeldWrites['go']>[0]>((letGo) => waiting.push(letGo));
      if (lost?.isDone === false) throw lost.error;
      const answer = await write(command, context);
      if (lost !== undefined) throw lost.error;
      return answer;
    };
  return {
    adapter: {
      ...adapter,
      knowledgeGaps: {
        ...adapter.knowledgeGaps!,
        resolve: held(resolve!),
        dismiss: held(dismiss!),
        restore: held(restore!),
      },
    },
    keys,
    go: (lost) => waiting.shift()!(lost),
  };
}
