import { DataError } from '../errors.js';
import { parseInstant } from './instant.js';

const POLLUTING_KEYS = ['__proto__', 'constructor', 'prototype'];

/** Characters of a refused value that are shown. */
const SHOWN = 80;
/** Writing out a bigint takes the square of its digits in time. */
const LONGEST_BIGINT = 10n ** 40n;

/** Short text of any value for an error message; never walks into it, and never throws. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'string': {
      const quoted = JSON.stringify(value.slice(0, SHOWN)); // Escapes can make it six times as long.
      const isWhole = value.length <= SHOWN && quoted.length <= SHOWN + 2;
      return isWhole ? quoted : `${quoted.slice(0, SHOWN + 1)}"… (${value.length} characters)`;
    }
    case 'bigint':
      return value > -LONGEST_BIGINT && value < LONGEST_BIGINT ? `${value}n` : 'a bigint of many digits';
    case 'symbol':
      return shorten(`Symbol(${value.description?.slice(0, SHOWN) ?? ''})`);
    case 'function':
      return 'a function';
    case 'object':
      return value === null ? 'null' : describeObject(value);
    default:
      return String(value);
  }
}

function describeObject(value: object): string {
  try {
    return Array.isArray(value) ? `an array of ${value.length}` : 'an object';
  } catch {
    return 'an object that cannot be read'; // A revoked proxy, or one whose length throws.
  }
}

/** Why reading something failed, as short text. What was thrown is as untrusted as what was read. */
export function reasonOf(error: unknown): string {
  try {
    return error instanceof Error ? shorten(String(error.message).replaceAll('. ', ', ')) : describeValue(error);
  } catch {
    return 'unknown';
  }
}

function shorten(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}

/** Checks the fields of one untrusted record and refuses by name: record, field, value, way out. */
export class Door {
  /** Known once the record's id has been read. */
  id: string | undefined;
  /** What {@link refuse} threw; null while it has let everything through. */
  refusal: DataError | null = null;
  // Where inside the record the door stands. It is put into words only where something is refused.
  #list: string | undefined;
  #index = 0;
  #innerList: string | undefined;
  #innerIndex = 0;

  /** @param what the kind of record in messages, for example `conversation` */
  constructor(private readonly what: string) {}

  /** Fields checked from now on belong to this entry of this list; without arguments to the record itself. */
  enter(list?: string, index = 0): void {
    this.#list = list;
    this.#index = index;
    this.#innerList = undefined;
  }

  /** The same for a list inside the entry that the door stands in; without arguments they belong to that entry again. */
  enterInner(list?: string, index = 0): void {
    this.#innerList = list;
    this.#innerIndex = index;
  }

  /** For example `events[3].sources[1].`; empty at the top. */
  get #path(): string {
    const outer = this.#list === undefined ? '' : `${this.#list}[${this.#index}].`;
    return this.#innerList === undefined ? outer : `${outer}${this.#innerList}[${this.#innerIndex}].`;
  }

  /** Throws the DataError that names the field. `reason` says what was expected and the way out. */
  refuse(field: string, value: unknown, reason: string): never {
    const path = (this.#path + field).replace(/\.$/, '');
    const shown = describeValue(value);
    const whose = this.id === undefined ? `${this.what} without an id` : `${this.what} ${describeValue(this.id)}`;
    const where = path === '' ? whose : `${whose}, ${path}`;
    const message = `${where}: ${splice(reason, shown)}`;
    this.refusal = new DataError({
      ...(this.id === undefined ? {} : { id: this.id }),
      field: path,
      value: shown,
      message,
    });
    throw this.refusal;
  }

  object(value: unknown, field: string): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.refuse(field, value, 'expected an object. Hand over one object');
    }
    for (const key of POLLUTING_KEYS) {
      if (Object.hasOwn(value, key)) {
        this.refuse(
          field === '' ? key : `${field}.${key}`,
          (value as Record<string, unknown>)[key],
          'no record may carry this key. Leave it out',
        );
      }
    }
    return value as Record<string, unknown>;
  }

  list(value: unknown, field: string, most: number): readonly unknown[] {
    if (!Array.isArray(value)) this.refuse(field, value, 'expected an array. Hand over [] where there is none');
    if (value.length > most) this.refuse(field, value, `expected at most ${most} entries. Hand over the latest ones`);
    return value;
  }

  /** A text that must be there and not be empty. */
  text(value: unknown, field: string, most: number): string {
    const text = this.optionalText(value, field, most);
    if (text === null || text === '')
      this.refuse(field, value, 'expected a text that is not empty. Fill it in your adapter');
    return text;
  }

  optionalText(value: unknown, field: string, most: number): string | null {
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string') this.refuse(field, value, 'expected a text. Turn it into a string in your adapter');
    if (value.length > most)
      this.refuse(field, value, `expected at most ${most} characters. Shorten it or leave it out`);
    return value;
  }

  optionalBoolean(value: unknown, field: string): boolean | null {
    if (value === undefined || value === null) return null;
    if (typeof value !== 'boolean')
      this.refuse(field, value, 'expected true or false. Turn it into a boolean in your adapter');
    return value;
  }

  oneOf<T extends string>(value: unknown, field: string, allowed: readonly T[]): T {
    if (!allowed.includes(value as T))
      this.refuse(field, value, `expected one of ${allowed.join(', ')}. Map it in your adapter`);
    return value as T;
  }

  instant(value: unknown, field: string): number {
    const instant = parseInstant(value);
    if (typeof instant === 'string') this.refuse(field, value, instant);
    return instant;
  }

  optionalInstant(value: unknown, field: string): number | null {
    return value === undefined || value === null ? null : this.instant(value, field);
  }
}

/** "expected X. Way out" and the value become "expected X, got V. Way out." */
function splice(reason: string, shown: string): string {
  const [expected, ...wayOut] = reason.split('. ');
  return [`${expected}, got ${shown}`, ...wayOut].join('. ') + '.';
}
