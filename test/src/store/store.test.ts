import { describe, it } from 'node:test';
import { holds } from '../metrics/holds.js';
import { deliveryProperties } from './delivery-properties.js';
import { liveThrough } from './long-life.js';
import { storeProperties } from './store-properties.js';

describe('the store, over random conversations', () => {
  for (const [sentence, property] of Object.entries(storeProperties)) it(sentence, () => holds(property, 50));
});

describe('deliveries between stores, over random conversations', () => {
  for (const [sentence, property] of Object.entries(deliveryProperties)) it(sentence, () => holds(property, 50));
});

describe('a store', () => {
  it('says what the second opinion says through 800 random steps', () => liveThrough(800));
  it('says it of many channels through 300', () => liveThrough(300, 'many'));
});
