import { expect } from '@open-wc/testing';
import { temporalClock } from '../../../src/time/temporal-clock.js';

const DAY_MS = 86_400_000;
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Boa_Vista',
  'Africa/Casablanca',
  'Africa/Monrovia',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
];

describe('a clock by Temporal', () => {
  before(function () {
    if (!('Temporal' in globalThis)) this.skip();
  });

  it('shows what Intl shows, in any order of instants', () => {
    for (const timeZone of zones) {
      const clock = temporalClock(timeZone)!;
      const intl = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
      for (let n = 0; n < 2_000; n++) {
        const instant = (((n * 7_919) % 30_000) * DAY_MS) / 1.5 + n * 60_000;
        const shown = Date.parse(`${intl.format(instant).replace(' ', 'T')}Z`);
        if (clock(instant) !== shown - instant) expect.fail(`${timeZone}, ${instant}: ${clock(instant)}`);
      }
    }
  });

  it('changes at the instant that the zone does', () => {
    const clock = temporalClock('Europe/Berlin')!;
    const change = Date.UTC(2026, 2, 29, 1);
    expect([change - 1, change - 0.5, change].map(clock)).to.deep.equal([3_600_000, 3_600_000, 7_200_000]);
  });

  it('is left to Intl where a name is no zone by its name', () => {
    for (const name of ['+01:00', 'Mars/Olympus', '2026-01-01T00:00[Europe/Berlin]', ''])
      expect(temporalClock(name)).to.equal(null);
  });
});
