import { describe, expect, test } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { delimiterOf, DELIMITERS } from '../../../src/spreadsheets/reading/csv-dialect.js';
import { CsvRows } from '../../../src/spreadsheets/reading/csv-rows.js';
import { tableOf } from '../table-file.js';

/** The rows of a text that comes in pieces of this many characters. */
function read(text: string, delimiter = ',', piece = 7) {
  const reader = new CsvRows(delimiter);
  const rows = [];
  for (let at = 0; at < text.length; at += piece) rows.push(...reader.push(text.slice(at, at + piece)));
  return [...rows, ...reader.end()];
}

async function rows(text: string | Buffer) {
  const table = await tableOf(text);
  return table.rows.map(({ row, cells }) => [row, ...cells]);
}

describe('what separates the cells', () => {
  test.each([
    ['a,b,c\n1;2;3', ','],
    ['a;b;c\n1;2,5;3', ';'],
    ['a\tb\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['"Score 1, CUDOS";"Date 1, ISO"\n', ';'],
    ['\uFEFFa;b\r\n', ';'],
    ['\r\n\r\na;b\r\n', ';'],
    ['sep=;\na,b;c', ';'],
    ['\uFEFF"sep=;"\r\na;b\r\n', ';'],
    ['Outcomes, all of 2026\nMRN;Date 1;Score 1\n', ';'],
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

  test('keep their numbers where empty rows are between them', async () => {
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
    expect(await rows('sep=;\na;b\n')).toEqual([[2, 'a', 'b']]);
  });
});

describe('a quotation mark that does not close', () => {
  const text = 'a,b,c,d\n1,"felt calm,2,3\n4,5,6,7\n8,9,said 6" hurt,0\n';

  test('is a fault of its row, by its line, and swallows no other row', () => {
    const found = read(text);
    expect(found.map(({ cells }) => cells[0])).toEqual(['a', '1', '4', '8']);
    expect(found.map(({ fault }) => fault?.rule)).toEqual([undefined, 'quote-open', undefined, undefined]);
    expect(found[1]?.fault?.message).toContain('line 2');
  });

  test('is found at the end of the file too', () => {
    expect(read('a,b\n1,2\n"3,4\n').map(({ fault }) => fault?.rule)).toEqual([undefined, undefined, 'quote-open']);
  });

  test('but closes rows later is asked about, as whole rows seem to be in one cell', () => {
    const found = read('a,b,c,d\n1,2,3,"x\n4,5,6,7\n8,9,0",1\n2,3,4,5\n');
    expect(found.map(({ fault }) => [fault?.rule, fault?.acceptable])).toEqual([
      [undefined, undefined],
      ['rows-in-quotes', true],
      [undefined, undefined],
    ]);
  });

  test('costs time in line with the size of the file', () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `${at},"open ""`).join('\n');
    const started = performance.now();
    read(`a,b\n${lines}\n`, ',', 65_536);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

test('any table that a program writes as CSV comes back cell by cell', () => {
  // In a file ="00041" is how a program keeps a text from becoming a number.
  const cell = fc
    .string({ unit: fc.constantFrom(...'ab1 ,;|\t"\n\r=ü'), maxLength: 8 })
    .filter((text) => !text.trim().startsWith('="'));
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.constantFrom(...DELIMITERS), fc.constantFrom('\n', '\r\n'), (written, delimiter, end) => {
      const text = stringify(written, { delimiter, record_delimiter: end, quoted: true });
      const filled = written.filter((row) => row.some((each) => each.trim() !== ''));
      // An apostrophe that keeps a formula from running is taken off; none is written here.
      expect(read(text, delimiter, 5).map(({ cells }) => cells)).toEqual(filled);
    }),
  );
});

describe('a text that is not UTF-8', () => {
  test.each([
    ['Windows-1252', Buffer.from('chart,note\n1,M\xfcller\n', 'latin1')],
    ['half a character at the end', Buffer.from('chart\nM\u00fc').subarray(0, -1)],
  ])('such as %s is refused in words on how to save it', async (_name, bytes) => {
    await expect(tableOf(bytes)).rejects.toThrow(/CSV UTF-8 \(comma delimited\)/);
  });

  test('is read where a mark says that it is UTF-16, as Excel writes "Unicode text"', async () => {
    const { facts } = await tableOf(Buffer.from('\uFEFFMRN\tScore 1\n1\t40\n', 'utf16le'));
    expect(facts).toMatchObject({ delimiter: '\t', rows: 1 });
  });

  test.each(['le', 'be'])(
    'is read without a mark where every other byte says that it is UTF-16 (%s)',
    async (order) => {
      const bytes = Buffer.from('MRN,Score 1\nMü-1,40\n', 'utf16le');
      const { rows } = await tableOf(order === 'le' ? bytes : bytes.swap16());
      expect(rows.map(({ cells }) => cells)).toEqual([
        ['MRN', 'Score 1'],
        ['Mü-1', '40'],
      ]);
    },
  );
});

describe('a file that is named', () => {
  test.each([
    ['a web page of one file', 'MIME-Version: 1.0\nContent-Type: multipart/related\n', /web page/],
    ['a web page', '<html><body><table><tr><td>1</td></tr></table></body></html>', /web page/],
    [
      'XML of 2003',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      /XML spreadsheet 2003/,
    ],
    ['a PDF', '%PDF-1.7', /PDF/],
    ['JSON', '[{"mrn": 1}]', /JSON/],
  ])('%s is refused, with what to do', async (_name, text, words) => {
    await expect(tableOf(text)).rejects.toThrow(words);
  });
});

test('a file with more rows than are taken is refused with their number', async () => {
  await expect(tableOf('a\n1\n2\n3\n', { mostRows: 2 })).rejects.toThrow(/2 rows/);
});
