/** A piece of a large figure. Units are set smaller than numbers; the order is the locale's own. */
export interface FigurePart {
  readonly kind: 'number' | 'unit';
  /** With the space before it, so that the parts in a row are the whole text. */
  readonly text: string;
}

/** The pieces Intl writes a value in, gathered into numbers and units. */
export function figureParts(parts: readonly Intl.NumberFormatPart[]): readonly FigurePart[] {
  const gathered: { kind: FigurePart['kind']; text: string }[] = [];
  let between = '';
  for (const part of parts) {
    if (part.type === 'literal') {
      between += part.value;
      continue;
    }
    const kind = part.type === 'unit' || part.type === 'percentSign' ? 'unit' : 'number';
    const text = between + signed(part);
    between = '';
    const last = gathered.at(-1);
    if (last?.kind === kind) last.text += text;
    else gathered.push({ kind, text });
  }
  const last = gathered.at(-1);
  if (last !== undefined) last.text += between;
  return gathered;
}

/** The text of a part with a real minus (U+2212) in place of a hyphen. */
export function signed(part: Intl.NumberFormatPart): string {
  return part.type === 'minusSign' ? part.value.replace('-', '\u2212') : part.value;
}
