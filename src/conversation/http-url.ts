/** An address of a source as it may be linked to: only `http(s)`; null for every other, such as `javascript:`. */
export function httpUrl(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  try {
    const { protocol, href } = new URL(text);
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null;
  }
}
