import type { ListState } from '../../src/feed/list-state.js';

/** A list that can be asked for more. */
interface MoreList<List> {
  readonly state: List;
  more(): void;
  retry(): void;
}

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

  /** Asks for the next page, or for the one that did not come, and says how many entries came. */
  more(list: MoreList<List>, words: (amount: number) => string): void {
    const { entries, error } = list.state;
    this.expect((then) => words(Math.max(0, then.entries.length - entries.length)));
    if (error === null) list.more();
    else list.retry();
  }

  /** To be told of the list at each update. */
  hear(list: List, words: { readonly failed: string; readonly failedMore: string }): void {
    if (this.#then === null || list.phase === 'waiting' || list.phase === 'more') return;
    const then = this.#then;
    this.#then = null;
    if (list.error === null) this.#say(then(list));
    else this.#say(list.phase === 'failed' || list.isStale ? words.failed : words.failedMore);
  }
}
