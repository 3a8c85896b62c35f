import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { tagNames } from '../../components/tag-names.js';
import { projectFolder } from '../support/import-lines.js';

const storiesFolder = join(projectFolder, 'stories');
const storyFiles = readdirSync(storiesFolder).filter((name) => name.endsWith('.stories.ts'));
const told = storyFiles.flatMap((name) =>
  Array.from(
    readFileSync(join(storiesFolder, name), 'utf8').matchAll(/^export const \w+ = tagStory\('([^']+)'/gm),
    ([, tag]) => tag,
  ),
);

interface Versions {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const versionsIn = (folder: string): Readonly<Record<string, string>> => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Versions;
  return { ...dependencies, ...devDependencies };
};

describe('the stories', () => {
  for (const tag of tagNames) {
    it(`have one of <${tag}>`, () => {
      assert.ok(told.includes(tag), `Add a line to one of ${storyFiles.join(', ')}: tagStory('${tag}').`);
    });
  }

  it('have none of a tag that is not there', () => {
    assert.deepEqual(
      told.filter((tag) => !(tagNames as readonly (string | undefined)[]).includes(tag)),
      [],
    );
  });

  it('share with the project the versions of what both install', () => {
    const [ours, theirs] = [versionsIn(projectFolder), versionsIn(storiesFolder)];
    const shared = Object.keys(theirs).filter((name) => name in ours);
    assert.ok(shared.includes('lit') && shared.includes('vite'));
    for (const name of shared) assert.equal(theirs[name], ours[name], name);
  });

  it('leave Storybook out of the project’s own install', () => {
    assert.deepEqual(
      Object.keys(versionsIn(projectFolder)).filter((name) => name.includes('storybook')),
      [],
    );
  });
});
