import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findChromium } from '../../scripts/find-chromium.mjs';

describe('findChromium', () => {
  let named: string | undefined;

  beforeEach(() => {
    named = process.env['CHROME_PATH'];
  });

  afterEach(() => {
    if (named === undefined) delete process.env['CHROME_PATH'];
    else process.env['CHROME_PATH'] = named;
  });

  it('takes the browser that CHROME_PATH names', async () => {
    process.env['CHROME_PATH'] = process.execPath;
    assert.equal((await findChromium()).executablePath, process.execPath);
  });

  it('refuses a CHROME_PATH that leads nowhere, instead of taking another browser', async () => {
    process.env['CHROME_PATH'] = '/nowhere/chromium';
    await assert.rejects(findChromium(), /CHROME_PATH is "\/nowhere\/chromium", and no file is there/);
  });

  it('never switches web security off', async () => {
    delete process.env['CHROME_PATH'];
    const { args } = await findChromium();
    assert.ok(!args.some((argument) => argument.includes('web-security')), args.join(' '));
  });
});
