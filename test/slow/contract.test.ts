import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { readContract } from '../src/adapters/rest/rest-support.js';

describe('the REST contract', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    const validator = new Validator();
    const document = readContract() as unknown as Record<string, unknown>;
    const { valid, errors } = await validator.validate(document);
    assert.deepEqual([valid, errors, validator.version], [true, undefined, '3.1']);
    const { valid: isBrokenValid } = await new Validator().validate({ ...document, paths: { conversations: 7 } });
    assert.equal(isBrokenValid, false);
  });
});
