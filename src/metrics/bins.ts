const FIRST_EDGE_MS = 1_000;
const LAST_EDGE_MS = 90 * 86_400_000;

/** Edges of the duration bins, ms: integers, each 11/10 of the one before, so that a browser and a database fill the same bins. */
export const binEdges: Float64Array = makeEdges();

/** One bin below the first edge, one above the last. */
export const binCount = binEdges.length + 1;
const LAST_EDGE = binEdges.at(-1)!;

function makeEdges(): Float64Array {
  const edges = [FIRST_EDGE_MS];
  while (edges.at(-1)! < LAST_EDGE_MS) edges.push(Math.floor((edges.at(-1)! * 11) / 10));
  return Float64Array.from(edges);
}

/**
 * A double as its highest 16 bits: sign, exponent and four bits behind the point. Doubles that agree in them lie closer
 * together than two edges, so that a table of them is wrong by one bin at most.
 */
const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
const HIGH_HALF = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;

function highBitsOf(durationMs: number): number {
  double[0] = durationMs;
  return halves[HIGH_HALF]! >>> 16;
}

const firstKey = highBitsOf(FIRST_EDGE_MS);
/** The bin of the least duration with these high bits, from those of the first edge on. */
const firstBins = Uint8Array.from({ length: highBitsOf(binEdges.at(-1)!) - firstKey + 1 }, (_, key) => {
  halves[HIGH_HALF] = (firstKey + key) << 16;
  halves[1 - HIGH_HALF] = 0;
  const least = double[0]!;
  const bin = binEdges.findIndex((edge) => edge > least);
  return bin < 0 ? binEdges.length : bin;
});

/** The bin of a duration: 0 is below the first edge, `binCount - 1` at or above the last; half-open in between. */
export function binOf(durationMs: number): number {
  if (!(durationMs >= FIRST_EDGE_MS)) return 0;
  if (durationMs >= LAST_EDGE) return binEdges.length;
  const bin = firstBins[highBitsOf(durationMs) - firstKey]!;
  return binEdges[bin]! <= durationMs ? bin + 1 : bin;
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
