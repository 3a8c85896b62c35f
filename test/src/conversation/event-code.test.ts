import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  codeOf,
  codeSets,
  eventCodes,
  isIn,
  namesAnything,
  namesTeammate,
} from '../../../src/conversation/event-code.js';
import { parseConversation } from '../../../src/conversation/parse.js';

const at = Date.UTC(2026, 2, 2, 9);
const agent = { kind: 'agent' };
const ana = { kind: 'teammate', id: 'ana' };
const message = (more: object): object => ({ type: 'message', at, by: agent, ...more });
const known = { sources: [], actions: [] };

describe('codeOf', () => {
  const table: readonly (readonly [string, object, keyof typeof eventCodes])[] = [
    ['a reply with a source', message({ sources: [{}] }), 'groundedReply'],
    ['a reply with an action', message({ actions: [{ name: 'refund' }] }), 'groundedReply'],
    ['a reply whose action failed', message({ sources: [], actions: [{ name: 'a', ok: false }] }), 'ungroundedReply'],
    ['a reply that tells no sources', message({ actions: [] }), 'unknownReply'],
    ['a reply that tells no actions', message({ sources: [] }), 'unknownReply'],
    ['a reply with nothing', message(known), 'ungroundedReply'],
    ['the agent’s note', message({ public: false, sources: [{}] }), 'other'],
    ['a teammate’s message', message({ by: ana }), 'teammateMessage'],
    ['a teammate’s note', message({ by: ana, public: false }), 'other'],
    ['the visitor’s message', message({ by: { kind: 'visitor' } }), 'other'],
    ['a bot’s message', message({ by: { kind: 'bot' }, sources: [{}] }), 'other'],
    ['a transfer request', { type: 'transfer-request', at }, 'transferRequest'],
    ['the agent’s handoff', { type: 'handoff', at, cause: 'agent' }, 'handoffByAgent'],
    ['an automation’s handoff', { type: 'handoff', at, cause: 'automation' }, 'handoffByAutomation'],
    ['a manual handoff to a teammate', { type: 'handoff', at, cause: 'manual', to: ana }, 'handoffManual'],
    ['a handoff by nobody knows whom', { type: 'handoff', at, cause: 'unknown' }, 'handoffByUnknown'],
    ['a handoff to a bot', { type: 'handoff', at, cause: 'agent', to: { kind: 'bot' } }, 'handoffElsewhere'],
    ['an assignment to the agent', { type: 'assignment', at, to: agent, by: ana }, 'assignedToAgent'],
    ['an assignment to nobody', { type: 'assignment', at, to: null }, 'assignedElsewhere'],
    ['an assignment to a bot', { type: 'assignment', at, to: { kind: 'bot' } }, 'assignedElsewhere'],
    ['an assignment by the agent', { type: 'assignment', at, to: ana, by: agent }, 'assignedByAgent'],
    ['one by an automation', { type: 'assignment', at, to: ana, by: { kind: 'automation' } }, 'assignedByAutomation'],
    ['one by a bot', { type: 'assignment', at, to: ana, by: { kind: 'bot' } }, 'assignedByAutomation'],
    ['one by the system', { type: 'assignment', at, to: ana, by: { kind: 'system' } }, 'assignedByAutomation'],
    ['one by a teammate', { type: 'assignment', at, to: ana, by: ana }, 'assignedManually'],
    ['one by the visitor', { type: 'assignment', at, to: ana, by: { kind: 'visitor' } }, 'assignedByUnknown'],
    ['one by nobody knows whom', { type: 'assignment', at, to: ana }, 'assignedByUnknown'],
    ['positive feedback', { type: 'feedback', at, value: 'positive' }, 'feedbackPositive'],
    ['neutral feedback', { type: 'feedback', at, value: 'neutral' }, 'feedbackNeutral'],
    ['negative feedback', { type: 'feedback', at, value: 'negative' }, 'feedbackNegative'],
    ['a close by a teammate', { type: 'closed', at, by: { kind: 'teammate' } }, 'closedByTeammate'],
    ['a close by a bot', { type: 'closed', at, by: { kind: 'bot' } }, 'closed'],
    ['a close by nobody', { type: 'closed', at }, 'closed'],
    ['a reopening', { type: 'reopened', at, by: ana }, 'reopened'],
  ];
  for (const [what, event, name] of table) {
    it(`is ${name} for ${what}`, () => {
      const [checked] = parseConversation({ id: 'c', startedAt: at, events: [event] }).events;
      assert.equal(codeOf(checked!), eventCodes[name]);
    });
  }

  it('has been tried for every code', () => {
    assert.deepEqual(new Set(table.map(([, , name]) => name)), new Set(Object.keys(eventCodes)));
  });
});

describe('event codes', () => {
  it('fit five bits and differ', () => {
    const codes = Object.values(eventCodes);
    assert.equal(new Set(codes).size, codes.length);
    assert.ok(codes.every((code) => code >= 0 && code < 32));
  });

  it('say which events name a teammate, and which another event', () => {
    for (const code of Object.values(eventCodes)) {
      const assigned = isIn(codeSets.toTeammate, code);
      assert.equal(namesTeammate(code), assigned || code === eventCodes.closedByTeammate);
      assert.equal(namesAnything(code), namesTeammate(code) || isIn(codeSets.feedback, code));
    }
  });
});
