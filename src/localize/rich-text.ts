/** A run of a sentence: plain, set strong, or set as code. */
export type TextRun = string | { readonly strong: string } | { readonly code: string };

/** A sentence whose runs are set differently; the language decides where they stand. */
export type RichText = readonly TextRun[];

/** A run set strong. */
export function strong(text: string): TextRun {
  return { strong: text };
}

/** A run set as code. */
export function code(text: string): TextRun {
  return { code: text };
}

/** Template tag: rich`${strong('+3.7 points')} against last week`. */
export function rich(texts: TemplateStringsArray, ...runs: readonly TextRun[]): RichText {
  return texts.flatMap((text, index) => [text, runs[index] ?? '']).filter((run) => run !== '');
}

/** The sentence without its setting, for screen readers and clipboards. */
export function plainText(text: RichText | string): string {
  if (typeof text === 'string') return text;
  return text.map((run) => (typeof run === 'string' ? run : 'strong' in run ? run.strong : run.code)).join('');
}
