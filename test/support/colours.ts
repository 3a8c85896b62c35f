import { expect } from '@open-wc/testing';
import type * as checker from 'axe-core';

/** The checker's own, which is there once it was asked for the first time. */
declare const axe: typeof checker;

/**
 * Asserts that a page which was found accessible is so in other colours too: what does not depend on these is not looked
 * at again.
 */
export async function isAccessibleInItsColours(page: Element): Promise<void> {
  const ofColours = new Set(axe.getRules(['cat.color']).map(({ ruleId }) => ruleId));
  const others = axe.getRules().flatMap(({ ruleId }) => (ofColours.has(ruleId) ? [] : [ruleId]));
  expect(ofColours).to.include('color-contrast');
  await expect(page).to.be.accessible({ ignoredRules: others });
}
