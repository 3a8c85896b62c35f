const said = new Set<string>();

/** Says a mistake of the page on the console, prefixed with the tag, and never twice. */
export function warnOnce(element: Element, message: string): void {
  const text = `<${element.localName}>: ${message}`;
  if (said.has(text)) return;
  said.add(text);
  console.warn(text);
}
