import { getHeapSnapshot } from 'node:v8';

/** Which of some texts are still held by anything on the heap, private fields and caches too. Garbage is collected first. */
export async function textsOnHeap(parts: readonly (readonly string[])[]): Promise<readonly boolean[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of getHeapSnapshot()) chunks.push(Buffer.from(chunk as Uint8Array));
  const snapshot = Buffer.concat(chunks);
  // Searched as bytes, which are no strings on the heap of their own.
  return parts.map((texts) => snapshot.includes(Buffer.concat(texts.map((text) => Buffer.from(text)))));
}
