import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DefinitionError } from '../../../src/errors.js';
import { parseWeekday, weekStartOf } from '../../../src/time/week-start.js';

describe('parseWeekday', () => {
  it('knows the seven days in any case', () => {
    const days = ['monday', 'Tuesday', 'WEDNESDAY', ' thursday ', 'friday', 'saturday', 'sunday'];
    assert.deepEqual(days.map(parseWeekday), [1, 2, 3, 4, 5, 6, 7]);
  });

  it('refuses anything else, names of an object’s own fields too', () => {
    for (const name of ['', 'mon', 'montag', '1', 'constructor', '__proto__', 'tostring'])
      assert.throws(() => parseWeekday(name), DefinitionError, name);
  });
});

describe('weekStartOf', () => {
  it('is the locale’s first day', () => {
    assert.deepEqual(['de-DE', 'en-US', 'en-GB', 'ar-EG'].map(weekStartOf), [1, 7, 1, 6]);
  });

  it('is Monday where the locale is none', () => {
    assert.deepEqual(['', 'not a locale', '*'].map(weekStartOf), [1, 1, 1]);
  });
});
