import { workbook, type WorkbookSheet } from '../../support/workbook.js';
import { SAVED, WIDE, workbookRow, type Habit } from './habit.js';

const HEADER = WIDE.split(',');
const scores = (row = workbookRow('P1')): WorkbookSheet['rows'] => ({ 1: HEADER, 2: row });
/** 2 March 2026 and the other days, as Excel on old Macs counts from 1904. */
const DAYS_OF_1904 = [44621, 44624, 44628, 44631, 44635, 44638];
const from1904 = Object.fromEntries(DAYS_OF_1904.map((day, at) => [2 * at + 1, { day }]));

export const WORKBOOKS: Habit[] = [
  {
    name: 'a workbook',
    file: workbook({ Scores: scores() }),
    stops: [],
    savedWith: {},
    courses: [SAVED],
    onPage: true,
  },
  ...['1', 'true', 'on'].map((date1904): Habit => ({
    name: `days counted from 1904, said by ${date1904}`,
    file: workbook({ Scores: scores(workbookRow('P1', from1904)) }, { date1904 }),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  })),
  {
    name: 'a sheet with only a chart, and a summary',
    file: workbook({ Chart: { rows: {}, chart: true }, Summary: { 1: ['Patients', 1] }, Scores: scores() }),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
  {
    name: 'two sheets of scores',
    file: workbook({ 'Until 2025': scores(workbookRow('P2')), Scores: scores() }),
    stops: ['sheet-unclear'],
    savedWith: { sheet: 'Scores' },
    courses: [SAVED],
    onPage: true,
  },
  {
    name: 'scores in a hidden sheet',
    file: workbook({ Scores: { rows: scores(), hidden: true }, Summary: { 1: ['Patients', 1], 2: ['Courses', 1] } }),
    stops: ['sheet-hidden'],
    savedWith: { sheet: 'Scores' },
    courses: [SAVED],
  },
  {
    name: 'a hidden row',
    file: workbook({ Scores: { rows: { ...scores(), 3: workbookRow('P2') }, hiddenRows: [3] } }),
    stops: ['rows-hidden'],
    savedWith: { accept: 'rows-hidden' },
    courses: [SAVED, SAVED.replace('P1', 'P2')],
    onPage: true,
  },
  {
    name: 'a formula without a value',
    file: workbook({ Scores: scores(workbookRow('P1', { 6: { formula: 'SUM(A1)' } })) }),
    stops: ['formula-without-value'],
    savedWith: null,
    onPage: true,
  },
  {
    name: 'the error of a formula',
    file: workbook({ Scores: scores(workbookRow({ error: '#REF!' })) }),
    stops: ['cell-error'],
    savedWith: null,
  },
  {
    name: 'a score that is struck out in part',
    file: workbook({
      Scores: scores(
        workbookRow('P1', {
          6: {
            runs: [
              ['<strike/>', '3'],
              ['', '28'],
            ],
          },
        }),
      ),
    }),
    stops: ['text-struck-out'],
    savedWith: null,
  },
  {
    name: 'a score with the raised number of a footnote',
    file: workbook({
      Scores: scores(
        workbookRow('P1', {
          6: {
            runs: [
              ['', '2'],
              ['<vertAlign val="superscript"/>', '1'],
            ],
          },
        }),
      ),
    }),
    stops: ['total-not-a-number'],
    savedWith: null,
  },
  {
    name: 'days in ISO 8601, in the evening',
    file: workbook({ Scores: scores(workbookRow('P1', { 1: { iso: '2026-03-02T23:30:00' } })) }),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
  {
    name: 'a score under a format that adds the highest one',
    file: workbook({ Scores: scores(workbookRow('P1', { 2: { number: 40, format: '0"/64"' } })) }),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
  {
    name: 'a score that its format rounds',
    file: workbook({ Scores: scores(workbookRow('P1', { 2: { number: 39.6, format: '0' } })) }),
    stops: ['total-not-whole'],
    savedWith: null,
  },
  {
    name: 'comments',
    file: workbook({ Scores: { rows: scores(), comments: 2 } }),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
];
