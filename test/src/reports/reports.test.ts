import { describe, it } from 'node:test';
import { holds } from '../metrics/holds.js';
import { allReportsProperties } from './all-reports-properties.js';
import { lawProperties } from './law-properties.js';
import { reportProperties } from './report-properties.js';

describe('reports, over random conversations', () => {
  for (const [sentence, property] of Object.entries(reportProperties)) it(sentence, () => holds(property, 70));
});

describe('all reports, over random conversations', () => {
  for (const [sentence, property] of Object.entries(allReportsProperties)) it(sentence, () => holds(property, 30));
});

describe('the laws', () => {
  for (const [sentence, property] of Object.entries(lawProperties)) it(sentence, () => holds(property, 60));
});
