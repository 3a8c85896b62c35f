import { DefinitionError } from '../errors.js';

const SECOND_MS = 1_000;

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
    const clock = clockOf(name);
    zone = { name, offsetAt: (instant) => readOffset(clock, instant) };
    zones.set(name, zone);
  }
  return zone;
}

function clockOf(name: string): Intl.DateTimeFormat {
  if (typeof name !== 'string' || name === '') throw unknownZone(name);
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
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
