import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatKind, shownNumber } from '../../../src/spreadsheets/reading/workbook/number-format.js';
import { workbook, type WorkbookCell, type WorkbookSheet } from '../../support/workbook.js';
import { tableOf } from '../table-file.js';

const HEADER = ['Chart #', 'Date 1', 'Score 1'];

/** The cells under the header of one sheet. */
async function cellsOf(rows: WorkbookCell[][], options?: { date1904?: string }) {
  const numbered = Object.fromEntries([HEADER, ...rows].map((row, at) => [at + 1, row]));
  const table = await tableOf(workbook({ Scores: numbered }, options));
  return table.rows.slice(1);
}

describe('a number under a format', () => {
  test.each([
    ['41', '00000', '00041'],
    ['41', '"MRN-"0000', 'MRN-0041'],
    ['123456789', '000-00-0000', '123-45-6789'],
    ['35', '0"/64"', '35/64'],
    ['35', '[Red]0', '35'],
    ['35', '0;[Blue]0', '35'],
    ['34.6', '0', '34.6'],
    ['34.999999999999993', 'General', '35'],
    ['1234567', '#,##0', '1234567'],
    ['1234567890123456', 'General', '1234567890123460'],
  ])('%s under %s is seen as %s', (held, format, seen) => expect(shownNumber(held, format)).toBe(seen));

  test.each([
    ['[$-409]d\\-mmm\\-yy;@', 'day'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'day'],
    ['d/m/bbbb', 'day'],
    ['mmm', 'day'],
    ['h:mm AM/PM', 'time'],
    ['[h]:mm', 'time'],
    ['0.0%', 'ratio'],
    ['[Red]0', 'number'],
    ['0" pts, day d"', 'number'],
    ['0;[Blue]0', 'number'],
    ['_(* #,##0_);_(* (#,##0)', 'number'],
  ])('%s is a %s', (code, kind) => expect(formatKind(200, code)).toBe(kind));
});

describe('a workbook', () => {
  // Day 46083 of the count from 1900, and 44621 of that from 1904, are 2 March 2026.
  test.each(['1', 'true', 'on'])(
    'of 1904, written %s, has its days four years later than their numbers say',
    async (on) => {
      const [row] = await cellsOf([['P1', { day: 44621 }, 40]], { date1904: on });
      expect(row?.cells).toEqual(['P1', '2026-03-02', '40']);
    },
  );

  test.each(['0', 'false'])('that says %s for 1904 is of 1900', async (off) => {
    const [row] = await cellsOf([['P1', { day: 46083.9 }, 40]], { date1904: off });
    expect(row?.cells).toEqual(['P1', '2026-03-02', '40']);
  });

  test('has the day of a strict date as it is written, in whatever zone', async () => {
    const [row] = await cellsOf([['P1', { iso: '2026-03-02T23:30:00' }, 40]]);
    expect(row?.cells[1]).toBe('2026-03-02');
  });

  test('says what a person sees: zeros, raised and struck-out text, formulas without a value', async () => {
    const rows = await cellsOf([
      [{ number: 41, format: '00000' }, { day: 46083 }, { number: 35, format: '0"/64"' }],
      [
        'P2',
        { day: 46083 },
        {
          runs: [
            ['', '3'],
            ['<vertAlign val="superscript"/>', '1'],
          ],
        },
      ],
      [
        'P3',
        { day: 46083 },
        {
          runs: [
            ['<strike/>', '3'],
            ['', '8'],
          ],
        },
      ],
      ['P4', { day: 46083 }, { formula: 'SUM(A1:A2)' }],
      ['P5', { day: 46083 }, { formula: 'SUM(A1:A2)', value: '12' }],
      ['P6', { day: 46083 }, { number: 1, format: '0%' }],
    ]);
    expect(rows.map(({ cells, held }) => [cells[0], cells[2], held?.[2]])).toEqual([
      ['00041', '35/64', '35'],
      ['P2', '3¹', undefined],
      ['P3', '[struck out: 3]8', undefined],
      ['P4', '[no value: =SUM(A1:A2)]', undefined],
      ['P5', '12', undefined],
      ['P6', '100%', undefined],
    ]);
  });
});

describe('the sheet that is read', () => {
  const scores: WorkbookSheet['rows'] = { 1: HEADER, 2: ['P1', { day: 46083 }, 40] };
  const old: WorkbookSheet['rows'] = { 1: HEADER, 2: ['P1', { day: 46083 }, 44] };
  const read = async (sheets: Parameters<typeof workbook>[0], sheet?: string) => {
    const { facts, rows } = await tableOf(workbook(sheets), { sheet });
    return { sheet: facts.sheet, rules: facts.faults.map(({ rule }) => rule), score: rows.at(-1)?.cells[2] };
  };

  test('is the visible one with scores, not a chart and not a hidden one before it', async () => {
    const chart = { rows: {}, chart: true };
    expect(
      await read({ Chart1: chart, Old: { rows: old, hidden: true }, Notes: { 1: ['x'] }, Scores: scores }),
    ).toEqual({
      sheet: 'Scores',
      rules: [],
      score: '40',
    });
  });

  test('has to be named where two look like scores', async () => {
    expect((await read({ A: scores, B: old })).rules).toEqual(['sheet-unclear']);
    expect(await read({ A: scores, B: old }, 'B')).toEqual({ sheet: 'B', rules: [], score: '44' });
  });

  test('has to be named where only a hidden one holds anything', async () => {
    expect((await read({ Scores: {}, backup: { rows: old, hidden: true } })).rules).toEqual(['sheet-hidden']);
  });

  test('has its hidden rows asked about, and its comments reported', async () => {
    const { facts } = await tableOf(
      workbook({ Scores: { rows: { ...scores, 3: ['P2', '', 3] }, hiddenRows: [3], comments: 2 } }),
    );
    expect(facts.faults).toMatchObject([{ rule: 'rows-hidden', acceptable: true }]);
    expect(facts.warnings).toMatchObject([{ rule: 'comments-left-out' }]);
  });
});

test('a damaged workbook is refused in words', async () => {
  await expect(tableOf('PK\u0003\u0004 broken')).rejects.toThrow(/damaged/);
});

test('any table that a program writes as a workbook comes back cell by cell', async () => {
  const cell = fc
    .string({ unit: fc.constantFrom(...'ab1 ,;<&>"\'=ü'), minLength: 1, maxLength: 8 })
    .filter((text) => text.trim() !== '');
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(table, async (written) => {
      const numbered = Object.fromEntries(written.map((row, at) => [at + 1, row]));
      const { rows } = await tableOf(workbook({ Scores: numbered }));
      expect(rows.map(({ cells }) => cells)).toEqual(written);
    }),
    { numRuns: 40 },
  );
});
