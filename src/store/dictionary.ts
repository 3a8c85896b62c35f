/** Names by number, null for numbers that are free, and how many rows use each. */
export interface DictionaryParts {
  readonly names: readonly (string | null)[];
  readonly uses: readonly number[];
}

/** Names that repeat, as small numbers. A name that no row uses any more is forgotten, and its number is used again. */
export class Dictionary {
  readonly #numbers = new Map<string, number>();
  readonly #names: (string | undefined)[] = [];
  readonly #uses: number[] = [];
  readonly #free: number[] = [];

  /** The number of a name, which one more row uses from now on. */
  take(name: string): number {
    const number = this.#numbers.get(name) ?? this.#add(name);
    this.#uses[number]! += 1;
    return number;
  }

  /** One row less uses a number that {@link take} gave. */
  release(number: number): void {
    this.#uses[number]! -= 1;
    if (this.#uses[number]! > 0) return;
    this.#numbers.delete(this.nameOf(number));
    this.#names[number] = undefined;
    this.#free.push(number);
  }

  /** The number of a name in use; undefined for any other. */
  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  /** The name of a number that {@link take} gave. */
  nameOf(number: number): string {
    return this.#names[number]!;
  }

  /** Everything in it, for handing it over. */
  get parts(): DictionaryParts {
    return { names: this.#names.map((name) => name ?? null), uses: this.#uses };
  }

  static of({ names, uses }: DictionaryParts): Dictionary {
    const dictionary = new Dictionary();
    names.forEach((name, number) => {
      dictionary.#names.push(name ?? undefined);
      dictionary.#uses.push(uses[number]!);
      if (name === null) dictionary.#free.push(number);
      else dictionary.#numbers.set(name, number);
    });
    return dictionary;
  }

  #add(name: string): number {
    const number = this.#free.pop() ?? this.#names.length;
    this.#numbers.set(name, number);
    this.#names[number] = name;
    this.#uses[number] = 0;
    return number;
  }
}
