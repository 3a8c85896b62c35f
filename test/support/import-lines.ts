import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** One import of one file: who, and what; `to` is a path in the project for relative imports, else the package's specifier. */
export interface ImportLine {
  readonly from: string;
  readonly to: string;
  readonly isPackage: boolean;
}

const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const fromClauses = /\b(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g;
const bareImports = /\bimport\s*\(?\s*['"]([^'"]+)['"]/g;

/** What a TypeScript source imports, exports from elsewhere, or imports later, types included; in order of the kinds. */
export function specifiersOf(source: string): string[] {
  const code = source.replace(comments, '');
  return [fromClauses, bareImports].flatMap((pattern) =>
    Array.from(code.matchAll(pattern), ([, specifier]) => specifier ?? ''),
  );
}

/** Every import line of the TypeScript files in these folders of the project; paths with `/`, ending as on disk. */
export function importLines(folders: readonly string[]): ImportLine[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectFolder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .flatMap((entry) => importsOfFile(join(entry.parentPath, entry.name))),
  );
}

function importsOfFile(path: string): ImportLine[] {
  const from = inProject(path);
  return specifiersOf(readFileSync(path, 'utf8')).map((specifier) => {
    if (!specifier.startsWith('.')) return { from, to: specifier, isPackage: true };
    const target = join(dirname(path), specifier.replace(/\.js$/, '.ts'));
    return { from, to: inProject(target), isPackage: false };
  });
}

function inProject(path: string): string {
  return relative(projectFolder, path).replaceAll('\\', '/');
}
