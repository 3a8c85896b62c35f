import { parseKeptGaps, type KeptGaps } from '../gaps/desk-state.js';

/** The part of a browser's storage that is used. */
interface Storage {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
}

/**
 * What was written, kept in the browser over a reload. Where there is no storage, or it is full or refused, the page goes on
 * without; what somebody else left there is not read.
 */
export class GapKeeper {
  readonly #name: string;

  /** @param name tells one desk from another */
  constructor(name: string) {
    this.#name = `deskglass.gaps/1.${name}`;
  }

  read(): KeptGaps | null {
    try {
      const text = storage()?.getItem(this.#name) ?? null;
      return text === null ? null : parseKeptGaps(JSON.parse(text));
    } catch {
      return null;
    }
  }

  keep(state: KeptGaps): void {
    try {
      storage()?.setItem(this.#name, JSON.stringify(state));
    } catch {
      // Full or refused: what was written lasts as long as the page.
    }
  }
}

function storage(): Storage | undefined {
  return (globalThis as { readonly localStorage?: Storage }).localStorage;
}
