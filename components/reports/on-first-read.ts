/**
 * Makes a value when it is first asked for, and keeps it. Most words about the points of a chart, and most tables, are never
 * read; to write them all takes longer than to draw the chart.
 */
export function onFirstRead<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
