/** Calls once when a page that was offline is online again, unless the function handed back is called before. */
export function onceOnline(call: () => void): () => void {
  // Servers have no such event.
  globalThis.addEventListener?.('online', call, { once: true });
  return () => globalThis.removeEventListener?.('online', call);
}
