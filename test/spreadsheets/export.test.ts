import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { answer } from '../support/answer.js';
import { testClinic, testCourse, type SignedIn, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { COLUMNS, download, downloadBytes, importReport, sheet } from './spreadsheet.js';
import { tableOf } from './table-file.js';

let app: TestApp;
let clinic: TestClinic;

beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  clinic = await testClinic(app);
});

const FORMATS = ['csv', 'xlsx'];

type Row = Record<string, string>;
const rowsIn = (text: string) => parse<Row>(text, { columns: true, bom: true });

/** Courses of every sort: completed, stopped, missed visits, a second course, follow-ups, odd names. */
const VARIED = sheet(
  `${COLUMNS},stopped_on,post_series_date,post_series_score,follow_up_4_date,follow_up_4_score,kind,indication,sex`,
  'P1,2026-01-05,40,2026-01-08,31,2026-01-12,27,2026-01-15,22,2026-01-19,15,2026-01-22,11,,,2026-02-01,9,2026-02-20,12,,ptsd,f',
  'P1,2026-03-02,22,2026-03-05,20,,,,,,,,,,,,,,,maintenance,,',
  'P2,2026-01-06,38,2026-01-09,36,,,2026-01-16,35,,,,,side effects,2026-01-20,,,,,,,',
  'P3,2026-01-07,52,2026-01-10,50,2026-01-14,47,,,2026-01-21,44,2026-01-24,26,,,,,,,,,',
  'P4,2026-01-07,30,2026-01-10,,,,,,,,,,too far to drive,,,,,,,,',
  "'-12,2025-11-03,45,2025-11-06,41,2025-11-10,33,2025-11-13,,2025-11-17,20,2025-11-20,,,,,,,,,,",
  '"Ö; ""7""",2025-10-06,0,,,,,,,,,2025-10-23,5,,,,,,,,,',
);

async function outcome(director: SignedIn): Promise<object> {
  const { body } = await answer(director.get('/v1/cohorts/outcome').expect(200));
  return { ...(body as object), asOf: null };
}

describe('the courses of a clinic', () => {
  beforeEach(async () => {
    const report = await importReport(app, clinic.director, VARIED, { commit: 'true', accept: 'reason-not-listed' });
    expect(report).toMatchObject({ coursesNew: 7, faultCount: 0 });
  });

  test.each(FORMATS)('come out of one clinic as %s and give the same figures in another', async (format) => {
    const text = await download(clinic.director, '/v1/exports/courses.csv');
    const file = await downloadBytes(clinic.director, `/v1/exports/courses.${format}`);
    const other = await testClinic(app);
    const report = await importReport(app, other.director, file, { commit: 'true' });
    expect(report).toMatchObject({ coursesNew: 7, rowsFailed: 0, ignoredColumns: [] });
    expect(await outcome(other.director)).toEqual(await outcome(clinic.director));
    expect(await download(other.director, '/v1/exports/courses.csv')).toBe(text);
  });

  test('as CSV begin with the mark by which Excel knows UTF-8 where it is asked for', async () => {
    const text = await download(clinic.director, '/v1/exports/courses.csv?bom=true');
    expect(text.startsWith('\uFEFF')).toBe(true);
  });

  test.each(['csv?bom=true', ...FORMATS])('change nothing when they come back as %s', async (format) => {
    const file = await downloadBytes(clinic.director, `/v1/exports/courses.${format}`);
    const report = await importReport(app, clinic.director, file, { commit: 'true' });
    expect(report).toMatchObject({ coursesUnchanged: 7, coursesExtended: 0, assessmentsNew: 0 });
  });

  test('keep reasons, days and names', async () => {
    const rows = rowsIn(await download(clinic.director, '/v1/exports/courses.csv'));
    expect(rows.find((row) => row.chart_number === 'P4')).toMatchObject({
      stopped_reason: 'other',
      stopped_note: 'too far to drive',
      stopped_on: '2026-01-07',
      date_2: '2026-01-10',
      score_2: '',
      missed_reason_2: 'unknown',
    });
    expect(rows.map((row) => row.chart_number)).toContain("'-12");
    expect(rows.map((row) => row.chart_number)).toContain('Ö; "7"');
    expect(rows.find((row) => row.chart_number === 'P1')).toMatchObject({
      sex: 'female',
      course_number: '1',
      protocol: '0 3 7 10 14 17',
      score_6: '11',
      post_series_score: '9',
      follow_up_4_date: '2026-02-20',
      indication: 'ptsd',
    });
  });
});

test.each(FORMATS)(
  'zeros in front, notes and texts like formulas go out as %s and come back the same',
  async (format) => {
    const text = sheet(
      'chart_number,date_1,score_1,note_1,date_2,score_2,missed_reason_2,note_2',
      `00041,2026-01-05,40,'=SUM(A1:A9),2026-01-08,,unknown,"snow <&>\n roads _x0041_"`,
      `'-7,2026-01-06,33,'-1,2026-01-09,,unknown,"a, b; ""c"""`,
    );
    const saved = await importReport(app, clinic.director, text, { commit: 'true' });
    expect(saved).toMatchObject({ coursesNew: 2, faultCount: 0 });
    const file = await downloadBytes(clinic.director, `/v1/exports/courses.${format}`);
    const again = await importReport(app, clinic.director, file, { commit: 'true' });
    expect(again).toMatchObject({ coursesUnchanged: 2, coursesExtended: 0, assessmentsNew: 0, warnings: [] });
    const other = await testClinic(app);
    await importReport(app, other.director, file, { commit: 'true' });
    const rows = rowsIn(await download(other.director, '/v1/exports/courses.csv'));
    expect(rows).toMatchObject([
      { chart_number: "'-7", note_1: "'-1", missed_reason_2: 'unknown', note_2: 'a, b; "c"' },
      { chart_number: '00041', note_1: "'=SUM(A1:A9)", missed_reason_2: 'unknown', note_2: 'snow <&>\n roads _x0041_' },
    ]);
  },
);

test('an empty slot whose day has passed stays open on the way out and in again', async () => {
  const { courseId } = await testCourse(clinic.clinician, { startedOn: '2026-01-05' });
  await clinic.clinician.score(courseId, 'infusion-1', 40, '2026-01-05').expect(201);
  await clinic.clinician.score(courseId, 'infusion-3', 30, '2026-01-12').expect(201);
  const text = await download(clinic.director, '/v1/exports/courses.csv');
  const report = await importReport(app, clinic.director, text, { commit: 'true' });
  expect(report).toMatchObject({ coursesUnchanged: 1, assessmentsNew: 0 });
});

test('the clinician of a course goes out by e-mail address and comes in where the address is known', async () => {
  await testCourse(clinic.clinician, { clinicianId: clinic.clinician.id });
  const text = await download(clinic.director, '/v1/exports/courses.csv');
  expect(rowsIn(text)[0]?.clinician).toBe(clinic.clinician.email);
  const other = await testClinic(app);
  const report = await importReport(app, other.director, text);
  expect(report.warnings).toMatchObject([{ column: 'clinician', rule: 'clinician-unknown' }]);
});

test('every course of many patients goes out once, though some of the patients have none', async () => {
  const { clinician, director } = clinic;
  const chart = (at: number) => `P${String(at).padStart(3, '0')}`;
  const lines = Array.from({ length: 230 }, (_, at) => `${chart(at)},${at % 3 === 0 ? '2026-02-02' : '2026-01-05'},40`);
  const file = ['chart_number,date_1,score_1', ...lines, 'P099,2025-06-02,30'].join('\n');
  expect(await importReport(app, director, file, { commit: 'true' })).toMatchObject({ coursesNew: 231 });
  for (const chartNumber of ['A', 'P099-1', 'Z']) await clinician.post('/v1/patients', { chartNumber }).expect(201);
  const charts = [...Array.from({ length: 230 }, (_, at) => chart(at)), 'P099'].sort();
  for (const name of ['courses', 'scores']) {
    const rows = rowsIn(await download(director, `/v1/exports/${name}.csv`));
    expect(rows.map(({ chart_number }) => chart_number)).toEqual(charts);
  }
});

test('two courses with the same start are told apart by their numbers', async () => {
  const { clinician, director } = clinic;
  const { patientId, courseId } = await testCourse(clinician, { startedOn: '2026-01-05' });
  await clinician.score(courseId, 'infusion-1', 40, '2026-01-05').expect(201);
  const more = { startedOn: '2026-01-05', kind: 'maintenance' };
  await clinician.post(`/v1/patients/${patientId}/courses`, more).expect(201);
  const text = await download(director, '/v1/exports/courses.csv');
  expect(await importReport(app, director, text)).toMatchObject({ coursesUnchanged: 2 });
  const other = await testClinic(app);
  const report = await importReport(app, other.director, text, { commit: 'true' });
  expect(report).toMatchObject({ coursesNew: 2, patientsNew: 1, committed: true });
  expect(await download(other.director, '/v1/exports/courses.csv')).toBe(text);
});

describe('the scores of a clinic', () => {
  test('have a row for each current entry, with the item answers', async () => {
    const { clinician, director } = clinic;
    const { courseId, chartNumber } = await testCourse(clinician, { startedOn: '2026-01-05' });
    const answers = [3, 3, 2, 0, 3, 0, 2, 2, 3, 3, 3, 3, 3, 0, 0, 2, 3, null];
    await clinician
      .put(`/v1/courses/${courseId}/assessments/infusion-1`, { answers, assessedOn: '2026-01-05' })
      .set('If-None-Match', '*')
      .expect(201);
    const rows = rowsIn(await download(director, '/v1/exports/scores.csv'));
    expect(rows).toHaveLength(1);
    // Items 1 to 16: 3+3+2+0+3+0+2+2+3+3+3+3+3+0+0+2 = 32.
    expect(rows[0]).toMatchObject({
      chart_number: chartNumber,
      course_number: '1',
      slot: 'infusion-1',
      state: 'scored',
      total: '32',
      item_1: '3',
      item_17: '3',
      item_18: '',
      assessed_on: '2026-01-05',
      version: '1',
      recorded_by: 'clinician',
    });
  });

  test('say how each course is as of today at the clinic', async () => {
    const { clinician, director } = clinic;
    const today = app.clock.now().toISOString().slice(0, 10);
    const scored = async (startedOn: string, ...days: [slot: string, day: string][]) => {
      const { courseId, chartNumber } = await testCourse(clinician, { startedOn });
      for (const [slot, day] of days) await clinician.score(courseId, slot, 40, day).expect(201);
      return chartNumber;
    };
    // More than 60 days without an entry is lost; a score at infusion 6 completes.
    const statuses = {
      [await scored(today, ['infusion-1', today])]: 'active',
      [await scored('2025-01-06', ['infusion-1', '2025-01-06'])]: 'lost',
      [await scored('2025-01-06', ['infusion-6', '2025-01-23'])]: 'completed',
      P9: 'stopped',
    };
    const stopped = 'P9,2025-01-06,38,,,,,,,,,,,side effects,2025-01-06';
    await importReport(app, director, sheet(`${COLUMNS},stopped_on`, stopped), { commit: 'true' });
    const text = await download(director, '/v1/exports/scores.csv');
    expect(text.split('\n')[0]).toMatch(/,course_status$/);
    const pairs = rowsIn(text).map((row) => [row.chart_number, row.course_status]);
    expect(Object.fromEntries(pairs)).toEqual(statuses);
  });

  test('are the same cells as CSV and as Excel workbook', async () => {
    await importReport(app, clinic.director, VARIED, { commit: 'true', accept: 'reason-not-listed' });
    const tables = FORMATS.map(async (format) =>
      tableOf(await downloadBytes(clinic.director, `/v1/exports/scores.${format}`), { layOut: false }),
    );
    const [csv, workbook] = await Promise.all(tables);
    expect(csv?.rows.length).toBeGreaterThan(20);
    expect(workbook?.rows).toEqual(csv?.rows);
  });

  test.each([
    ['csv', 'text/csv; charset=utf-8'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('are handed out as a %s file that no cache keeps, and to directors only', async (format, type) => {
    const { headers } = await answer(clinic.director.get(`/v1/exports/scores.${format}`).expect(200));
    expect(headers['content-disposition']).toBe(`attachment; filename="scores.${format}"`);
    expect(headers['content-type']).toBe(type);
    expect(headers['cache-control']).toBe('no-store');
    await clinic.clinician.get(`/v1/exports/scores.${format}`).expect(403);
    await clinic.marketing.get(`/v1/exports/courses.${format}`).expect(403);
  });
});

test('more courses than one batch come out in the order of their chart numbers', async () => {
  const charts = Array.from({ length: 1203 }, (_, at) => `P${String(at).padStart(4, '0')}`);
  const lines = charts.map((chart) => `${chart},2026-01-05,40,,,,,,,,,,,`);
  await importReport(app, clinic.director, sheet(COLUMNS, ...lines), { commit: 'true' });
  const rows = rowsIn(await download(clinic.director, '/v1/exports/courses.csv'));
  expect(rows.map((row) => row.chart_number)).toEqual(charts);
});
