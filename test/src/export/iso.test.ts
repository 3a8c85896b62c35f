import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isoDayIn, isoIn } from '../../../src/export/iso.js';
import { zoneOf } from '../../../src/time/zone.js';

describe('an instant in ISO 8601', () => {
  it('has the offset of its zone, in summer and in winter, east and west', () => {
    const cases = [
      ['Europe/Berlin', '2026-03-13T10:20:00+01:00'],
      ['Europe/Berlin', '2026-07-13T10:20:00+02:00'],
      ['Asia/Kathmandu', '2026-03-13T10:20:00+05:45'],
      ['America/St_Johns', '2026-03-13T23:59:59-02:30'],
      ['UTC', '2026-03-13T10:20:00.001+00:00'],
    ] as const;
    for (const [zone, text] of cases) assert.equal(isoIn(zoneOf(zone), Date.parse(text)), text);
  });

  it('has the civil date of its zone', () => {
    assert.equal(isoDayIn(zoneOf('Pacific/Auckland'), Date.parse('2026-03-13T12:00:00Z')), '2026-03-14');
  });
});
