/** Names by number, null for numbers that are free, what a reader calls each, and how many rows use it. */
export interface DictionaryParts {
  readonly names: readonly (string | null)[];
  readonly labels: readonly (string | null)[];
  readonly uses: readonly number[];
}

/** Names that repeat, as small numbers. A name that no row uses any more is forgotten, and its number is used again. */
export class Dictionary {
  readonly #numbers = new Map<string, number>();
  readonly #names: (string | undefined)[] = [];
  readonly #labels: (string | null)[] = [];
  readonly #uses: number[] = [];
  readonly #free: number[] = [];

  /**
   * The number of a name, which one more row uses from now on.
   * @param label what a reader calls it; the last one that was told stands, null tells none
   */
  take(name: string, label: string | null = null): number {
    const number = this.#numbers.get(name) ?? this.#add(name);
    if (label !== null) this.#labels[number] = label;
    this.#uses[number]! += 1;
    return number;
  }

  /** One row less uses a number that {@link take} gave. */
  release(number: number): void {
    this.#uses[number]! -= 1;
    if (this.#uses[number]! > 0) return;
    this.#numbers.delete(this.nameOf(number));
    this.#names[number] = undefined;
    this.#labels[number] = null;
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

  /** What a reader calls a number that {@link take} gave; null where nobody told. */
  labelOf(number: number): string | null {
    return this.#labels[number] ?? null;
  }

  /** Everything in it, for handing it over. */
  get parts(): DictionaryParts {
    return { names: this.#names.map((name) => name ?? null), labels: this.#labels, uses: this.#uses };
  }

  static of({ names, labels, uses }: DictionaryParts): Dictionary {
    const dictionary = new Dictionary();
    names.forEach((name, number) => {
      dictionary.#names.push(name ?? undefined);
      dictionary.#labels.push(labels[number] ?? null);
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
    this.#labels[number] = null;
    this.#uses[number] = 0;
    return number;
  }
}
