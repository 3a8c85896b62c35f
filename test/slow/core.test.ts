import { describe, it } from 'node:test';
import { evaluateProperties } from '../src/conversation/evaluate-properties.js';
import { holds } from '../src/metrics/holds.js';
import { allReportsProperties } from '../src/reports/all-reports-properties.js';
import { lawProperties } from '../src/reports/law-properties.js';
import { reportProperties } from '../src/reports/report-properties.js';
import { deliveryProperties } from '../src/store/delivery-properties.js';
import { liveThrough } from '../src/store/long-life.js';
import { storeProperties } from '../src/store/store-properties.js';
import { calendarProperties } from '../src/time/calendar-properties.js';

const suites = [
  ['the calendar', calendarProperties, 10_000],
  ['evaluate', evaluateProperties, 20_000],
  ['the store', storeProperties, 2_000],
  ['deliveries', deliveryProperties, 2_000],
  ['reports', reportProperties, 2_000],
  ['all reports', allReportsProperties, 1_000],
  ['the laws', lawProperties, 3_000],
] as const;

for (const [subject, properties, runs] of suites) {
  describe(`${subject}, over many random conversations`, () => {
    for (const [sentence, property] of Object.entries(properties)) it(sentence, () => holds(property, runs));
  });
}

describe('a store', () => {
  it('says what the second opinion says through 10,000 random steps', () => liveThrough(10_000));
  it('says it of many channels through 3,000', () => liveThrough(3_000, 'many'));
});
