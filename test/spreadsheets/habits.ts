import { workbook } from '../support/workbook.js';
import { sheet } from './spreadsheet.js';

/** How a stranger keeps a spreadsheet, which faults the service finds in it, and how it can be saved. */
export interface Habit {
  name: string;
  file: string | Buffer;
  /** Settings with which it is checked. */
  settings?: Record<string, string>;
  /** Rules of what stops a commit, each once. */
  stops: string[];
  /** Settings with which it can be saved; null where it has to be corrected first. */
  savedWith: Record<string, string> | null;
  /** Chart number, start and the scores at the six infusions of each course that is saved. */
  courses?: string[];
}

const SIX = [1, 2, 3, 4, 5, 6];
const names = (of: (number: number) => string) => SIX.map(of).join(',');
const WIDE = `chart_number,${names((k) => `date_${k},score_${k}`)}`;
const DAYS = ['2026-03-02', '2026-03-05', '2026-03-09', '2026-03-12', '2026-03-16', '2026-03-19'];
const SCORES = ['40', '34', '28', '20', '15', '12'];
const cells = (scores: readonly string[] = SCORES, days: readonly string[] = DAYS) =>
  scores.map((score, at) => `${days[at]},${score}`).join(',');
const line = (chart: string, scores?: readonly string[], days?: readonly string[]) => `${chart},${cells(scores, days)}`;
const with3 = (score: string) => SCORES.with(2, score);
const SAVED = 'P1 2026-03-02 40 34 28 20 15 12';
const MISSED3 = 'P1 2026-03-02 40 34 - 20 15 12';

export const HABITS: Habit[] = [
  { name: 'columns as they should be', file: sheet(WIDE, line('P1')), stops: [], savedWith: {}, courses: [SAVED] },
  {
    name: 'visits numbered from 0',
    file: sheet(`chart_number,${names((k) => `date_${k - 1},score_${k - 1}`)}`, line('P1')),
    stops: ['columns-left-over'],
    savedWith: { numberFrom: '0' },
    courses: [SAVED],
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
  },
  {
    name: 'eighteen answers in place of scores',
    file: sheet(
      `chart_number,date_1,${Array.from({ length: 18 }, (_, at) => `cudos_${at + 1}`).join(',')}`,
      `P1,2026-03-02,${Array.from({ length: 18 }, () => '2').join(',')}`,
    ),
    stops: ['columns-left-over', 'date-missing'],
    savedWith: null,
  },
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
    courses: ['1234567890123450 2026-03-02 40 34 28 20 15 12'],
  },
  {
    name: 'chart numbers with zeros by a format',
    file: workbook({
      Scores: {
        1: WIDE.split(','),
        2: [
          { number: 41, format: '00000' },
          ...cells()
            .split(',')
            .map((text, at) => (at % 2 ? Number(text) : text)),
        ],
      },
    }),
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
    name: 'a quotation mark that does not close',
    file: sheet(`${WIDE},notes`, `${line('P1')},"felt calm`, `${line('P2')},`, `${line('P3')},said 6" hurt`),
    stops: ['quote-open'],
    savedWith: { skipFailed: 'true' },
    courses: ['P2 2026-03-02 40 34 28 20 15 12', 'P3 2026-03-02 40 34 28 20 15 12'],
  },
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
    name: 'a title above, and semicolons',
    file: sheet('Riverside outcomes, all', '', WIDE.replaceAll(',', ';'), line('P1').replaceAll(',', ';')),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
  {
    name: 'a quoted sep= line, and pipes',
    file: `\uFEFF"sep=|"\r\n${WIDE.replaceAll(',', '|')}\r\n${line('P1').replaceAll(',', '|')}\r\n`,
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
  {
    name: 'two rows of names',
    file: sheet(`Patient,${names((k) => `Infusion ${k},`)}`, `MRN,${names(() => 'Date,CUDOS')}`, line('P1')),
    stops: [],
    savedWith: {},
    courses: [SAVED],
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
    name: 'the names of the columns once more below',
    file: sheet(WIDE, line('P1'), '', WIDE, line('P2')),
    stops: ['header-repeated'],
    savedWith: { skipFailed: 'true' },
    courses: [SAVED, SAVED.replace('P1', 'P2')],
  },
  {
    name: 'averages below',
    file: sheet(WIDE, line('P1'), 'Average,,40,,34,,28,,20,,15,,12'),
    stops: ['chart-number-missing', 'date-missing'],
    savedWith: { skipFailed: 'true' },
    courses: [SAVED],
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
    stops: ['total-not-whole'],
    savedWith: null,
  },
  {
    name: 'Unicode text, as Excel saves it',
    file: Buffer.from(`\uFEFF${sheet(WIDE, line('P1')).replaceAll(',', '\t')}`, 'utf16le'),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
  {
    name: 'one row a visit, as LimeSurvey exports codes of questions',
    file: sheet(
      'id,submitdate,lastpage,startlanguage,seed,startdate,datestamp,mrn,visit,cudos',
      ...SIX.map(
        (k) =>
          `${k},${DAYS[k - 1]} 10:11:12,3,en,7,${DAYS[k - 1]} 10:00:00,${DAYS[k - 1]} 10:11:12,P1,${k},${SCORES[k - 1]}`,
      ),
    ),
    stops: ['one-row-a-visit'],
    savedWith: { accept: 'one-row-a-visit' },
    courses: [SAVED],
  },
  {
    name: 'one row a visit, as LimeSurvey exports codes and texts',
    file: sheet(
      '"id. Response ID","submitdate. Date submitted","mrn. Chart number","visit. Infusion number","cudos. CUDOS total"',
      ...SIX.map((k) => `"${k}","${DAYS[k - 1]} 10:11:12","P1","${k}","${SCORES[k - 1]}"`),
    ),
    stops: ['one-row-a-visit'],
    savedWith: { accept: 'one-row-a-visit' },
    courses: [SAVED],
  },
  {
    name: 'one row a visit, as Kobo exports it with groups',
    file: sheet(
      'start;end;today;patient/chart_number;visit/infusion_number;visit/cudos_total;_id;_uuid;_submission_time',
      ...SIX.map(
        (k) =>
          `${DAYS[k - 1]}T10:00:00.000-07:00;${DAYS[k - 1]}T10:11:00.000-07:00;${DAYS[k - 1]};P1;infusion_${k};${SCORES[k - 1]};5${k};u${k};${DAYS[k - 1]}T17:11:00`,
      ),
    ),
    stops: ['one-row-a-visit'],
    savedWith: { accept: 'one-row-a-visit' },
    courses: [SAVED],
  },
  {
    name: 'one row a visit, as REDCap exports it',
    file: sheet(
      'record_id,redcap_event_name,redcap_repeat_instance,cudos_date,cudos_total',
      ...SIX.map((k) => `P1,infusion_${k}_arm_1,,${DAYS[k - 1]},${SCORES[k - 1]}`),
    ),
    stops: ['one-row-a-visit'],
    savedWith: { accept: 'one-row-a-visit' },
    courses: [SAVED],
  },
  {
    name: 'one row a visit without a number, as a record system lists it',
    file: sheet('MRN,Date of service,CUDOS total', ...SIX.map((k) => `P1,${DAYS[k - 1]},${SCORES[k - 1]}`).reverse()),
    stops: ['one-row-a-visit'],
    savedWith: { accept: 'one-row-a-visit' },
    courses: [SAVED],
  },
  {
    name: 'dates with a month in letters, a time, or without hyphens',
    file: sheet(
      WIDE,
      line('P1', SCORES, [
        '2-Mar-26',
        'March 5 2026',
        '2026-03-09 00:00:00',
        '20260312',
        '16 Mar 2026',
        '2026-03-19T18:30:00',
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
    courses: [SAVED],
  },
  {
    name: 'days as numbers',
    file: sheet(WIDE, line('P1', SCORES, ['46083', '46086', '46090', '46093', '46097', '46100'])),
    stops: ['date-is-number'],
    savedWith: { dayCount: '1900' },
    courses: [SAVED],
  },
  {
    name: 'words for sex and diagnosis',
    file: sheet(`${WIDE},gender,diagnosis`, `${line('P1')},FTM,F33.2`, `${line('P2')},Non-binary,something else`),
    stops: [],
    savedWith: {},
    courses: [SAVED, SAVED.replace('P1', 'P2')],
  },
  {
    name: 'a word in place of a score',
    file: sheet(WIDE, line('P1', with3('no show'))),
    stops: ['score-missed'],
    savedWith: { accept: 'score-missed' },
    courses: [MISSED3],
  },
  {
    name: 'a doubtful score',
    file: sheet(WIDE, line('P1', with3('35?'))),
    stops: ['total-not-a-number'],
    savedWith: null,
  },
  {
    name: 'a formula without a value',
    file: workbook({
      Scores: {
        1: WIDE.split(','),
        2: [
          'P1',
          ...cells()
            .split(',')
            .map((text, at) => (at === 5 ? { formula: 'SUM(A1)' } : at % 2 ? Number(text) : text)),
        ],
      },
    }),
    stops: ['formula-without-value'],
    savedWith: null,
  },
  {
    name: 'completed, in the column of reasons for stopping',
    file: sheet(`${WIDE},stopped_reason`, `${line('P1')},Completed series`),
    stops: ['reason-not-given'],
    savedWith: { accept: 'reason-not-given' },
    courses: [SAVED],
  },
  {
    name: 'names of columns that mean something else',
    file: sheet(`${WIDE},Reason for visit 1,CUDOS 6 (%)`, `${line('P1')},Depression,70`),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
];
