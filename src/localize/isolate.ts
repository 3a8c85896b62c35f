/** Text of a direction that is not known, such as a name or a visitor's words, kept from turning what stands around it. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** The same for what is written from left to right in every language: ids, zones, names of files. */
export function isolatedLeftToRight(text: string): string {
  return `\u2066${text}\u2069`;
}
