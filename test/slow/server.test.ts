import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { loadedStatus, openDesk, shownIn, textOf, until, type Desk } from '../demo/desk.js';

describe('the help desk over HTTP', () => {
  let desk: Desk;

  before(async () => {
    desk = await openDesk({ server: true });
  });

  after(() => desk.close());

  it('shows what its server answers, under its policy, without one violation', async () => {
    const { page, troubles } = await desk.open();
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).pathname));
    assert.equal(new URL(page.url()).searchParams.get('api'), '/api/performance/');
    assert.match(await loadedStatus(page), /^\d{2},\d{3} conversations, as of /);
    assert.match(await shownIn(page, 'impact-this-week'), /Conversations handled \d/);
    assert.match(await textOf(page, '[data-source-note]'), /over HTTP/);
    await until(page, () => kit('resolution-rate-chart')?.shadowRoot?.querySelector('canvas'), []);
    assert.deepEqual(
      ['conversations', 'changes'].filter((path) => !asked.has(`/api/performance/${path}`)),
      [],
    );
    assert.deepEqual(await troubles(), []);
    await page.close();
  });
});
