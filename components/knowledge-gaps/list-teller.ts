import type { ListState } from '../../src/feed/paged-list.js';

/** Says once what came of what a list was asked for, when the answer has come. */
export class ListTeller<List extends ListState<unknown>> {
  readonly #say: (text: string) => void;
  #then: ((list: List) => string) | null = null;

  constructor(say: (text: string) => void) {
    this.#say = say;
  }

  /** @param words for what came; what failed is said in words of its own */
  expect(words: (list: List) => string): void {
    this.#then = words;
  }

  /** To be told of the list at each update. */
  hear(list: List, words: { readonly failed: string; readonly failedMore: string }): void {
    if (this.#then === null || list.phase === 'waiting' || list.phase === 'more') return;
    const then = this.#then;
    this.#then = null;
    if (list.error === null) this.#say(then(list));
    else this.#say(list.phase === 'failed' ? words.failed : words.failedMore);
  }
}
