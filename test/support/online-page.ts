/** The page that `online` is told on, which Node has none of. */
export interface OnlinePage {
  /** How many wait for it to be online. */
  readonly waiting: number;
  goOnline(): void;
}

/** Runs something on a page that goes online when it is told to. */
export async function onOnlinePage(run: (page: OnlinePage) => Promise<void>): Promise<void> {
  const { addEventListener, removeEventListener } = globalThis;
  const waiting = new Map<() => void, boolean>();
  Object.assign(globalThis, {
    addEventListener: (_name: string, call: () => void, options?: AddEventListenerOptions) =>
      waiting.set(call, options?.once === true),
    removeEventListener: (_name: string, call: () => void) => waiting.delete(call),
  });
  const goOnline = (): void => {
    for (const [call, isOnce] of [...waiting]) {
      if (isOnce) waiting.delete(call);
      call();
    }
  };
  try {
    await run({
      goOnline,
      get waiting() {
        return waiting.size;
      },
    });
  } finally {
    Object.assign(globalThis, { addEventListener, removeEventListener });
  }
}
