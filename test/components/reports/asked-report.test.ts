import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AskedReport } from '../../../components/reports/asked-report.js';
import { reports } from '../../../src/reports/reports.js';
import { runReport, type ReportQuery } from '../../../src/reports/run-report.js';
import { bench, pageOf } from '../../src/feed/fake-source.js';
import { DAY, T0 } from '../../src/feed/fake-clock.js';

const row = reports['impact-this-week'];
const query: ReportQuery = { timeZone: 'Europe/Berlin', weekStart: 1 };

/** A feed whose store counts how often it is asked. */
function counted() {
  const { feed } = bench();
  const { store } = feed;
  store.upsert(pageOf('c-1', 'c-2').conversations);
  let questions = 0;
  const answer = store.answer.bind(store);
  store.answer = (question) => {
    questions += 1;
    return answer(question);
  };
  return { feed, questions: () => questions };
}

describe('AskedReport', () => {
  it('hands the same result out until the data, the question or the report is another one', () => {
    const { feed } = counted();
    const asked = new AskedReport();
    const first = asked.result(feed, row, query);
    assert.equal(asked.result(feed, row, { ...query }), first);
    assert.notEqual(asked.result(feed, row, { ...query, channels: ['chat'] }), first);
    const again = asked.result(feed, row, query);
    feed.store.upsert(pageOf('c-3').conversations);
    assert.notEqual(asked.result(feed, row, query), again);
    assert.notEqual(asked.result(feed, { ...row }, query), asked.result(feed, row, query));
  });

  it('works a result out ahead, at most one question a step, and asks nothing for it afterwards', () => {
    const { feed, questions } = counted();
    const asked = new AskedReport();
    let before = 0;
    for (const _ of asked.ahead(feed, row, query)) {
      assert.ok(questions() - before <= 1);
      before = questions();
    }
    assert.equal(before, 2, 'this week, and the one before it');
    const result = asked.result(feed, row, query);
    assert.equal(questions(), 2);
    assert.deepEqual(result, runReport(feed.store, row, query));
  });

  it('keeps nothing of what changed while it was worked out', () => {
    const { feed } = counted();
    const asked = new AskedReport();
    const steps = asked.ahead(feed, row, query);
    steps.next();
    feed.store.advanceTo(T0 - DAY);
    for (const _ of steps);
    assert.equal(asked.result(feed, row, query).asOf, T0 - DAY);
  });
});
