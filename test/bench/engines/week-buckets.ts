const WEEK_MS = 7 * 86_400_000;

/**
 * The bucket of an instant inside boundaries that are weeks apart, but for the hours by which clocks change and for a
 * first and a last one that are cut: a division, from an origin that moves with the clocks.
 */
export function bucketSql(column: string, boundaries: readonly number[]): string {
  const first = boundaries[1]!;
  let drift = 0;
  let origins = '';
  for (let index = 2; index < boundaries.length - 1; index++) {
    const before = boundaries[index - 1]!;
    const next = boundaries[index]! - first - (index - 1) * WEEK_MS;
    if (next === drift) continue;
    // The last hour of a long week is counted from the new origin, or it would be in the next one.
    origins += ` WHEN ${column} < ${Math.min(boundaries[index]!, before + WEEK_MS)} THEN ${first + drift - WEEK_MS}`;
    drift = next;
  }
  const last = first + drift - WEEK_MS;
  const origin = origins === '' ? `${last}` : `CASE${origins} ELSE ${last} END`;
  // In 8 bits, which tells how many groups there can be at the most.
  return `CAST((${column} - ${origin}) // ${WEEK_MS} AS UTINYINT)`;
}
