import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DefinitionError } from '../../../src/errors.js';
import { zoneOf } from '../../../src/time/zone.js';

const MINUTE_MS = 60_000;

describe('zoneOf', () => {
  const table = [
    ['UTC', '2026-01-01T00:00:00Z', 0],
    ['Europe/Berlin', '2026-03-29T00:59:59.999Z', 60],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 120],
    ['Australia/Lord_Howe', '2026-01-01T00:00:00Z', 660],
    ['Australia/Lord_Howe', '2026-06-01T00:00:00Z', 630],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', 345],
    ['Asia/Kathmandu', '1985-12-31T00:00:00Z', 330],
    ['Pacific/Apia', '2011-12-30T09:59:59.999Z', -600],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', 840],
    ['Africa/Casablanca', '2026-02-20T00:00:00Z', 0],
    ['Africa/Casablanca', '2026-04-01T00:00:00Z', 60],
  ] as const;
  for (const [name, at, minutes] of table) {
    it(`is ${minutes} minutes ahead in ${name} at ${at}`, () => {
      assert.equal(zoneOf(name).offsetAt(Date.parse(at)), minutes * MINUTE_MS);
    });
  }

  it('knows offsets of seconds from before zones were standardised', () => {
    assert.equal(zoneOf('Africa/Monrovia').offsetAt(Date.UTC(1971, 0)), -(44 * 60 + 30) * 1000);
  });

  const restless = [
    ['America/Boa_Vista', Date.UTC(2000, 8, 20)],
    ['Africa/Casablanca', Date.UTC(2026, 1, 1)],
    ['Australia/Lord_Howe', Date.UTC(2026, 2, 20)],
    ['Pacific/Apia', Date.UTC(2011, 11, 15)],
    ['Asia/Gaza', Date.UTC(2040, 9, 1)],
    ['Africa/Freetown', Date.UTC(1939, 7, 20)],
    ['America/New_York', Date.UTC(1969, 11, 1)],
  ] as const;
  for (const [name, from] of restless) {
    it(`says for each hour of two months what the engine says of ${name}`, () => {
      const clock = new Intl.DateTimeFormat('sv', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' });
      for (let hour = 0; hour < 61 * 24; hour++) {
        const instant = from + hour * 60 * MINUTE_MS;
        const shown = Date.parse(`${clock.format(instant).replace(' ', 'T')}Z`);
        assert.equal(zoneOf(name).offsetAt(instant), shown - instant, new Date(instant).toISOString());
      }
    });
  }

  it('refuses what is no zone, naming it', () => {
    for (const name of ['Mars/Olympus', '', ' ', undefined, null, 5, {}]) {
      assert.throws(
        () => zoneOf(name as string),
        (error) => error instanceof DefinitionError && error.message.includes(`${JSON.stringify(name)}`),
      );
    }
  });
});
