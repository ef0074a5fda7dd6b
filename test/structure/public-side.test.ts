import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = resolve(dirname(fileURLToPath(import.meta.url)), '../../src');
const own = readdirSync(join(src, 'published'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(src, 'published', name));

/** The files of this service that a file imports; types only are as good as nothing at run time, but count, too. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import) '(\.[^']+)\.js'/g)].map(([, path = '']) =>
    resolve(dirname(file), `${path}.ts`),
  );
}

/** Everything that can be reached from the public side, as paths below src. */
function reached(): string[] {
  const seen = new Set<string>();
  const waiting = [...own];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    waiting.push(...importsOf(file));
  }
  return [...seen].map((file) => relative(src, file)).sort();
}

describe('the public side', () => {
  test('reaches no code that reads a patient, a course, a score or a cohort, however far', () => {
    const files = reached();
    expect(files).toContain('published/documents/published.repository.ts');
    expect(files).toContain('domain/publication/published-document.ts');
    const closed =
      /^(patients|courses|assessments|cohorts|spreadsheets|commands)\/|^signing\/(?!canonical|public-key|seal-check)|^database\/(data-source|open)/;
    expect(files.filter((file) => closed.test(file))).toEqual([]);
  });

  test('knows of staff only how a route is opened to anybody, and of publications no table', () => {
    const of = (room: string) => reached().filter((file) => file.startsWith(`${room}/`));
    expect(of('staff')).toEqual(['staff/sessions/access.ts', 'staff/sessions/actor.ts', 'staff/tokens/scopes.ts']);
    expect(of('publications')).toEqual([
      'publications/cache-invalidation/cache-invalidation.module.ts',
      'publications/cache-invalidation/cache-invalidation.service.ts',
    ]);
  });

  test('asks for nothing but published documents and public keys', () => {
    const texts = own.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
    const asking = texts.filter(({ text }) => /\.query|\bEntity\b|getRepository|typeorm/.test(text));
    expect(asking.map(({ file }) => relative(src, file))).toEqual(['published/documents/published.repository.ts']);
    const sql = asking.map(({ text }) => text).join();
    const tables = [...sql.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)/g)].map(([, name]) => name);
    expect([...new Set(tables)].sort()).toEqual(['published_document', 'signing_key']);
    expect(sql).not.toMatch(/\b(INSERT|UPDATE|DELETE|MERGE|COPY)\b/);
  });

  test('works outside of any clinic, so that row-level security shows it no row of one', () => {
    const asked = own.map((file) => readFileSync(file, 'utf8')).join();
    expect(asked).toContain('runGlobalOnce(');
    expect(asked).not.toMatch(/transactions\.run\(/);
  });
});
