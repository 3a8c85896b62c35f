/** The bucket that holds an instant; -1 outside all of them. */
export function bucketOf(boundaries: readonly number[], at: number): number {
  if (!(at >= boundaries[0]!) || at >= boundaries[boundaries.length - 1]!) return -1;
  let low = 0;
  let high = boundaries.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (boundaries[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}
