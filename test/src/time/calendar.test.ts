import { describe, it } from 'node:test';
import { holds } from '../metrics/holds.js';
import { calendarProperties } from './calendar-properties.js';

describe('the calendar, against an independent one', () => {
  for (const [sentence, property] of Object.entries(calendarProperties)) it(sentence, () => holds(property, 300));
});
