/** As much of an engine's own `Temporal` as is used. */
interface ZonedInstant {
  readonly epochMilliseconds: number;
  readonly offsetNanoseconds: number;
  /** The next change of the zone's clock, or the one before; null where there is none. */
  getTimeZoneTransition(direction: 'next' | 'previous'): ZonedInstant | null;
}

interface EngineTemporal {
  readonly Instant: {
    fromEpochMilliseconds(instant: number): { toZonedDateTimeISO(timeZone: string): ZonedInstant };
  };
  readonly ZonedDateTime: { readonly prototype: Partial<ZonedInstant> };
}

/** A stretch of time in which a zone's clock does not change: instants, half-open, and how far it is ahead of UTC, ms. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

const NS_PER_MS = 1_000_000;
/** Stretches that are kept: more than 27 years have. */
const MOST_KNOWN = 128;

/**
 * How far a zone's clock is ahead of UTC, ms, by the engine's own Temporal, which tells when a clock changes instead of having
 * to be asked at each instant; null where the engine has none or does not know the zone.
 * @param name IANA name
 */
export function temporalClock(name: string): ((instant: number) => number) | null {
  const temporal = engineTemporal();
  // What begins otherwise Temporal may read as an offset or as a date with a zone.
  if (temporal === null || !/^[A-Za-z]/.test(name)) return null;
  const at = (instant: number): ZonedInstant =>
    temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(name);
  try {
    at(0);
  } catch {
    return null;
  }
  const known: Stretch[] = [];
  let last: Stretch = { from: 0, to: 0, offset: 0 };
  return (instant) => {
    if (instant >= last.from && instant < last.to) return last.offset;
    const held = known.find(({ from, to }) => instant >= from && instant < to);
    last = held ?? stretchAround(instant, at);
    if (held === undefined) {
      if (known.length === MOST_KNOWN) known.length = 0;
      known.push(last);
    }
    return last.offset;
  };
}

function stretchAround(instant: number, at: (instant: number) => ZonedInstant): Stretch {
  const shown = at(instant);
  return {
    from: at(instant + 1).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity,
    to: shown.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    offset: shown.offsetNanoseconds / NS_PER_MS,
  };
}

/** A polyfill has to ask at each instant as well, and some guess in between. */
function engineTemporal(): EngineTemporal | null {
  const { Temporal: temporal } = globalThis as { Temporal?: EngineTemporal };
  const transition = temporal?.ZonedDateTime.prototype.getTimeZoneTransition;
  return typeof transition === 'function' && String(transition).includes('[native code]') ? temporal! : null;
}
