import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from '../support/command.js';
import { scratchFolder, type Ended } from '../support/process.js';

let folder: Awaited<ReturnType<typeof scratchFolder>>;

const cudos = (...words: string[]): Promise<Ended> => command(words, { DATA_DIR: join(folder.path, 'data') });

async function file(name: string, text: string): Promise<string> {
  const path = join(folder.path, name);
  await writeFile(path, text);
  return path;
}

beforeAll(async () => {
  folder = await scratchFolder();
  expect(await cudos('sample')).toMatchObject({ code: 0 });
});
afterAll(() => folder.remove());

test('a text with a number that is not supported ends with 2 and says on which line and why', async () => {
  const text = 'Our results.\nAverage scores fell by 83 % among patients who had all six infusions.\n';
  const { code, output } = await cudos('claims', await file('page.md', text));
  expect(code).toBe(2);
  expect(output).toMatch(/^line 2: 83 %: contradicted\. .*68 %/m);
});

test('a page of which every number is supported ends with 0, whatever its tags and scripts hold', async () => {
  const page =
    '<!doctype html><style>p { width: 99% }</style><script>track(0.83)</script>' +
    '<p>Mean scores fell by <b>68&nbsp;%</b> among <a href="/83-percent">completers</a>.</p>';
  const { code, output } = await cudos('claims', await file('page.html', page));
  expect(output).toMatch(/^line \d+: 68.%: supported\./m);
  expect(output).not.toMatch(/99|83/);
  expect(code).toBe(0);
});

test('the numbers of a table on a page are read with the names of their rows and columns', async () => {
  const row = (name: string, response: string) => `<tr><td><p>${name}</p></td><td>120</td><td>${response}</td></tr>`;
  const page = (...rows: string[]) =>
    `<!doctype html><table><tr><th>Group</th><th>n</th><th>Response<sup>1</sup></th></tr>${rows.join('')}</table>`;
  const right = await cudos(
    'claims',
    await file('right.html', page(row('Starters', '57 %'), row('Completers', '83 %'))),
  );
  expect(right.output.match(/ supported\./g)).toHaveLength(2);
  expect(right.code).toBe(0);
  const swapped = await cudos('claims', await file('swapped.html', page(row('Starters', '83 %'))));
  expect(swapped.output).toMatch(/: 83 %: other-set\./);
  expect(swapped.code).toBe(2);
});

test('an address that no publication has is said, not taken for a text without claims', async () => {
  const path = await file('one.md', '68 % of completers responded.');
  const { code, errors } = await cudos('claims', path, '--publication', 'no-such-page');
  expect({ code, errors }).toEqual({ code: 2, errors: 'There is no such publication in this clinic.\n' });
});
