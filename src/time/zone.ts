import { DefinitionError } from '../errors.js';
import { temporalClock } from './temporal-clock.js';

const SECOND_MS = 1_000;
/**
 * No zone of the tz database has left an offset and come back to it in less time since 1970; the shortest was a week, in Brazil
 * in 2000. What is the same at both ends of such a step is the same all through it.
 */
const STEP_MS = 6 * 86_400_000;
/** Steps whose ends are kept: more than the days of 27 years take. */
const MOST_KNOWN = 4_096;

/** A zone's wall clock: how far it is ahead of UTC at an instant. */
export interface Zone {
  /** IANA name as it was given. */
  readonly name: string;
  /** Milliseconds the wall clock is ahead of UTC at an instant; negative west of Greenwich. */
  offsetAt(instant: number): number;
}

const zones = new Map<string, Zone>();

/**
 * The zone of an IANA name.
 * @throws {DefinitionError} where the engine does not know it
 */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (zone === undefined) {
    if (typeof name !== 'string' || name === '') throw unknownZone(name);
    zone = { name, offsetAt: temporalClock(name) ?? intlClock(name) };
    zones.set(name, zone);
  }
  return zone;
}

/** The same offsets, asked for at the ends of a step where that is enough: to ask the engine takes long. */
function inSteps(offsetAt: Zone['offsetAt']): Zone['offsetAt'] {
  const known = new Map<number, number>();
  const atStart = (step: number): number => {
    let offset = known.get(step);
    if (offset === undefined) {
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(step, (offset = offsetAt(step * STEP_MS)));
    }
    return offset;
  };
  return (instant) => {
    const step = Math.floor(instant / STEP_MS);
    if (!(step >= 0)) return offsetAt(instant);
    const offset = atStart(step);
    return atStart(step + 1) === offset ? offset : offsetAt(instant);
  };
}

function intlClock(name: string): Zone['offsetAt'] {
  try {
    const clock = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    return inSteps((instant) => readOffset(clock, instant));
  } catch {
    throw unknownZone(name);
  }
}

function unknownZone(name: unknown): DefinitionError {
  return new DefinitionError(`timeZone: expected an IANA name such as "Europe/Berlin", got ${JSON.stringify(name)}.`);
}

/** Intl writes the offset as `GMT`, `GMT+05:45` or, before zones were standardised, `GMT-00:43:08`. */
function readOffset(clock: Intl.DateTimeFormat, instant: number): number {
  const match = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(clock.format(instant));
  if (match?.[1] === undefined) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return (match[1] === '-' ? -seconds : seconds) * SECOND_MS;
}
