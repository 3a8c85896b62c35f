import { NOBODY } from './close.js';

/** Numbers for the teammates of one conversation that is judged on its own, from 1 in the order they are asked for. */
export class TeammateNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #ids: string[] = [];

  /** The number of an id, the same each time. */
  readonly of = (id: string): number => {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    this.#ids.push(id);
    this.#numbers.set(id, this.#ids.length);
    return this.#ids.length;
  };

  /** The id of a number that {@link of} gave; null for nobody. */
  idOf(number: number): string | null {
    return number === NOBODY ? null : this.#ids[number - 1]!;
  }
}
