import type { Zone } from '../time/zone.js';

const MINUTE_MS = 60_000;

/** An instant (epoch ms) as ISO 8601 with the zone's offset, such as `2026-03-13T10:20:00+01:00`; milliseconds where there are some. */
export function isoIn(zone: Zone, at: number): string {
  const offset = zone.offsetAt(at);
  const wall = new Date(at + offset).toISOString().replace('.000Z', 'Z').slice(0, -1);
  const minutes = Math.round(Math.abs(offset) / MINUTE_MS);
  return `${wall}${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** The civil date of an instant in a zone, such as `2026-03-13`. */
export function isoDayIn(zone: Zone, at: number): string {
  return isoIn(zone, at).split('T', 1)[0]!;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
