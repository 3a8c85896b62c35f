import type { Language } from './settings.js';
import { arabic } from './words-ar.js';
import { german } from './words-de.js';
import { english, type Words } from './words-en.js';

const words: Readonly<Record<Language, Words>> = { en: english, de: german, ar: arabic };

/** The help desk's texts in one language. */
export function wordsIn(language: Language): Words {
  return words[language];
}

/** A text with its `{places}` filled. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, key: string) => values[key] ?? place);
}

/** Puts the texts into every element under `root` that asks for one by `data-word`, `data-word-label` or `data-word-placeholder`. */
export function applyWords(root: ParentNode, spoken: Words): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-word], [data-word-label], [data-word-placeholder]')) {
    const { word, wordLabel, wordPlaceholder } = element.dataset;
    if (word !== undefined) element.textContent = wordFor(spoken, word);
    if (wordLabel !== undefined) element.setAttribute('aria-label', wordFor(spoken, wordLabel));
    if (wordPlaceholder !== undefined) element.setAttribute('placeholder', wordFor(spoken, wordPlaceholder));
  }
}

function wordFor(spoken: Words, key: string): string {
  if (!(key in spoken)) throw new Error(`The help desk has no word "${key}". Add it to words.ts.`);
  return spoken[key as keyof Words];
}
