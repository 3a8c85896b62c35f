import { describe, it } from 'node:test';
import { holds } from '../metrics/holds.js';
import { evaluateProperties } from './evaluate-properties.js';

describe('evaluate, over random conversations', () => {
  for (const [sentence, property] of Object.entries(evaluateProperties)) it(sentence, () => holds(property, 200));
});
