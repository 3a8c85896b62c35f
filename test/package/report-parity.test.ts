import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { tagNames } from '../../components/tag-names.js';
import { localize } from '../../src/localize/localize.js';
import { reports } from '../../src/reports/reports.js';
import { projectFolder } from '../support/import-lines.js';
import { classOf, languages, partsOf, reportNames } from '../support/report-parts.js';

/** What a host writes itself has no row of the kit. */
const withoutRow = ['agent-report'];

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
}

interface Declaration {
  readonly tagName: string;
  readonly name: string;
  readonly summary?: string;
  readonly events?: readonly { readonly name: string }[];
  readonly cssParts?: readonly { readonly name: string; readonly description?: string }[];
}

function textOf(path: string): string {
  return readFileSync(join(projectFolder, path), 'utf8');
}

/** Files of a folder that define or are an element, without their ending. */
function namesIn(folder: string): readonly string[] {
  return readdirSync(join(projectFolder, folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace(/\.ts$/, ''));
}

/** Parts that a template names, in a file or in those of a folder. */
function partNamesIn(place: string): readonly string[] {
  const files = place.endsWith('.ts') ? [place] : namesIn(place).map((name) => `${place}/${name}.ts`);
  const named = files.flatMap((file) => [...textOf(file).matchAll(/\bpart="([^"]+)"/g)].map(([, part]) => part!));
  return [...new Set(named)];
}

describe('tags, their files and the reports agree', () => {
  const manifest = JSON.parse(textOf('dist/custom-elements.json')) as Manifest;
  const described = new Map(
    manifest.modules.flatMap(({ declarations }) => declarations).map((element) => [element.tagName, element]),
  );

  it('each row is named as it is kept', () => {
    for (const [name, { report }] of Object.entries(reports)) assert.equal(report, name);
  });

  it('each row has an element, a file that defines it, and an entry of the manifest', () => {
    for (const report of reportNames) {
      assert.ok(tagNames.includes(report), `${report} is no tag`);
      assert.ok(existsSync(join(projectFolder, `components/reports/${report}.ts`)), `${report} has no file`);
      const element = described.get(report);
      assert.ok(element?.summary, `${report} has no summary in the manifest`);
      assert.equal(element.name, classOf(report)?.name);
      assert.equal(partsOf(report).row, reports[report]);
    }
  });

  it('each element of a report has a row', () => {
    const elements = namesIn('components/reports').filter((file) =>
      textOf(`components/reports/${file}.ts`).includes(`@tag ${file}`),
    );
    const own = elements.filter((tag) => !withoutRow.includes(tag));
    assert.deepEqual(own.toSorted(), reportNames.toSorted());
  });

  it('each tag has a file that defines it, in define.ts too, and a class that a host can import', () => {
    assert.deepEqual(namesIn('components/define').toSorted(), [...tagNames]);
    assert.deepEqual([...tagNames], tagNames.toSorted());
    const all = [...textOf('components/define.ts').matchAll(/'\.\/define\/(.+)\.js'/g)].map(([, tag]) => tag);
    assert.deepEqual(all, [...tagNames]);
    for (const tag of tagNames) {
      const name = classOf(tag)?.name;
      assert.ok(name, `index.ts exports no class of ${tag}`);
      assert.match(textOf(`components/define/${tag}.ts`), new RegExp(`defineElement\\('${tag}', ${name}\\)`));
      assert.ok(described.has(tag), `${tag} is not in the manifest`);
    }
    assert.deepEqual([...described.keys()].toSorted(), [...tagNames]);
  });

  it('each report says in the manifest which events it fires and which parts it has', () => {
    for (const report of [...reportNames, ...withoutRow]) {
      const { events = [], cssParts = [] } = described.get(report)!;
      const names = events.map(({ name }) => name);
      for (const event of ['report-error', 'export-request']) assert.ok(names.includes(event), `${report}: ${event}`);
      for (const part of ['card', 'heading', 'note', 'menu', 'body', 'foot'])
        assert.ok(
          cssParts.some(({ name }) => name === part),
          `${report}: ${part}`,
        );
      for (const { name, description } of cssParts) assert.ok(description, `${report}: ${name}`);
    }
  });

  it('each part that is named in a template is in the manifest, of each tag that has it', () => {
    const documented = (tag: string): readonly string[] => described.get(tag)!.cssParts?.map(({ name }) => name) ?? [];
    const all = [...reportNames, ...withoutRow];
    const charts = all.filter((tag) => documented(tag).includes('chart'));
    const tagsOf: readonly (readonly [string, readonly string[]])[] = [
      ['card', all],
      ['figure/keys.ts', all.filter((tag) => documented(tag).includes('keys'))],
      ['chart/chart-template.ts', charts],
      ['performance-filters', ['performance-filters']],
      ['performance-tab', ['performance-tab']],
    ];
    for (const [place, tags] of tagsOf) {
      const parts = partNamesIn(`components/${place}`);
      assert.ok(parts.length > 0 && tags.length > 0, place);
      for (const tag of tags)
        assert.deepEqual(
          parts.filter((part) => !documented(tag).includes(part)),
          [],
          tag,
        );
    }
    const anywhere = new Set(all.flatMap(documented));
    for (const part of partNamesIn('components/figure')) assert.ok(anywhere.has(part), part);
  });

  it('each report has a title and a help text in every language', () => {
    assert.ok(languages.length >= 2);
    for (const report of reportNames) {
      const { title, figures } = partsOf(report).face;
      for (const language of languages) {
        const localization = localize(language, 'UTC');
        assert.ok(title(localization).trim(), `${report}, ${language}`);
        const help = figures(localization);
        assert.ok(help.length > 0, `${report}, ${language}`);
        for (const { text, formula } of help) {
          assert.ok(text.trim().length > 20, `${report}, ${language}: ${text}`);
          assert.ok(formula.trim(), `${report}, ${language}`);
        }
      }
    }
  });
});
