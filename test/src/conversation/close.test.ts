import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closeOf, creditedTeammate } from '../../../src/conversation/close.js';
import { tableOf } from '../../support/event-tables.js';

const T0 = Date.UTC(2026, 2, 2, 9);
const ana = { kind: 'teammate', id: 'ana' };
const bo = { kind: 'teammate', id: 'bo' };
const closed = (after: number, by: object | null = null): object => ({ type: 'closed', at: T0 + after, by });
const reopened = (after: number): object => ({ type: 'reopened', at: T0 + after });
const assigned = (after: number, to: object | null): object => ({ type: 'assignment', at: T0 + after, to });

const tableWith = (events: readonly object[], closedAt: number | null = null): ReturnType<typeof tableOf> =>
  tableOf({ id: 'c', startedAt: T0, events, ticket: closedAt === null ? null : { id: 't', closedAt } });

describe('closeOf', () => {
  const closeAfter = (events: readonly object[], ticketAfter: number | null, now = 100): number | null => {
    const { table } = tableWith(events, ticketAfter === null ? null : T0 + ticketAfter);
    const closedAt = closeOf(table, T0 + now, table.count);
    return Number.isNaN(closedAt) ? null : closedAt - T0;
  };

  it('is the ticket’s where it is given, whatever the events say', () => {
    assert.equal(closeAfter([closed(1), reopened(2)], 5), 5);
    assert.equal(closeAfter([closed(1)], 101), null);
    assert.equal(closeAfter([], 100), 100);
  });

  it('is the last of the closed and reopened events, if that is a closed one', () => {
    assert.equal(closeAfter([closed(1), reopened(2), closed(3)], null), 3);
    assert.equal(closeAfter([closed(1), reopened(2)], null), null);
    assert.equal(closeAfter([closed(1), closed(4)], null), 4);
    assert.equal(closeAfter([], null), null);
  });
});

describe('creditedTeammate', () => {
  const credits: readonly (readonly [string, readonly object[], string | null])[] = [
    ['the teammate of the last assignment at the close', [assigned(1, bo), assigned(5, ana), closed(5, bo)], 'ana'],
    ['nobody assigned after the close', [assigned(6, ana), closed(5, bo)], 'bo'],
    [
      'the closing teammate where the last assignment is to nobody',
      [assigned(1, ana), assigned(2, null), closed(5, bo)],
      'bo',
    ],
    [
      'the closing teammate where the last assignment is to the agent',
      [assigned(1, { kind: 'agent' }), closed(5, bo)],
      'bo',
    ],
    ['a teammate without an id as unknown', [assigned(1, { kind: 'teammate' }), closed(5)], 'unknown'],
    ['nobody where a bot closed it', [closed(5, { kind: 'bot', id: 'b' })], null],
    ['nobody where nobody closed it', [closed(5)], null],
    ['the last to close it', [closed(3, ana), closed(5, bo)], 'bo'],
    ['nobody for a close that was undone before', [closed(3, ana), reopened(4)], null],
    ['the closing teammate where it was reopened at the close’s own instant', [closed(5, ana), reopened(5)], 'ana'],
    ['nobody for a close that comes after the ticket’s', [closed(6, ana)], null],
  ];
  for (const [who, events, expected] of credits) {
    it(`credits ${who}`, () => {
      const { table, teammates } = tableWith(events);
      assert.equal(teammates.idOf(creditedTeammate(table, table.count, T0 + 5)), expected);
    });
  }
});
