import { sheet } from '../spreadsheet.js';
import { DAYS, MISSED3, SAVED, WIDE, line, with3, type Habit } from './habit.js';

export const WORDS: Habit[] = [
  {
    name: 'words for sex and diagnosis',
    file: sheet(`${WIDE},gender,diagnosis`, `${line('P1')},FTM,F33.2`, `${line('P2')},Non-binary,something else`),
    stops: [],
    savedWith: {},
    courses: [SAVED, SAVED.replace('P1', 'P2')],
  },
  {
    name: 'a word in place of a score',
    onPage: true,
    file: sheet(WIDE, line('P1', with3('no show'))),
    stops: ['score-missed'],
    savedWith: { accept: 'score-missed' },
    courses: [MISSED3],
  },
  {
    name: 'a word in place of the day',
    file: sheet(WIDE, line('P1').replace('2026-03-09,28', 'no show,')),
    stops: ['score-missed'],
    savedWith: { accept: 'score-missed' },
    courses: [MISSED3],
  },
  {
    name: 'n/a in place of day and score',
    file: sheet(WIDE, line('P1').replace('2026-03-09,28', 'N/A,N/A')),
    stops: ['score-missed'],
    savedWith: { accept: 'score-missed' },
    courses: [MISSED3],
  },
  {
    name: 'a note in place of a score, a long one',
    file: sheet(WIDE, line('P1', with3('did not feel well and left '.repeat(30)))),
    stops: ['total-not-a-number'],
    savedWith: null,
  },
  {
    name: 'a doubtful score',
    file: sheet(WIDE, line('P1', with3('35?'))),
    stops: ['total-not-a-number'],
    savedWith: null,
  },
  {
    name: 'a score with a decimal comma among semicolons',
    file: sheet(
      WIDE.replaceAll(',', ';'),
      line(
        'P1',
        with3('28.0'),
        DAYS.map((day) => day.split('-').reverse().join('/')),
      )
        .replaceAll(',', ';')
        .replace('28.0', '28,0'),
    ),
    settings: { dateFormat: 'dd/mm/yyyy' },
    stops: ['total-not-plain'],
    savedWith: { accept: 'total-not-plain' },
    courses: [SAVED],
  },
  {
    name: 'completed, in the column of reasons for stopping',
    onPage: true,
    file: sheet(`${WIDE},stopped_reason`, `${line('P1')},Completed series`),
    stops: ['reason-not-given'],
    savedWith: { accept: 'reason-not-given' },
    courses: [SAVED],
  },
  {
    name: 'a reason for stopping in other words',
    file: sheet(`${WIDE},stopped_reason`, `${line('P1')},Too far to drive`),
    stops: ['reason-not-listed'],
    savedWith: { accept: 'reason-not-listed' },
    courses: [SAVED],
  },
  {
    name: 'a tick in the column of reasons for stopping',
    file: sheet(`${WIDE},stopped_reason`, `${line('P1')},x`),
    stops: ['reason-missing'],
    savedWith: null,
  },
  {
    name: 'a score with the highest one beside it',
    file: sheet(WIDE, line('P1', with3('28/64'))),
    stops: ['total-not-plain'],
    savedWith: { accept: 'total-not-plain' },
    courses: [SAVED],
  },
];
