import { describeValue } from '../conversation/door.js';
import { AdapterError } from '../errors.js';

/** Answers that are remembered; a page retries the last few. */
const REMEMBERED = 1_000;

interface Remembered {
  /** Of the command, as text. */
  readonly command: string;
  readonly answer: unknown;
}

/** What writes were answered, by idempotency key: a retry after a lost answer hears the first one and changes nothing again. */
export class AnswersByKey {
  readonly #answers = new Map<string, Remembered>();

  /**
   * Writes, unless this key was heard before. What failed is not remembered.
   * @throws {AdapterError} `conflict` for a key that another command came with
   */
  once<Answer>(key: string | undefined, command: unknown, write: () => Answer): Answer {
    if (key === undefined) return write();
    const text = JSON.stringify(command);
    const known = this.#answers.get(key);
    if (known === undefined) return this.#remember(key, { command: text, answer: write() }) as Answer;
    if (known.command === text) return known.answer as Answer;
    const message = `The idempotency key ${describeValue(key)} belongs to another write. Take a new one.`;
    throw new AdapterError('conflict', message);
  }

  #remember(key: string, remembered: Remembered): unknown {
    this.#answers.set(key, remembered);
    if (this.#answers.size > REMEMBERED) this.#answers.delete(this.#answers.keys().next().value!);
    return remembered.answer;
  }
}
