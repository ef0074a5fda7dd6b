import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { ROOT } from './sources.js';

const files = ['.github', 'migrations', 'src', 'test'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => posix.join(folder, name)),
);
const documents = ['README.md', ...files.filter((path) => path.endsWith('.md'))];

describe.each(documents)('%s', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8').replace(/^( *)```[^]*?^\1```/gm, '');
  const from = (path: string) => posix.join(posix.dirname(document), path);

  test('links to what is there', () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, link = '']) => link);
    const relative = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(relative.filter((link) => !existsSync(join(ROOT, from(link))))).toEqual([]);
  });

  // A path may leave out its beginning, as in `patients/patient.dto.ts`; names in capitals are to be filled in.
  test('names files and folders that are there', () => {
    const named = [
      ...text.matchAll(
        /`((?:[a-z0-9][a-z0-9_-]*|\.{1,2})(?:[./][a-z0-9_-]+)*(?:\.(?:tsx?|m?js|json|html|css|md)|\/))`/g,
      ),
    ];
    const missing = named
      .map(([, path = '']) => path.replace(/\/$/, ''))
      .filter((path) => !existsSync(join(ROOT, from(path))) && !existsSync(join(ROOT, path)))
      .filter((path) => !files.some((file) => file.endsWith(`/${path}`)));
    expect(missing).toEqual([]);
  });
});
