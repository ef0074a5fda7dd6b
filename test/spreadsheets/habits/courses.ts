import { sheet } from '../spreadsheet.js';
import { DAYS, SAVED, SCORES, WIDE, line, type Habit } from './habit.js';

export const COURSES: Habit[] = [
  {
    name: 'the same course on another day',
    file: sheet(WIDE, line('P1'), line('P1', SCORES, ['2026-03-03', ...DAYS.slice(1)])),
    stops: ['course-repeated'],
    savedWith: { skipFailed: 'true' },
    courses: [SAVED],
  },
  {
    name: 'one row a visit that looks like one row a course',
    file: sheet('MRN,Date 1,Score 1', 'P1,2026-03-02,40', 'P1,2026-03-05,34'),
    stops: ['courses-close'],
    savedWith: null,
  },
  {
    name: 'a year typed wrong',
    file: sheet(WIDE, line('P1', SCORES, DAYS.with(0, '2025-03-02'))),
    stops: ['date-far-from-plan'],
    onPage: true,
    savedWith: { accept: 'date-far-from-plan' },
    courses: ['P1 2025-03-02 40 34 28 20 15 12'],
  },
  {
    name: 'two infusions on one day',
    file: sheet(WIDE, line('P1', SCORES, DAYS.with(1, '2026-03-02'))),
    stops: ['infusions-on-one-day'],
    savedWith: { accept: 'infusions-on-one-day' },
    courses: [SAVED],
  },
  {
    name: 'days of a hundred years ago',
    file: sheet(
      WIDE,
      line(
        'P1',
        SCORES,
        DAYS.map((day) => day.replace('2026', '1926')),
      ),
    ),
    stops: ['date-long-ago'],
    savedWith: { accept: 'date-long-ago' },
    courses: ['P1 1926-03-02 40 34 28 20 15 12'],
  },
  {
    name: 'the same course twice',
    file: sheet(WIDE, line('P1'), line('P1')),
    stops: ['course-twice'],
    savedWith: { skipFailed: 'true' },
    courses: [SAVED],
  },
];
