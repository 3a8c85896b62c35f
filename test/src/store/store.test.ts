import { describe, it } from 'node:test';
import { holds } from '../metrics/holds.js';
import { storeProperties } from './store-properties.js';

describe('the store, over random conversations', () => {
  for (const [sentence, property] of Object.entries(storeProperties)) it(sentence, () => holds(property, 200));
});
