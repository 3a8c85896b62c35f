import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import type { AgentPerformance } from '../../../components/agent-performance/agent-performance.js';
import { GapRequest } from '../../../components/agent-performance/gap-request.js';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { PermissionError } from '../../../src/errors.js';
import type { Access } from '../../../src/gaps/gap-records.js';
import { gapsOf } from '../../support/hand-made-records.js';
import { showPage } from '../../support/kit-page.js';

const all = { topics: [{ topicId: 'topic-0', questionIds: null }] };
const changed = { topics: [{ topicId: 'topic-0', questionIds: ['question-0-0'] }] };

/** A page whose source notes every write, and the place in it where a script fires. */
async function showGaps(access: Access = {}): Promise<{
  readonly page: AgentPerformance;
  readonly place: HTMLElement;
  readonly keys: (string | undefined)[];
}> {
  const memory = memoryAdapter([], { ...gapsOf(['Refund', 2, 12]), access });
  const keys: (string | undefined)[] = [];
  const adapter: PerformanceAdapter = {
    ...memory,
    knowledgeGaps: {
      ...memory.knowledgeGaps!,
      dismiss: async (command, context) => {
        keys.push(context.idempotencyKey);
        return memory.knowledgeGaps!.dismiss!(command, context);
      },
    },
  };
  const page = await showPage(adapter, html`<p>Here</p>`);
  return { page, place: page.querySelector('p')!, keys };
}

function reasonOf(answer: Promise<unknown>): Promise<unknown> {
  return answer.then(
    () => expect.fail('was carried out'),
    (error: unknown) => error,
  );
}

describe('the requests of knowledge gaps', () => {
  it('are carried out by the provider, which tells where it was asked', async () => {
    const { page, place, keys } = await showGaps();
    const request = new GapRequest('dismiss', all, { key: 'key-1' });
    const done = oneEvent(page, 'gap-dismissed');
    place.dispatchEvent(request);
    const outcome = await request.answer;
    expect(outcome.topics[0]?.questionIds).to.have.length(2);
    const event = await done;
    expect(event.target).to.equal(place);
    expect(event.detail).to.equal(outcome);
    expect(keys).to.deep.equal(['key-1']);
  });

  it('write nothing for a script without the right, and tell it so', async () => {
    const { page, place, keys } = await showGaps({ 'dismiss-gap': 'needs-seat' });
    const told = oneEvent(page, 'gap-error');
    const request = new GapRequest('dismiss', all);
    place.dispatchEvent(request);
    expect(await reasonOf(request.answer)).to.be.instanceOf(PermissionError);
    expect((await told).detail.error).to.be.instanceOf(PermissionError);
    const plain = oneEvent(page, 'gap-error');
    place.dispatchEvent(new CustomEvent('gap-dismiss-request', { detail: all, bubbles: true, cancelable: true }));
    expect((await plain).detail.error).to.be.instanceOf(PermissionError);
    expect(keys).to.deep.equal([]);
  });

  it('take plain events of a script as well', async () => {
    const { page, place, keys } = await showGaps();
    const done = oneEvent(page, 'gap-dismissed');
    place.dispatchEvent(new CustomEvent('gap-dismiss-request', { detail: all, bubbles: true, cancelable: true }));
    await done;
    expect(keys).to.have.length(1);
    expect(keys[0]).to.match(/^[0-9a-f]{32}$/);
  });

  it('leave it to a host that does it by itself, and check what it answers', async () => {
    const { page, place, keys } = await showGaps();
    let answers: unknown[] = [changed, new PermissionError('not you'), 'done'];
    page.parentElement!.addEventListener('gap-dismiss-request', (event) => {
      const [answer] = answers;
      answers = answers.slice(1);
      (event as GapRequest).respondWith(answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer));
      expect(() => (event as GapRequest).respondWith(Promise.resolve(changed))).to.throw(/carried out already/);
    });
    const ask = (): Promise<unknown> => {
      const request = new GapRequest('dismiss', all);
      place.dispatchEvent(request);
      return request.answer;
    };
    expect(await ask()).to.deep.include(changed);
    expect(await reasonOf(ask())).to.be.instanceOf(PermissionError);
    expect(String(await reasonOf(ask()))).to.match(/answer to dismiss/);
    expect(keys).to.deep.equal([]);
  });

  it('are left undone where a listener calls them off, and that is no failure', async () => {
    const { page, place, keys } = await showGaps();
    page.addEventListener('gap-dismiss-request', (event) => event.preventDefault());
    page.addEventListener('gap-error', () => expect.fail('no failure'));
    const request = new GapRequest('dismiss', all);
    place.dispatchEvent(request);
    expect(await reasonOf(request.answer)).to.have.property('name', 'AbortError');
    expect(() => request.respondWith(Promise.resolve())).to.throw(/carried out already/);
    await aTimeout(0);
    expect(keys).to.deep.equal([]);
  });

  it('are carried out once, by the nearest of two providers', async () => {
    const { page, place, keys } = await showGaps();
    const outer = document.createElement('agent-performance');
    page.replaceWith(outer);
    outer.append(page);
    await page.updateComplete;
    for (const request of [
      new GapRequest('dismiss', all),
      new CustomEvent('gap-restore-request', { detail: { ...all, from: 'dismissed' }, bubbles: true }),
      new CustomEvent('gap-dismiss-request', { detail: all, bubbles: true }),
    ]) {
      const done = oneEvent(page, request.type.includes('restore') ? 'gap-restored' : 'gap-dismissed');
      place.dispatchEvent(request);
      await done;
    }
    expect(keys).to.have.length(2);
  });
});
