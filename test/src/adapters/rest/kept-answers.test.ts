import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contextOf } from '../file-support.js';
import { json } from './rest-answers.js';
import { access, scripted } from './rest-support.js';

describe('answers that restAdapter keeps for their ETag', () => {
  it('asks anew for an answer that was cut, whatever its ETag', async () => {
    const whole = json({ 'dismiss-gap': 'hidden' }, { ETag: '"v1"' });
    const cut = new Response('{"dismiss', { headers: { 'Content-Type': 'application/json', ETag: '"v1"' } });
    const { adapter, requests } = scripted([cut, whole]);
    await assert.rejects(access(adapter), { code: 'invalid-payload' });
    assert.deepEqual(await access(adapter), { 'dismiss-gap': 'hidden' });
    assert.equal(requests[1]!.headers.get('if-none-match'), null);
  });

  it('keeps no answer once something is gone at the server, nor one that was under way', async () => {
    const questions = (): Response => json({ 'dismiss-gap': 'hidden' }, { ETag: '"v1"' });
    let arrive = (): void => {};
    const late = () => new Promise<Response>((resolve) => (arrive = () => resolve(questions())));
    const gone = () => json({ conversations: [], removed: ['c-1'] });
    const none = () => json({ conversations: [], removed: [] });
    const { adapter, requests } = scripted([questions(), none(), questions(), gone(), late, gone(), questions()]);
    const refresh = () => adapter.conversations!({}, contextOf())[Symbol.asyncIterator]().next();
    await access(adapter);
    await refresh();
    await access(adapter);
    await refresh();
    const underWay = access(adapter);
    await refresh();
    arrive();
    await underWay;
    await access(adapter);
    const asked = requests.filter(({ url }) => url.endsWith('/access'));
    assert.deepEqual(
      asked.map(({ headers }) => headers.get('if-none-match')),
      [null, '"v1"', null, null],
    );
  });

  it('keeps no answer once the server tells of a change', async () => {
    const answers = (): Response => json({ 'dismiss-gap': 'hidden' }, { ETag: '"v1"' });
    const change = new Response('event: change\ndata\n\n', { headers: { 'Content-Type': 'text/event-stream' } });
    const { adapter, requests } = scripted([answers(), change, answers()]);
    await access(adapter);
    await new Promise<void>((resolve) => {
      const stop = adapter.subscribe!(() => resolve((stop as () => void)()), contextOf());
    });
    await access(adapter);
    assert.equal(requests[2]!.headers.get('if-none-match'), null);
  });
});
