/** Names that repeat, as small numbers in order of first use. */
export class Dictionary {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  /** The number of a name; a new one for a name not seen before. */
  numberOf(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#names.length;
      this.#numbers.set(name, number);
      this.#names.push(name);
    }
    return number;
  }

  /** The number of a name seen before; undefined for any other. */
  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  /** The name of a number that {@link numberOf} gave. */
  nameOf(number: number): string {
    return this.#names[number]!;
  }
}
