import { workbook } from '../../support/workbook.js';
import { sheet } from '../spreadsheet.js';
import { DAYS, SAVED, SCORES, WIDE, line, workbookRow, type Habit } from './habit.js';

export const DATES: Habit[] = [
  {
    name: 'dates with a month in letters, a time, or without hyphens',
    file: sheet(
      WIDE,
      line('P1', SCORES, [
        '2-Mar-26',
        'March 5 2026',
        '2026-03-09 00:00:00',
        '20260312',
        '16MAR2026',
        '2026/3/19 6:30 PM',
      ]),
    ),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
  {
    name: 'years of two digits, day and month in an order to be said',
    file: sheet(WIDE, line('P1', SCORES, ['3/2/26', '3/5/26', '3/9/26', '3/12/26', '3/16/26', '3/19/26'])),
    stops: ['date-format'],
    savedWith: { dateFormat: 'mm/dd/yyyy' },
    onPage: true,
    courses: [SAVED],
  },
  {
    name: 'days as numbers',
    file: sheet(WIDE, line('P1', SCORES, ['46083', '46086', '46090', '46093', '46097', '46100'])),
    stops: ['date-is-number'],
    savedWith: { dayCount: '1900' },
    onPage: true,
    courses: [SAVED],
  },
  {
    name: 'times in UTC',
    file: sheet(
      WIDE,
      line(
        'P1',
        SCORES,
        DAYS.map((day) => `${day} 23:30:00+00:00`),
      ),
    ),
    stops: ['date-of-instant'],
    savedWith: { accept: 'date-of-instant' },
    courses: [SAVED],
  },
  {
    // 3 February and 13 March, written day first: Excel in America takes the first for 2 March, and the second for a text.
    name: 'days that Excel has taken for months',
    file: workbook({
      Scores: { 1: 'MRN,Date 1,Score 1,Date 2,Score 2'.split(','), 2: ['P1', { day: 46083 }, 40, '13/03/2026', 34] },
    }),
    settings: { dateFormat: 'dd/mm/yyyy' },
    stops: ['dates-mixed'],
    savedWith: { accept: 'dates-mixed' },
    courses: ['P1 2026-03-02 40 34 - - - -'],
  },
  {
    name: 'a month without its day',
    file: workbook({
      Scores: { 1: WIDE.split(','), 2: workbookRow('P1', { 1: { number: 46082, format: 'mmm-yy' } }) },
    }),
    stops: ['date-incomplete'],
    savedWith: null,
  },
];
