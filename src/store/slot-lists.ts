import { grown } from './grown.js';

const FIRST_KINDS = 64;
const FIRST_SLOTS = 512;
/** Choices of slots whose lists are kept. */
const MOST_CHOICES = 16;

/** The slots that items of each kind count into, one list behind the other: a scan reads two columns and no objects. */
export class SlotLists {
  /** Where the list of a kind begins, by kind; it ends where the next one begins. */
  starts = new Uint32Array(FIRST_KINDS);
  slots = new Uint16Array(FIRST_SLOTS);
  #kinds = 0;
  readonly #choices = new Map<string, SlotLists>();

  /** Lists of kinds 0, 1, 2 … */
  static of(lists: Iterable<ArrayLike<number>>): SlotLists {
    const all = new SlotLists();
    for (const list of lists) all.add(list);
    return all;
  }

  /** How many kinds there are. */
  get kinds(): number {
    return this.#kinds;
  }

  /** Adds the next kind. */
  add(list: ArrayLike<number>): void {
    this.#choices.clear();
    const start = this.starts[this.#kinds]!;
    const end = start + list.length;
    while (this.slots.length < end) this.slots = grown(this.slots, new Uint16Array(this.slots.length * 2));
    this.slots.set(list, start);
    this.#kinds += 1;
    if (this.#kinds === this.starts.length) this.starts = grown(this.starts, new Uint32Array(this.starts.length * 2));
    this.starts[this.#kinds] = end;
  }

  /** The lists without all slots but these, each of which is its place among them. */
  choose(slots: readonly number[]): SlotLists {
    const key = slots.join();
    let lists = this.#choices.get(key);
    if (lists !== undefined) return lists;
    if (this.#choices.size === MOST_CHOICES) this.#choices.clear();
    const places: number[] = [];
    slots.forEach((slot, place) => (places[slot] = place));
    lists = new SlotLists();
    for (let kind = 0; kind < this.#kinds; kind++) {
      const chosen: number[] = [];
      for (let index = this.starts[kind]!; index < this.starts[kind + 1]!; index++) {
        const place = places[this.slots[index]!];
        if (place !== undefined) chosen.push(place);
      }
      lists.add(chosen);
    }
    this.#choices.set(key, lists);
    return lists;
  }

  /** The slots of a kind. */
  of(kind: number): Uint16Array {
    return this.slots.subarray(this.starts[kind]!, this.starts[kind + 1]!);
  }
}
