import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { protectCell, unprotectCell } from '../../../src/domain/spreadsheet/csv-cell.js';
import { csvLines } from '../../../src/http/csv-lines.js';

describe('a text that a spreadsheet program would run', () => {
  test.each(['=1+1', '+1', '-12', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＠x'])(
    '%j gets an apostrophe before it',
    (text) => expect(protectCell(text)).toBe(`'${text}`),
  );

  test.each(['A-12', "'n Beetje", '35', '', ' =1'])('%j stays as it is', (text) => {
    expect(protectCell(text)).toBe(text);
  });

  test('a chart number that really begins with an apostrophe before a minus comes back with it', () => {
    expect(protectCell("'-12")).toBe("''-12");
    expect(unprotectCell("''-12")).toBe("'-12");
  });
});

const text = fc.oneof(
  fc.string(),
  fc.stringMatching(/^['=+\-@\t\r\n]{0,3}[a-z0-9",;\n]{0,5}$/),
  fc.string({ unit: 'grapheme' }),
);

test('every text comes back from a spreadsheet as it went in', () => {
  fc.assert(fc.property(text, (value) => unprotectCell(protectCell(value)) === value));
});

test('no cell that was written begins with a character that starts a formula', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (cells) => {
      const [row] = parse(csvLines([cells]), { record_delimiter: '\n' });
      expect(row?.map(unprotectCell)).toEqual(cells);
      for (const cell of row ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
  );
});

test('numbers are written in full and without quotes, nothing as an empty cell', () => {
  expect(csvLines([['A;1', 35, null, 0.1 + 0.2]], ';')).toBe('"A;1";35;;0.30000000000000004\n');
});
