import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import ts from 'typescript';

export const ROOT = resolve(import.meta.dirname, '../../..');

/** A file of the service as the rules look at it. */
export interface Source {
  /** From the root, e.g. `src/domain/cudos/score.ts`. */
  path: string;
  lines: number;
  tree: ts.SourceFile;
  /** The files of the service that it imports, for types alone as well. */
  imports: string[];
}

const paths = ['src', 'migrations'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => posix.join(folder, name))
    .sort(),
);
const known = new Set(paths);

/** Every file of src and migrations that people write. */
export const sources: readonly Source[] = paths.map((path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports = ts.preProcessFile(text).importedFiles.flatMap(({ fileName }) => fileOf(path, fileName) ?? []);
  return { path, lines: text.trimEnd().split('\n').length, tree, imports };
});

/** The file that is imported; null for a package, or what is no TypeScript. */
function fileOf(importer: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const stem = posix.join(posix.dirname(importer), specifier).replace(/\.[jt]sx?$/, '');
  return [`${stem}.ts`, `${stem}.tsx`].find((path) => known.has(path)) ?? null;
}
