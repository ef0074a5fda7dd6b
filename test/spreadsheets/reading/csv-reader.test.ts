import { afterEach, describe, expect, test } from '@jest/globals';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { delimiterOf } from '../../../src/domain/spreadsheet/csv-format.js';
import { inBatches, rowsOf } from '../../../src/spreadsheets/reading/csv-reader.js';
import { spool } from '../../../src/spreadsheets/importing/spooled-file.js';

let open: FileHandle | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

async function rows(text: string | Buffer, delimiter = ',') {
  await open?.close();
  const file = await spool(Readable.from([Buffer.from(text)]));
  open = file.handle;
  const read: [number, ...string[]][] = [];
  for await (const { row, cells } of rowsOf(file.handle, delimiter)) read.push([row, ...cells]);
  return read;
}

describe('what stands between the cells', () => {
  test.each([
    ['a,b,c\n1;2;3', ','],
    ['a;b;c\n1,2,3', ';'],
    ['a\tb\n', '\t'],
    ['"Score 1, CUDOS";"Date 1, ISO"\n', ';'],
    ['\uFEFFa;b\r\n', ';'],
    ['\r\n\r\na;b\r\n', ';'],
    ['sep=;\na,b;c', ';'],
    ['chart', ','],
    ['', ','],
  ])('%j has %j', (text, delimiter) => expect(delimiterOf(text)).toBe(delimiter));
});

describe('the rows of a file', () => {
  test.each([
    ['lines of Unix', 'a,b\n1,2\n'],
    ['lines of Windows', 'a,b\r\n1,2\r\n'],
    ['lines of an old Mac', 'a,b\r1,2\r'],
    ['no end of the last line', 'a,b\n1,2'],
    ['a byte order mark', '\uFEFFa,b\n1,2\n'],
    ['quotes', '"a","b"\n"1","2"\n'],
  ])('are read with %s', async (_name, text) => {
    expect(await rows(text)).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ]);
  });

  test('keep their numbers where empty rows stand between them', async () => {
    expect(await rows('a,b\n\n,\n1,2\n')).toEqual([
      [1, 'a', 'b'],
      [4, '1', '2'],
    ]);
  });

  test('may hold quotes, delimiters and line breaks in quotes', async () => {
    expect(await rows('a\n"x, ""y""\nz"\n2\n')).toEqual([
      [1, 'a'],
      [2, 'x, "y"\nz'],
      [3, '2'],
    ]);
  });

  test('begin after the line by which Excel names the delimiter', async () => {
    expect(await rows('sep=;\na;b\n', ';')).toEqual([[2, 'a', 'b']]);
  });

  test('can be read twice, in batches', async () => {
    const file = await spool(Readable.from(['a\n1\n2\n3\n']));
    open = file.handle;
    for (let time = 0; time < 2; time += 1) {
      const sizes: number[] = [];
      for await (const batch of inBatches(rowsOf(file.handle, ','), 3)) sizes.push(batch.length);
      expect(sizes).toEqual([3, 1]);
    }
  });

  test('end with one sentence where quotes don’t close', async () => {
    await expect(rows('a,b\n1,2\n"3,4\n')).rejects.toThrow(/from row 3 on: a quotation mark/);
    await expect(rows(`a,b\n"${'x'.repeat(200_000)}`)).rejects.toThrow(/from row 2 on/);
  });
});

describe('a file that is not UTF-8', () => {
  test.each([
    ['Windows-1252', Buffer.from('chart,note\n1,M\xfcller\n', 'latin1')],
    ['UTF-16', Buffer.from('\uFEFFchart,score\n', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('chart,score\n', 'utf16le')],
    ['half a character at the end', Buffer.from('chart\nM\u00fc').subarray(0, -1)],
  ])('such as %s is refused in words on how to save it', async (_name, bytes) => {
    await expect(spool(Readable.from([bytes]))).rejects.toThrow(/CSV UTF-8 \(comma delimited\)/);
  });

  test('is not seen in a character that falls between two parts of the upload', async () => {
    const bytes = Buffer.from('M\u00fcller');
    const file = await spool(Readable.from([bytes.subarray(0, 2), bytes.subarray(2)]));
    open = file.handle;
    expect(file.bytes).toBe(7);
  });
});
