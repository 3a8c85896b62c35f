import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openDesk, type Desk } from '../demo/desk.js';
import { tabPictures, takePicture } from '../demo/tab-pictures.js';

describe('the Performance tab of the demo', () => {
  let desk: Desk;

  before(async () => {
    desk = await openDesk();
  });

  after(() => desk?.close());

  for (const picture of tabPictures) {
    const { width, theme, language } = picture;
    it(`cuts nothing, lays nothing over another and moves nothing, ${width} px wide, ${theme}, in ${language}`, async () => {
      const { page, faults, troubles } = await takePicture(desk, picture);
      const errors = await troubles();
      await page.close();
      assert.deepEqual([...faults, ...errors], []);
    });
  }
});
