import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { projectFolder } from '../support/import-lines.js';

const PLAIN_REM = /(?<![\w.])-?[\d.]+rem\b/;

describe('sizes in the styles of elements', () => {
  it('know no rem but --dg-rem, so that a page whose root is another spoils none of them', () => {
    const folder = join(projectFolder, 'components');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const styles = files.filter((file) => file.endsWith('.styles.ts'));
    assert.ok(styles.length > 8);
    const plain = styles.flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => PLAIN_REM.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    assert.deepEqual(plain, []);
  });
});
