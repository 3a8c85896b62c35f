import { expect } from '@open-wc/testing';
import { allInside, cellsOf, type KitElement } from './kit-page.js';
import type { NaiveCard } from './naive-cards.js';
import { says } from './recount.js';

const textOf = (element: HTMLElement): string => element.innerText.replaceAll(/\s+/g, ' ').trim();

/** What stands over the picture, and what of the picture is text. */
export function cardSays(report: KitElement, { headline, picture }: NaiveCard): void {
  const over = allInside(report, '.figure-row > div:not(.room)').map(textOf).join(' ');
  for (const value of headline) expect(says(over, value), `${value} over ${report.localName}: ${over}`).to.equal(true);
  if (allInside(report, '.plot').length > 0) return;
  const inPicture = allInside(report, '.stage')
    .map((stage) => stage.textContent.replaceAll(/\s+/g, ' '))
    .join(' ');
  // Bars fold what they have no room for; the table has it all.
  for (const [value] of [...picture.values()].slice(0, 5)) {
    expect(says(inPicture, value!), `${value} in ${report.localName}: ${inPicture}`).to.equal(true);
  }
}

/** The cells that hold figures, in the order of the columns. */
export function tableSays(report: KitElement, { rows }: NaiveCard): void {
  const cells = cellsOf(report);
  expect(cells.length, report.localName).to.equal(rows.length);
  rows.forEach((values, index) => {
    const rest = cells[index]!.slice(1);
    for (const value of values) {
      // What comes between, such as the words of "of", holds no figure of its own.
      const place = rest.findIndex((cell) => says(cell, value));
      expect(place, `${report.localName}: ${value} in ${cells[index]!.join(' | ')}`).to.be.at.least(0);
      rest.splice(0, place + 1);
    }
  });
}
