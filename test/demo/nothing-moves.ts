import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { generateConversations } from '../../src/testing/generator.js';
import { loadedStatus, openDesk, type Desk } from './desk.js';

/** What {@link watchTheMoves} leaves on the page. */
interface SeenMoves {
  /** What moved without anybody's doing, with how much of the page it shook. */
  readonly moves: readonly string[];
  /** The states that a card went through. */
  readonly states: readonly string[];
}

/** Tests that nothing moves while a file comes slowly, at these widths in CSS pixels and in these languages. */
export function nothingMoves(places: readonly (readonly [width: number, language: string])[]): void {
  describe('the demo help desk, while a file comes slowly,', () => {
    let folder: string;
    let desk: Desk;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'deskglass-'));
      const file = join(folder, 'records.ndjson');
      const records = [...generateConversations({ seed: 3, from: Date.UTC(2026, 4, 25), to: Date.UTC(2026, 7, 20) })];
      await writeFile(file, records.map((record) => JSON.stringify(record)).join('\n'));
      desk = await openDesk({ file });
    });

    after(async () => {
      await desk.close();
      await rm(folder, { recursive: true });
    });

    for (const [width, language] of places) {
      it(`moves nothing from waiting over progress to its figures, ${width} px wide, in ${language}`, async () => {
        const { page } = await desk.open(`lang=${language}`, { width, before: watchTheMoves });
        await loadedStatus(page, 60_000);
        await new Promise((resolve) => setTimeout(resolve, 500));
        const { moves, states } = await page.evaluate(() => (globalThis as unknown as { seen: SeenMoves }).seen);
        await page.close();
        assert.deepEqual(states, ['waiting', 'progress', 'ready']);
        assert.deepEqual(moves, []);
      });
    }
  });
}

/** Runs in the page: hands the file over piece by piece, and writes down what moves and what a card shows. */
function watchTheMoves(): void {
  const seen = { moves: [] as string[], states: [] as string[] };
  Object.assign(globalThis, { seen });
  const nameOf = (node: Node | null): string =>
    node instanceof Element ? `${node.localName}.${node.className}` : String(node?.nodeName);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      readonly value: number;
      readonly sources: readonly { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
    })[]) {
      const sources = entry.sources.map(
        ({ node, previousRect, currentRect }) => `${nameOf(node)} from ${previousRect.y} to ${currentRect.y}`,
      );
      seen.moves.push(`${entry.value.toFixed(4)}: ${sources.join(', ')}`);
    }
  }).observe({ type: 'layout-shift' });

  const realFetch = globalThis.fetch;
  globalThis.fetch = async (input, options) => {
    const response = await realFetch(input, options);
    const address = input instanceof Request ? input.url : String(input);
    if (!address.includes('/records') || response.body === null) return response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    const pieces = 8;
    let piece = 0;
    const body = new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 150));
        const at = (share: number): number => Math.round((bytes.length * share) / pieces);
        controller.enqueue(bytes.slice(at(piece), at(piece + 1)));
        piece += 1;
        if (piece === pieces) controller.close();
      },
    });
    return new Response(body, { headers: response.headers });
  };

  const look = (): void => {
    const root = kit('impact-this-week')?.shadowRoot;
    const status = kit('performance-filters')?.shadowRoot?.querySelector('.as-of .loading')?.textContent ?? '';
    if (root?.querySelector('.card')) {
      const state = /\p{Nd}/u.test(status) ? 'progress' : root.querySelector('.stage .figures') ? 'ready' : 'waiting';
      // Between the end of the load and the figures lies a frame in which the card waits again.
      if (state !== seen.states.at(-1) && (state !== 'waiting' || seen.states.length === 0)) seen.states.push(state);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
