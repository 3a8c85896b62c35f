/** The names of a comma list, such as `chat,email`. `%2C` is a comma inside a name, `%25` a percent sign. */
export function readChannels(text: string): readonly string[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts.filter((part) => part !== '').map((part) => part.replaceAll(/(?:%[0-9a-f]{2})+/gi, decoded));
}

/** Names as a comma list that {@link readChannels} reads. */
export function writeChannels(channels: readonly string[]): string {
  return channels.map((name) => wellFormed(name).replaceAll(/[%,]|^\s+|\s+$/g, encodeURIComponent)).join(',');
}

/** Half a character can be in no address. */
function wellFormed(name: string): string {
  return name.replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** What is escaped wrongly stands as it is written. */
function decoded(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}
