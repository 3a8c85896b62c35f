/** Zones that are asked for again and again, so that they are never new. IANA names. */
export const knownZones = {
  berlin: 'Europe/Berlin',
  newYork: 'America/New_York',
  lordHowe: 'Australia/Lord_Howe',
  kathmandu: 'Asia/Kathmandu',
  tokyo: 'Asia/Tokyo',
} as const;

// A zone can have several names; engines list one of them.
const listedName = (timeZone: string): string => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
const known = new Set(Object.values(knownZones).map(listedName));
const unasked = Intl.supportedValuesOf('timeZone').filter((name) => !known.has(name));

/**
 * The IANA name of a zone that nobody in this process or page has asked for: neither the calendar nor the engine below it
 * can have kept anything of it.
 * @throws where none is left
 */
export function zoneNotAskedBefore(): string {
  const zone = unasked.splice(Math.floor(unasked.length / 2), 1)[0];
  if (zone === undefined) throw new Error('zones: all have been asked for. Ask for fewer in one run.');
  return zone;
}
