import { sheet } from '../spreadsheet.js';
import { DAYS, SAVED, SCORES, WIDE, line, names, type Habit } from './habit.js';

export const COLUMNS: Habit[] = [
  {
    name: 'visits numbered from 0',
    file: sheet(`chart_number,${names((k) => `date_${k - 1},score_${k - 1}`)}`, line('P1')),
    stops: ['columns-left-over'],
    savedWith: { numberFrom: '0' },
    courses: [SAVED],
    onPage: true,
  },
  {
    name: 'visits numbered by pandas, the first without a number',
    file: sheet(`chart_number,${names((k) => (k === 1 ? 'Date,Score' : `Date.${k - 1},Score.${k - 1}`))}`, line('P1')),
    stops: ['columns-left-over'],
    savedWith: { numberFrom: '0' },
    courses: [SAVED],
  },
  {
    name: 'a seventh infusion',
    file: sheet(`${WIDE},date_7,score_7`, `${line('P1')},2026-03-23,9`),
    stops: ['columns-left-over'],
    savedWith: { accept: 'columns-left-over' },
    courses: [SAVED],
    onPage: true,
  },
  {
    name: 'eighteen answers in place of scores',
    file: sheet(
      `chart_number,date_1,${Array.from({ length: 18 }, (_, at) => `cudos_${at + 1}`).join(',')}`,
      `P1,2026-03-02,${Array.from({ length: 18 }, () => '2').join(',')}`,
    ),
    stops: ['column-missing'],
    savedWith: null,
  },
  {
    name: 'ordinal names',
    file: sheet(
      `Chart #,${names((k) => `${['1st', '2nd', '3rd', '4th', 'fifth', 'Sixth'][k - 1]} infusion date,${k} infusion CUDOS`)}`,
      line('P1'),
    ),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
  {
    name: 'only before and after',
    file: sheet('MRN,Pre date,Pre score,Post date,Post score', 'P1,2026-03-02,40,2026-03-20,12'),
    stops: ['last-as-infusion-6'],
    savedWith: { accept: 'last-as-infusion-6' },
    courses: ['P1 2026-03-02 40 - - - - 12'],
  },
  {
    name: 'only an initial and a final score',
    file: sheet('Pt ID,Initial date,Initial CUDOS,Final date,Final CUDOS', 'P1,2026-03-02,40,2026-03-20,12'),
    stops: ['last-as-infusion-6'],
    savedWith: { accept: 'last-as-infusion-6' },
    courses: ['P1 2026-03-02 40 - - - - 12'],
  },
  {
    name: 'names that repeat without a number',
    file: sheet(`MRN,${names(() => 'Date,CUDOS')}`, line('P1')),
    stops: ['columns-numbered'],
    savedWith: { accept: 'columns-numbered' },
    courses: [SAVED],
  },
  {
    name: 'numbers in words, and the range of the score',
    file: sheet(
      `Pt ID,${names((k) => `Session ${['One', 'Two', 'Three', 'Four', 'Five', 'Six'][k - 1]} date,Ketamine ${k} CUDOS (0-64)`)}`,
      line('P1'),
    ),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
  {
    name: 'names of columns that mean something else',
    file: sheet(`${WIDE},Reason for visit 1,CUDOS 6 (%)`, `${line('P1')},Depression,70`),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
  {
    name: 'a baseline, and visits from 1',
    file: sheet(
      `MRN,${names((k) => (k === 1 ? 'Baseline date,Baseline CUDOS' : `Visit ${k - 1} date,Visit ${k - 1} CUDOS`))}`,
      line('P1'),
    ),
    stops: ['column-twice'],
    savedWith: { numberFrom: '0' },
    courses: [SAVED],
  },
  {
    name: 'a baseline, and weeks',
    file: sheet('MRN,Baseline date,Baseline CUDOS,Week 1 date,Week 1 CUDOS', 'P1,2026-03-02,40,2026-03-09,30'),
    stops: ['columns-left-over'],
    savedWith: { accept: 'columns-left-over' },
    courses: ['P1 2026-03-02 40 - - - - -'],
  },
  ...(
    [
      ['German', 'Patientennummer', 'Datum Sitzung', 'Punktzahl', 'Abbruchgrund', '2. März 2026'],
      ['French', 'Numéro de dossier', 'Date de la perfusion', 'Score séance', 'Motif d’arrêt', '2 mars 2026'],
      ['Spanish', 'Número de historia', 'Fecha sesión', 'Puntuación', 'Motivo de abandono', '2 de marzo de 2026'],
      ['Dutch', 'Patiëntnummer', 'Datum infuus', 'Score sessie', 'Reden van stoppen', '2 mrt 2026'],
    ] as const
  ).map(([language, chart, date, score, reason, first]): Habit => {
    const days = [first, ...DAYS.slice(1)];
    return {
      name: `names and a day in ${language}`,
      file: sheet(
        `${chart};${names((k) => `${date} ${k};${score} ${k}`).replaceAll(',', ';')};${reason}`,
        `${line('P1', SCORES, days).replaceAll(',', ';')};`,
      ),
      stops: [],
      savedWith: {},
      courses: [SAVED],
    };
  }),
  {
    name: 'a column without a name',
    file: sheet('MRN,Date 1,Score 1,Date 2,,Date 3,Score 3', 'P1,2026-03-02,40,2026-03-05,34,2026-03-09,28'),
    stops: ['columns-left-over'],
    savedWith: { accept: 'columns-left-over' },
    courses: ['P1 2026-03-02 40 - 28 - - -'],
  },
  {
    name: 'names as Excel numbers those of a table',
    file: sheet(`MRN,${names((k) => (k === 1 ? 'Date,Score' : `Date${k},Score${k}`))}`, line('P1')),
    stops: ['columns-numbered'],
    savedWith: { accept: 'columns-numbered' },
    courses: [SAVED],
  },
  {
    name: 'how many infusions there are, in the names',
    file: sheet(`MRN,${names((k) => `Ketamine ${k} of 6 date,Ketamine ${k}/6 CUDOS`)}`, line('P1')),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
  {
    name: 'a first and a last score beside the days of the series',
    file: sheet('MRN,Start date,Start score,End date,End score', 'P1,2026-03-02,40,2026-03-20,12'),
    stops: ['last-as-infusion-6'],
    savedWith: { accept: 'last-as-infusion-6' },
    courses: ['P1 2026-03-02 40 - - - - 12'],
  },
  {
    name: 'a total that is a dose',
    file: sheet(`${WIDE},Total dose 1,PHQ-9 score 1,Next visit date 2`, `${line('P1')},35,20,2026-03-05`),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
];
