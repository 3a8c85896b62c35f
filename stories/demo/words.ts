import type { Language } from './settings.js';
import { german } from './words-de.js';
import { english, type Words } from './words-en.js';

/** The help desk's texts in one language. */
export function wordsIn(language: Language): Words {
  return language === 'de' ? german : english;
}

/** A text with its `{places}` filled. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, key: string) => values[key] ?? place);
}

/** Puts the texts into every element under `root` that asks for one by `data-word`, `data-word-label` or `data-word-placeholder`. */
export function applyWords(root: ParentNode, words: Words): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-word], [data-word-label], [data-word-placeholder]')) {
    const { word, wordLabel, wordPlaceholder } = element.dataset;
    if (word !== undefined) element.textContent = wordFor(words, word);
    if (wordLabel !== undefined) element.setAttribute('aria-label', wordFor(words, wordLabel));
    if (wordPlaceholder !== undefined) element.setAttribute('placeholder', wordFor(words, wordPlaceholder));
  }
}

function wordFor(words: Words, key: string): string {
  if (!(key in words)) throw new Error(`The help desk has no word "${key}". Add it to words.ts.`);
  return words[key as keyof Words];
}
