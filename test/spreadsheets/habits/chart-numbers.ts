import { workbook } from '../../support/workbook.js';
import { sheet } from '../spreadsheet.js';
import { SAVED, WIDE, line, names, with3, workbookRow, type Habit } from './habit.js';

export const CHART_NUMBERS: Habit[] = [
  {
    name: 'chart numbers that a program has shortened',
    file: sheet(WIDE, line('1.23457E+11')),
    stops: ['chart-number-shortened'],
    savedWith: null,
  },
  {
    name: 'chart numbers that a program has cut',
    file: sheet(WIDE, line('1234567890123450')),
    stops: ['chart-number-cut'],
    savedWith: { accept: 'chart-number-cut' },
    onPage: true,
    courses: ['1234567890123450 2026-03-02 40 34 28 20 15 12'],
  },
  {
    name: 'chart numbers with zeros by a format',
    file: workbook({ Scores: { 1: WIDE.split(','), 2: workbookRow({ number: 41, format: '00000' }) } }),
    stops: [],
    savedWith: {},
    courses: ['00041 2026-03-02 40 34 28 20 15 12'],
  },
  {
    name: 'spaces and characters that nobody sees',
    file: sheet(
      `chart_number,${names((k) => `date_${k},score_${k}`)}`.replace('score_3', 'score_3\u200B'),
      line('\u200EP1\u00A0', with3('28\u00A0')),
    ),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
  {
    name: 'zeros kept by a formula, as some programs write them for Excel',
    file: sheet(WIDE, line('"=""00041"""')),
    stops: [],
    savedWith: {},
    courses: ['00041 2026-03-02 40 34 28 20 15 12'],
  },
  {
    name: 'chart numbers of which one has lost its zeros',
    file: sheet(WIDE, line('0041'), line('41')),
    stops: ['patient-under-other-number'],
    savedWith: { skipFailed: 'true' },
    courses: ['0041 2026-03-02 40 34 28 20 15 12'],
  },
  {
    name: 'a letter of another alphabet that looks the same',
    file: sheet(WIDE, line('\u0410-1')),
    stops: ['chart-number-alphabet'],
    savedWith: { accept: 'chart-number-alphabet' },
    courses: ['\u0410-1 2026-03-02 40 34 28 20 15 12'],
  },
];
