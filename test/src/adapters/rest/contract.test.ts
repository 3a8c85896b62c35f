import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  actorKinds,
  eventTypes,
  exclusions,
  feedbackValues,
  handoffCauses,
  initiators,
} from '../../../../src/conversation/record.js';
import { adapterErrorCodes } from '../../../../src/errors.js';
import { gapRights, gapSortKeys, gapStatuses, rightStandings } from '../../../../src/gaps/gap-records.js';
import { generateConversations } from '../../../../src/testing/generator.js';
import { outcomeCases } from '../../../../src/testing/outcome-cases.js';
import { contextOf } from '../file-support.js';
import { json } from './rest-answers.js';
import { readContract, scripted } from './rest-support.js';

const document = readContract();
const ajv = new Ajv2020({ strict: false });
ajv.addSchema({ ...document, $id: 'contract:' });

/** The values of an enumeration in the document, by its path; null is said there of what may be absent. */
function enumAt(path: string): unknown[] {
  const found = path.split('.').reduce<unknown>((part, name) => Object(part)[name], document.components);
  return (found as { enum: unknown[] }).enum.filter((value) => value !== null);
}

describe('the REST contract', () => {
  it('knows every word of the code, and no other', () => {
    const event = 'schemas.ConversationEvent';
    const record = 'schemas.ConversationRecord.properties';
    const pairs: readonly (readonly [string, readonly string[]])[] = [
      ['schemas.Actor.properties.kind', actorKinds],
      [`${event}.properties.type`, eventTypes],
      [`${event}.allOf.1.then.properties.cause`, handoffCauses],
      [`${event}.allOf.2.then.properties.value`, feedbackValues],
      [`${record}.initiatedBy`, initiators],
      [`${record}.excluded`, exclusions],
      ['schemas.GapStatus', gapStatuses],
      ['parameters.sortBy.schema', gapSortKeys],
      ['schemas.RightStanding', rightStandings],
      ['schemas.Problem.properties.code', adapterErrorCodes],
    ];
    for (const [path, words] of pairs) assert.deepEqual(enumAt(path), [...words], path);
    const { Access } = (document.components as unknown as { schemas: { Access: { properties: object } } }).schemas;
    assert.deepEqual(Object.keys(Access.properties), [...gapRights, 'textLimit']);
  });

  it('names every header that a server of another origin has to allow', async () => {
    const answers = [json({}, { ETag: '"1"' }), json({}), json({})];
    const { adapter, requests } = scripted(answers, { getToken: async () => 'token' });
    await adapter.access!(contextOf());
    await adapter.access!(contextOf());
    await adapter.knowledgeGaps!.dismiss!({ topics: [] }, contextOf());
    const sent = new Set(requests.flatMap(({ headers }) => [...headers.keys()]));
    const asked = [...sent].filter((name) => name !== 'accept' && name !== 'accept-language'); // Allowed anywhere.
    const { description } = (document as unknown as { info: { description: string } }).info;
    const named = [...description.matchAll(/`([A-Z][A-Za-z-]+)`/g)].map(([, name]) => name!.toLowerCase());
    const exposed = ['date', 'etag', 'retry-after'];
    assert.deepEqual(named.toSorted(), [...asked, ...exposed].toSorted());
  });

  it('takes the records that the code takes', () => {
    const validate = ajv.compile({ $ref: 'contract:#/components/schemas/ConversationRecord' });
    const from = Date.parse('2026-01-05T00:00:00Z');
    const made = [...generateConversations({ seed: 3, from, to: from + 7 * 86_400_000, perWeek: 600 })];
    const written = outcomeCases.map(({ record }) => record);
    assert.ok(made.length > 100 && written.length > 90);
    for (const record of [...made, ...written]) {
      assert.ok(validate(record), `${JSON.stringify(record)}\n${ajv.errorsText(validate.errors)}`);
    }
    for (const wrong of [
      { id: 'c', startedAt: '2026-01-05 10:00', events: [] },
      { id: 'c', startedAt: 1_767_600_000_000, events: [{ type: 'handoff', at: 1_767_600_000_000 }] },
      { id: 'c', startedAt: 1_767_600_000_000, events: [{ type: 'message', at: 1_767_600_000_000 }] },
      { id: '', startedAt: 1_767_600_000_000, events: [] },
    ]) {
      assert.equal(validate(wrong), false, JSON.stringify(wrong));
    }
  });
});
