import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { importLines, projectFolder, specifiersOf } from '../support/import-lines.js';
import type { ImportLine } from '../support/import-lines.js';

/** Per folder of `src/`, the other folders it may import from. `errors` is the file src/errors.ts. */
const allowedRooms: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  time: ['errors'],
  conversation: ['errors', 'time'],
  gaps: ['errors', 'time', 'conversation'],
  metrics: ['errors', 'time', 'conversation'],
  store: ['errors', 'time', 'conversation', 'metrics'],
  reports: ['errors', 'time', 'conversation', 'metrics', 'store'],
  load: ['errors', 'time', 'conversation', 'metrics', 'store'],
  adapters: ['errors', 'time', 'conversation', 'gaps'],
  feed: ['errors', 'time', 'conversation', 'metrics', 'store', 'reports', 'load', 'adapters', 'gaps'],
  filters: ['errors', 'time', 'conversation', 'metrics'],
  localize: ['errors', 'time', 'conversation', 'metrics', 'reports', 'gaps'],
  theme: ['errors'],
  export: ['errors', 'time', 'conversation', 'metrics', 'reports', 'gaps', 'localize', 'theme'],
  context: 'errors time conversation metrics store reports load feed adapters gaps filters localize theme'.split(' '),
  testing: ['errors', 'time', 'conversation', 'gaps', 'adapters', 'load', 'feed'],
};

/** What strangers import. These may build on each other; nothing else may import them. */
const faces = new Set([
  'src/index.ts',
  'src/core.ts',
  'src/testing/index.ts',
  'components/index.ts',
  'components/define.ts',
  'components/browser.ts',
]);

const lines = importLines(['src', 'components']);
const inside = lines.filter(({ isPackage }) => !isPackage);

function roomOf(path: string): string {
  return path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

function isIn(path: string, ...folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`));
}

function isFrom(line: ImportLine, name: string): boolean {
  return line.isPackage && (line.to === name || line.to.startsWith(`${name}/`));
}

function holdsNone(broken: readonly ImportLine[]): void {
  assert.deepEqual(
    broken.map(({ from, to }) => `${from} → ${to}`),
    [],
  );
}

describe('the import rules', () => {
  it('are read from every kind of import line', () => {
    const source = `import a from './a.js';
      import { b,
        c } from "./b.js";
      import type { D } from './d.js';
      export * from './e.js';
      export type { F } from './f.js';
      // import './comment.js';
      /** import { x } from './doc.js'; */
      import './g.js';
      const later = await import('./h.js');`;
    assert.deepEqual(specifiersOf(source).join(' '), './a.js ./b.js ./d.js ./e.js ./f.js ./g.js ./h.js');
    assert.ok(lines.length > 100, 'the folders hold import lines');
  });

  it('know every folder of src/', () => {
    const rooms = new Set(
      lines.filter(({ from }) => isIn(from, 'src') && !faces.has(from)).map(({ from }) => roomOf(from)),
    );
    assert.deepEqual(
      [...rooms].filter((room) => !(room in allowedRooms)),
      [],
    );
  });

  it('let arrows point one way through src/', () => {
    const broken = inside.filter(({ from, to }) => {
      if (!isIn(from, 'src') || faces.has(from) || roomOf(from) === roomOf(to)) return false;
      if (from === 'src/adapters/demo.ts' && to === 'src/testing/generator.ts') return false;
      return !isIn(to, 'src') || !(allowedRooms[roomOf(from)] ?? []).includes(roomOf(to));
    });
    holdsNone(broken);
  });

  it('keep components/ out of src/, save for the face of the package', () => {
    holdsNone(inside.filter(({ from, to }) => isIn(from, 'src') && isIn(to, 'components') && from !== 'src/index.ts'));
  });

  it('keep imports inside src/ and components/', () => {
    holdsNone(inside.filter(({ to }) => !isIn(to, 'src', 'components')));
  });

  it('keep lit in components/ and src/context/', () => {
    const lit = lines.filter((line) => ['lit', '@lit', 'lit-html', 'lit-element'].some((name) => isFrom(line, name)));
    assert.ok(lit.length > 0);
    holdsNone(lit.filter(({ from }) => !isIn(from, 'components', 'src/context')));
  });

  it('keep chart.js in components/chart/', () => {
    const charts = lines.filter((line) => isFrom(line, 'chart.js'));
    assert.ok(charts.length > 0);
    holdsNone(charts.filter(({ from }) => !isIn(from, 'components/chart')));
  });

  it('keep development packages and Node out of what is shipped', () => {
    const shipped = ['lit', '@lit/context', 'chart.js', 'flatqueue'];
    holdsNone(lines.filter((line) => line.isPackage && !shipped.some((name) => isFrom(line, name))));
  });

  it('leave the faces of the package to strangers', () => {
    holdsNone(inside.filter(({ from, to }) => faces.has(to) && !faces.has(from)));
  });

  it('have no barrels inside', () => {
    holdsNone(inside.filter(({ to }) => to.endsWith('/index.ts') && !faces.has(to)));
  });

  it('keep the testing kit out of what it tests', () => {
    const broken = inside.filter(
      ({ from, to }) => isIn(to, 'src/testing') && !isIn(from, 'src/testing') && !faces.has(from),
    );
    holdsNone(broken.filter(({ from, to }) => !(from === 'src/adapters/demo.ts' && to === 'src/testing/generator.ts')));
  });

  it('keep cards, charts and figures from knowing any report', () => {
    const templates = inside.filter(({ from }) =>
      isIn(from, 'components/card', 'components/chart', 'components/figure'),
    );
    assert.ok(templates.length > 0);
    holdsNone(templates.filter(({ to }) => isIn(to, 'src/reports', 'src/metrics', 'src/store') || isElementFolder(to)));
  });

  it('keep reports from importing each other', () => {
    const reports = inside.filter(({ from }) => isIn(from, 'components/reports'));
    holdsNone(reports.filter(({ to }) => isIn(to, 'components/reports') && isElement(to)));
  });

  it('leave registering to the define files', () => {
    const defining = inside.filter(({ to }) => isIn(to, 'components/define') || to === 'components/define-element.ts');
    holdsNone(defining.filter(({ from }) => !isIn(from, 'components/define') && !faces.has(from)));
  });
});

function isElementFolder(path: string): boolean {
  return isIn(path, 'components') && !isIn(path, 'components/card', 'components/chart', 'components/figure');
}

/** A file that is an element's own: its documentation names the tag. */
function isElement(path: string): boolean {
  return /^ \* @tag /m.test(readFileSync(join(projectFolder, path), 'utf8'));
}
