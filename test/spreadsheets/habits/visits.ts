import { sheet } from '../spreadsheet.js';
import { DAYS, SAVED, SCORES, SIX, type Habit } from './habit.js';

/** A file with one row for each of the six infusions of P1. */
const visits = (header: string, of: (number: number) => string) => sheet(header, ...SIX.map(of));

export const VISITS: Habit[] = [
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
    onPage: true,
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
    name: 'one row a visit, as REDCap exports labels',
    file: visits(
      'Record ID,Event Name,Repeat Instance,CUDOS Date,CUDOS Total',
      (k) => `P1,Infusion ${k} (Arm 1: Ketamine),,${DAYS[k - 1]},${SCORES[k - 1]}`,
    ),
    stops: ['one-row-a-visit'],
    savedWith: { accept: 'one-row-a-visit' },
    courses: [SAVED],
  },
  {
    name: 'one row a visit, as REDCap exports a form that repeats',
    file: visits(
      'record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,cudos_date,cudos_total',
      (k) => `P1,induction_arm_1,cudos,${k},${DAYS[k - 1]},${SCORES[k - 1]}`,
    ),
    stops: ['one-row-a-visit'],
    savedWith: { accept: 'one-row-a-visit' },
    courses: [SAVED],
  },
  {
    name: 'one row a questionnaire, as a record system lists several',
    file: sheet(
      'MRN,Date of service,Instrument,Score',
      ...SIX.flatMap((k) => [`P1,${DAYS[k - 1]},PHQ-9,${k}`, `P1,${DAYS[k - 1]},CUDOS,${SCORES[k - 1]}`]),
    ),
    stops: ['one-row-a-visit', 'other-instrument'],
    savedWith: { accept: 'one-row-a-visit,other-instrument' },
    courses: [SAVED],
  },
  {
    name: 'one row a visit, with the answers of the form beside the total',
    file: visits(
      `record_id,redcap_event_name,cudos_date,${Array.from({ length: 18 }, (_, at) => `cudos_${at + 1}`).join(',')},cudos_total`,
      (k) => `P1,infusion_${k}_arm_1,${DAYS[k - 1]},${'2,'.repeat(18)}${SCORES[k - 1]}`,
    ),
    stops: ['one-row-a-visit'],
    savedWith: { accept: 'one-row-a-visit' },
    courses: [SAVED],
  },
  {
    name: 'one row a visit, visits from 0',
    file: visits('MRN,Visit,Date,CUDOS', (k) => `P1,${k - 1},${DAYS[k - 1]},${SCORES[k - 1]}`),
    stops: ['one-row-a-visit', 'visits-left-over'],
    savedWith: { numberFrom: '0', accept: 'one-row-a-visit' },
    courses: [SAVED],
    onPage: true,
  },
  {
    name: 'one row a visit, a seventh and an eighth visit',
    file: sheet(
      'MRN,Visit,Date,CUDOS',
      ...SIX.map((k) => `P1,${k},${DAYS[k - 1]},${SCORES[k - 1]}`),
      'P1,7,2026-03-26,11',
      'P1,Booster 2,2026-03-30,10',
    ),
    stops: ['one-row-a-visit', 'visits-left-over'],
    savedWith: { accept: 'one-row-a-visit,visits-left-over' },
    courses: [SAVED],
    onPage: true,
  },
  {
    name: 'one row a visit without a name, the seventh a day after the sixth',
    file: sheet('MRN,Date,CUDOS', ...SIX.map((k) => `P1,${DAYS[k - 1]},${SCORES[k - 1]}`), 'P1,2026-03-20,11'),
    stops: ['courses-close', 'one-row-a-visit', 'visits-past-six'],
    savedWith: { accept: 'courses-close,one-row-a-visit,visits-past-six' },
    courses: [SAVED, 'P1 2026-03-20 11 - - - - -'],
  },
  {
    name: 'one row a visit, none with the name of a visit',
    file: visits('MRN,Visit,Date,CUDOS', (k) => `P1,Dr. ${k}th,${DAYS[k - 1]},${SCORES[k - 1]}`),
    stops: ['one-row-a-visit', 'visits-left-over'],
    savedWith: null,
  },
  {
    name: 'one row a visit, a visit twice',
    file: sheet(
      'MRN,Infusion,Date,CUDOS',
      ...[1, 2, 2, 3].map((k, at) => `P1,${k},${DAYS[k - 1]},${at === 2 ? 33 : SCORES[k - 1]}`),
    ),
    stops: ['one-row-a-visit', 'visit-twice'],
    savedWith: null,
  },
  {
    name: 'one row a visit, the chart number only in the first',
    file: sheet(
      'MRN,Infusion,Date,CUDOS',
      ...['P1', 'P2'].flatMap((chart) =>
        SIX.map((k) => `${k === 1 ? chart : ''},${k},${DAYS[k - 1]},${SCORES[k - 1]}`),
      ),
    ),
    stops: ['chart-number-above', 'one-row-a-visit'],
    savedWith: { accept: 'chart-number-above,one-row-a-visit' },
    courses: [SAVED, SAVED.replace('P1', 'P2')],
  },
  {
    name: 'one row a visit, the names of the columns on each page',
    file: sheet(
      ...[1, 4].flatMap((from) => [
        'MRN,Date of service,CUDOS total',
        ...[0, 1, 2].map((k) => `P1,${DAYS[from + k - 1]},${SCORES[from + k - 1]}`),
      ]),
    ),
    stops: ['one-row-a-visit'],
    savedWith: { accept: 'one-row-a-visit' },
    courses: [SAVED],
  },
];
