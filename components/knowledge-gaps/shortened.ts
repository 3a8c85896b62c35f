/** The beginning of a text, cut between characters and never inside one. */
export function cutAt(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/** The same with an ellipsis where something is left out. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${cutAt(text, length)}…`;
}
