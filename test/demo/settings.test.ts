import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { performanceHash, readRoute } from '../../stories/demo/routes.js';
import { clockOf, readSettings, writeSettings } from '../../stories/demo/settings.js';

describe('the address of the help desk', () => {
  it('says every setting, and gives it back', () => {
    const query =
      '?lang=de&theme=dark&dir=rtl&zone=Asia/Kathmandu&range=52w&grain=month&channels=chat,email&history=60w&density=compact&now=2026-03-13T10:20:00Z&src=/records&api=/api/performance&file=log.ndjson';
    assert.deepEqual(readSettings(query), {
      language: 'de',
      theme: 'dark',
      direction: 'rtl',
      zone: 'Asia/Kathmandu',
      filters: 'range=52w&grain=month&channels=chat,email',
      history: '60w',
      compact: true,
      now: '2026-03-13T10:20:00Z',
      source: '/records',
      api: '/api/performance',
      sourceName: 'log.ndjson',
    });
    assert.equal(writeSettings(readSettings(query)), query);
  });

  it('holds the clock at an instant in ISO 8601 or epoch milliseconds', () => {
    const at = (now: string) => clockOf(readSettings(`?now=${encodeURIComponent(now)}`));
    assert.equal(at('2026-03-13T10:20:00+01:00'), Date.UTC(2026, 2, 13, 9, 20));
    assert.equal(at('1773393600000'), 1773393600000);
    assert.equal(at('noon'), null);
    assert.equal(at(''), null);
  });

  it('stands at the default where it says nothing, or nothing known', () => {
    const defaults = readSettings('');
    assert.deepEqual(readSettings('?lang=xx&theme=pink&zone=Mars/Olympus&density=none&history=long'), defaults);
    assert.equal(defaults.filters, '');
    assert.equal(defaults.zone, 'Europe/Berlin');
    assert.equal(defaults.source, null);
  });

  it('never makes the page read data of another site', () => {
    for (const source of [
      'https://elsewhere.example/x',
      '//elsewhere.example/x',
      '/\\elsewhere.example',
      'javascript:1',
    ]) {
      assert.equal(readSettings(`?src=${encodeURIComponent(source)}`).source, null, source);
      assert.equal(readSettings(`?api=${encodeURIComponent(source)}`).api, null, source);
    }
  });

  it('says "demo" once a file was left, so that a reload does not bring the file back', () => {
    assert.equal(writeSettings({ ...readSettings('?src=/records&file=log.ndjson'), source: null }), '?src=demo');
  });

  it('stays with the server where it names one', () => {
    assert.equal(writeSettings(readSettings('?api=/api/performance')), '?api=/api/performance');
  });
});

describe('the route of the help desk', () => {
  it('is the Performance page where the hash names no other', () => {
    for (const hash of ['', '#', '#/', '#/nowhere', '#main']) {
      assert.deepEqual(readRoute(hash), { page: 'performance', item: null, topic: null }, hash);
    }
  });

  it('names a conversation of the inbox', () => {
    assert.deepEqual(readRoute('#/inbox/48187'), { page: 'inbox', item: '48187', topic: null });
    assert.deepEqual(readRoute('#/inbox'), { page: 'inbox', item: null, topic: null });
  });

  it('names a place of the Performance page, and the topic that is open there', () => {
    for (const [hash, item, topic] of [
      ['#/performance/workload', 'workload', null],
      ['#/performance/knowledge-gaps', 'knowledge-gaps', null],
      ['#/performance/knowledge-gaps/a%2Fb', 'knowledge-gaps', 'a/b'],
      ['#/performance/knowledge-gaps/%', 'knowledge-gaps', null],
      ['#/performance/nowhere/a', null, null],
      ['#/performance/workload/a', 'workload', null],
    ] as const)
      assert.deepEqual(readRoute(hash), { page: 'performance', item, topic }, hash);
    assert.equal(performanceHash('knowledge-gaps', 'a/b'), '#/performance/knowledge-gaps/a%2Fb');
    assert.equal(performanceHash(null, null), '#/performance');
  });
});
