/** A number of weeks written as `26w`; null for anything else. */
export function readWeeks(text: string): number | null {
  const weeks = Number(/^(\d{1,4})w$/.exec(text.trim())?.[1] ?? 0);
  return weeks > 0 ? weeks : null;
}
