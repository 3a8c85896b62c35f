import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { german } from '../../stories/demo/words-de.js';
import { english } from '../../stories/demo/words-en.js';

const folder = new URL('../../stories/demo/', import.meta.url);
const page = readFileSync(new URL('index.html', folder), 'utf8');

describe("the help desk's words", () => {
  it('are there for every place of the page', () => {
    const known = new Set<string | undefined>(Object.keys(english));
    const asked = [...page.matchAll(/data-word(?:-label|-placeholder)?="(\w+)"/g)].map(([, key]) => key);
    assert.ok(asked.length > 20);
    assert.deepEqual(
      asked.filter((key) => !known.has(key)),
      [],
    );
  });

  it('are each used somewhere', () => {
    const sources = readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.startsWith('words-'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'));
    const everything = [page, ...sources].join('\n');
    assert.deepEqual(
      Object.keys(english).filter((key) => !new RegExp(`\\b${key}\\b`).test(everything)),
      [],
    );
  });

  it('have the same places to fill in both languages', () => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
    for (const [key, text] of Object.entries(english)) {
      assert.deepEqual(places(german[key as keyof typeof english]), places(text), key);
    }
  });
});

describe("the help desk's page", () => {
  it('has no script, style or handler written into it', () => {
    assert.doesNotMatch(page, /\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)/);
  });
});
