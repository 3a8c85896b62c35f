const FIRST_EDGE_MS = 1_000;
const LAST_EDGE_MS = 90 * 86_400_000;

/** Edges of the duration bins, ms: integers, each 11/10 of the one before, so that a browser and a database fill the same bins. */
export const binEdges: Float64Array = makeEdges();

/** One bin below the first edge, one above the last. */
export const binCount = binEdges.length + 1;

function makeEdges(): Float64Array {
  const edges = [FIRST_EDGE_MS];
  while (edges.at(-1)! < LAST_EDGE_MS) edges.push(Math.floor((edges.at(-1)! * 11) / 10));
  return Float64Array.from(edges);
}

/** The bin of a duration: 0 is below the first edge, `binCount - 1` at or above the last; half-open in between. */
export function binOf(durationMs: number): number {
  let low = 0;
  let high = binEdges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (binEdges[middle]! <= durationMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The duration at the nearest rank ⌈p · n⌉ of a histogram, as the middle of its bin, ms. Below the first edge it is 0
 * ("under 1 s"), above the last that edge itself ("90 days or more"). null where nothing was counted.
 */
export function quantileOf(histogram: Uint32Array, p: number): number | null {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let rank = Math.ceil(p * total);
  for (let bin = 0; bin < histogram.length; bin++) {
    rank -= histogram[bin]!;
    if (rank <= 0) return middleOf(bin);
  }
  return middleOf(binCount - 1);
}

function middleOf(bin: number): number {
  if (bin === 0) return 0;
  if (bin === binCount - 1) return binEdges.at(-1)!;
  return (binEdges[bin - 1]! + binEdges[bin]!) / 2;
}
