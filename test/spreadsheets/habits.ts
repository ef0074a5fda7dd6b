import { CHART_NUMBERS } from './habits/chart-numbers.js';
import { COLUMNS } from './habits/columns.js';
import { COURSES } from './habits/courses.js';
import { DATES } from './habits/dates.js';
import { FILES } from './habits/files.js';
import type { Habit } from './habits/habit.js';
import { VISITS } from './habits/visits.js';
import { WORDS } from './habits/words.js';
import { WORKBOOKS } from './habits/workbooks.js';

/** What clinics send: the same for the API, the command line and, one of each kind of decision, the page. */
export const HABITS: readonly Habit[] = [
  ...FILES,
  ...COLUMNS,
  ...CHART_NUMBERS,
  ...COURSES,
  ...VISITS,
  ...DATES,
  ...WORDS,
  ...WORKBOOKS,
];
