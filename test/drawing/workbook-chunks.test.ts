import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { TableCell } from '../../src/http/csv-lines.js';
import { workbookChunks } from '../../src/drawing/workbook-chunks.js';
import { tableOf } from '../spreadsheets/table-file.js';

async function workbookOf(...batches: TableCell[][][]): Promise<Buffer> {
  return buffer(workbookChunks('scores', Readable.from(batches)));
}

async function sheetOf(rows: TableCell[][]): Promise<string> {
  return strFromU8(unzipSync(await workbookOf(rows))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
}

test.each<[string, TableCell, string]>([
  ['a chart number keeps its zeros', '00041', 't="inlineStr"><is><t xml:space="preserve">00041</t></is></c>'],
  ['a text like a formula is a text', '=1+1', 't="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>'],
  ['a score is a number', 35, '<c r="A1"><v>35</v></c>'],
  // 1 January 2000 is day 36526 in Excel; from there 26 years with 7 leap days (2000 to 2024) and 60 days: 46083.
  ['a day is a day', { day: '2026-03-02' }, '<c r="A1" s="1"><v>46083</v></c>'],
  // Excel counts 1 January 1900 as day 1, and as 60 a 29 February that there was not.
  ['the first day that can be entered is day 1', { day: '1900-01-01' }, '<c r="A1" s="1"><v>1</v></c>'],
  ['a day before that is the same in Excel', { day: '1900-02-28' }, '<c r="A1" s="1"><v>59</v></c>'],
  ['a day after it is too', { day: '1900-03-01' }, '<c r="A1" s="1"><v>61</v></c>'],
  ['an unseen character is written by its code', 'a\rb', '>a_x000D_b<'],
])('%s', async (_, cell, xml) => {
  expect(await sheetOf([[cell]])).toContain(xml);
});

test('the 27th column is AA, and an empty cell is left out', async () => {
  const cells = Array.from({ length: 28 }, (_, at) => (at === 26 ? 5 : null));
  expect(await sheetOf([cells])).toContain('<row r="1"><c r="AA1"><v>5</v></c></row>');
});

test('every text comes back as it was, whatever the batches', async () => {
  const text = fc.string({ unit: 'binary', minLength: 1 }).filter((each) => each.trim() !== '');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1 }), async (rows) => {
      const table = [['chart_number', 'date_1', 'score_1'], ...rows];
      const { rows: read } = await tableOf(await workbookOf(table.slice(0, 2), table.slice(2)));
      expect(read.map(({ cells }) => cells)).toEqual(table);
    }),
    { numRuns: 40 },
  );
});
