import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cursorOf } from '../../src/http/page.js';
import { answer } from '../support/answer.js';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { COLUMNS, importReport, sheet, upload, visit } from './spreadsheet.js';

let app: TestApp;
let clinic: TestClinic;

beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  clinic = await testClinic(app);
});

const completed = 'P1,2026-01-05,40,2026-01-08,31,2026-01-12,27,2026-01-15,22,2026-01-19,15,2026-01-22,11,';
const stopped = 'P2,2026-01-06,38,2026-01-09,36,,,2026-01-16,35,,,,,side effects';

interface Course {
  id: string;
  patientId: string;
  number: number;
  status: string;
  startedOn: string;
  slots: { state: string; recorded: { total: number | null } | null }[];
}

async function courses(): Promise<Course[]> {
  const { body } = await answer(clinic.director.get('/v1/courses').expect(200));
  return (body as { items: Course[] }).items;
}

const commit = { commit: 'true' };

describe('a spreadsheet of two courses', () => {
  const text = sheet(COLUMNS, completed, stopped);

  test('is only checked at first', async () => {
    const report = await importReport(app, clinic.director, text);
    expect(report).toMatchObject({ committed: false, rows: 2, patientsNew: 2, coursesNew: 2 });
    expect(report).toMatchObject({ assessmentsNew: 10, rowsFailed: 0, faultCount: 0 });
    expect(await courses()).toEqual([]);
  });

  test('is saved on commit: one course completed, one stopped with a missed visit in between', async () => {
    const report = await importReport(app, clinic.director, text, commit);
    expect(report).toMatchObject({ committed: true, alreadyImported: false, assessmentsNew: 10 });
    const [second, first] = await courses();
    expect(first).toMatchObject({ number: 1, status: 'completed' });
    expect(second).toMatchObject({
      status: 'stopped',
      stopped: { on: '2026-01-16', reason: 'sideEffects' },
    });
    const states = second?.slots.map(({ state }) => state);
    expect(states).toEqual(['scored', 'scored', 'missed', 'scored', 'missed', 'missed']);
  });

  test('changes nothing when it is sent again, also ten times at once', async () => {
    const reports = await Promise.all(
      Array.from({ length: 10 }, () => importReport(app, clinic.director, text, commit)),
    );
    expect(reports.filter(({ alreadyImported }) => !alreadyImported)).toHaveLength(1);
    expect(await courses()).toHaveLength(2);
    const { body } = await answer(clinic.director.get('/v1/imports').expect(200));
    expect((body as { items: unknown[] }).items).toMatchObject([
      { committedByName: 'Dana', report: { coursesNew: 2, faults: [] } },
    ]);
  });

  test('changes nothing when the same rows come in another file', async () => {
    await importReport(app, clinic.director, text, commit);
    const again = await importReport(app, clinic.director, sheet(COLUMNS, stopped, completed), commit);
    expect(again).toMatchObject({ alreadyImported: false, coursesUnchanged: 2, coursesNew: 0 });
    expect(again).toMatchObject({ patientsNew: 0, coursesExtended: 0, assessmentsNew: 0 });
  });

  test('belongs to one clinic: another one imports it for itself', async () => {
    await importReport(app, clinic.director, text, commit);
    const other = await testClinic(app);
    const report = await importReport(app, other.director, text, commit);
    expect(report).toMatchObject({ alreadyImported: false, patientsNew: 2 });
    expect(await courses()).toHaveLength(2);
  });
});

describe('a spreadsheet that goes on', () => {
  test('adds the new scores to the course', async () => {
    await importReport(app, clinic.director, sheet(COLUMNS, visit('P1', '2026-01-05', 40)), commit);
    const report = await importReport(app, clinic.director, sheet(COLUMNS, completed), commit);
    expect(report).toMatchObject({ coursesNew: 0, coursesExtended: 1, assessmentsNew: 5 });
    const [course, ...others] = await courses();
    expect(others).toEqual([]);
    expect(course?.slots.map(({ recorded }) => recorded?.total)).toEqual([40, 31, 27, 22, 15, 11]);
  });

  test('adds a course before and one after those of the patient, counting on by start', async () => {
    await importReport(app, clinic.director, sheet(COLUMNS, visit('P1', '2025-06-02', 40)), commit);
    const text = sheet(COLUMNS, visit('P1', '2026-02-02', 30), visit('P1', '2024-06-03', 44));
    await importReport(app, clinic.director, text, commit);
    const numbered = (await courses()).map(({ number, startedOn }) => [number, startedOn]);
    expect(numbered).toEqual([
      [3, '2026-02-02'],
      [1, '2025-06-02'],
      [2, '2024-06-03'],
    ]);
  });

  test('takes its turn with another one of the same patients', async () => {
    const texts = [30, 31, 32].map((day) =>
      sheet(COLUMNS, visit('P1', `2025-0${day - 29}-05`, 40), visit('P1', `2025-0${day - 26}-05`, 40)),
    );
    await Promise.all(texts.map((text) => importReport(app, clinic.director, text, commit)));
    const numbers = (await courses()).map(({ number }) => number);
    expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('fills in a birth year that was not recorded, and refuses another one', async () => {
    const columns = 'chart_number,birth_year,date_1,score_1';
    const line = (year: string) => sheet(columns, `P1,${year},2026-01-05,40`);
    await importReport(app, clinic.director, line(''), commit);
    const report = await importReport(app, clinic.director, line('1981'), commit);
    expect(report).toMatchObject({ patientsCompleted: 1, coursesUnchanged: 1 });
    const other = await importReport(app, clinic.director, line('1982'));
    expect(other.faults).toMatchObject([
      { row: 2, column: 'birth_year', value: '1982', rule: 'differs-from-recorded' },
    ]);
  });

  test('warns where a new chart number looks like a recorded one, and takes the row', async () => {
    await importReport(
      app,
      clinic.director,
      sheet(COLUMNS, visit('A-0042', '2026-01-05', 40), visit('#', '2026-01-05', 40)),
      commit,
    );
    const report = await importReport(
      app,
      clinic.director,
      sheet(
        COLUMNS,
        visit('A-0042', '2026-02-16', 40),
        visit('a 42', '2026-03-05', 40),
        visit('A-O042', '2026-03-05', 40),
        visit('A-043', '2026-01-05', 40),
        visit('##', '2026-01-05', 40),
      ),
    );
    expect(report.rowsFailed).toBe(0);
    expect(report.warnings).toMatchObject([
      { row: 3, column: 'chart_number', value: 'a 42', rule: 'similar-chart-number' },
      { row: 4, column: 'chart_number', value: 'A-O042', rule: 'similar-chart-number' },
    ]);
    expect(report.warnings[0]?.message).toContain('A-0042');
  });

  test('warns where two new patients of the file look like one', async () => {
    const report = await importReport(
      app,
      clinic.director,
      sheet(
        COLUMNS,
        visit('B-0077', '2026-01-05', 40),
        visit('B-0078', '2026-01-05', 40),
        visit('b 77', '2026-02-16', 40),
        visit('B-0077', '2026-03-05', 40),
      ),
    );
    expect(report).toMatchObject({ rowsFailed: 0, patientsNew: 3 });
    expect(report.warnings).toMatchObject([
      { row: 4, column: 'chart_number', value: 'b 77', rule: 'similar-chart-number' },
    ]);
    expect(report.warnings[0]?.message).toContain('B-0077 is in an earlier row');
  });

  test('warns where a new course begins a few days beside a recorded one', async () => {
    await importReport(app, clinic.director, sheet(COLUMNS, visit('P1', '2026-01-05', 40)), commit);
    const report = await importReport(app, clinic.director, sheet(COLUMNS, visit('P1', '2026-01-06', 40)));
    expect(report.warnings).toMatchObject([{ row: 2, column: 'date_1', rule: 'course-nearby' }]);
  });
});

test('an unlikely score is taken, with a warning and the reason that it was imported', async () => {
  const text = sheet(COLUMNS, 'P1,2026-01-05,50,2026-01-08,15,,,,,,,,,');
  const settings = { ...commit, fileName: 'march.csv' };
  const report = await importReport(app, clinic.director, text, settings);
  expect(report.warnings).toMatchObject([{ row: 2, column: 'score_2', rule: 'large-change' }]);
  const [course] = await courses();
  const path = `/v1/courses/${course?.id}/assessments/infusion-2/versions`;
  const { body } = await answer(clinic.director.get(path).expect(200));
  expect((body as { items: unknown[] }).items).toMatchObject([
    { total: 15, overrideReason: 'imported from march.csv' },
  ]);
});

test.each([
  ['x', 'y'],
  ['2026-01-01', 'x'],
  ['infinity', '019a5c1e-8f00-7000-8000-000000000010'],
  ['2026-01-01T00:00:00+23:59', '019a5c1e-8f00-7000-8000-000000000010'],
])('the list of imports gave out no cursor of %j and %j', async (...key) => {
  await clinic.director.get(`/v1/imports?after=${cursorOf(key)}`).expect(400);
});

test('an import is for directors', async () => {
  await upload(app, clinic.clinician, sheet(COLUMNS)).expect(403);
  await upload(app, clinic.marketing, sheet(COLUMNS)).expect(403);
});

describe('what is no spreadsheet', () => {
  test('is refused by its kind', async () => {
    await clinic.director.post('/v1/imports', { rows: [] }).expect(415);
    await clinic.director
      .post('/v1/patients')
      .set('Content-Type', 'text/csv')
      .send('x' as unknown as object)
      .expect(415);
  });

  test('is refused in words when it is not UTF-8', async () => {
    const bytes = Buffer.from(`${COLUMNS}\nM\u00fc1,2026-01-05,40`, 'latin1');
    const { body } = await answer(upload(app, clinic.director, bytes).expect(400));
    expect((body as { detail: string }).detail).toMatch(/CSV UTF-8/);
  });

  test('has one fault when it is empty', async () => {
    const empty = await importReport(app, clinic.director, '\n');
    expect(empty.faults).toMatchObject([{ rule: 'file-empty' }]);
    const header = await importReport(app, clinic.director, sheet(COLUMNS));
    expect(header.faults).toMatchObject([{ rule: 'file-empty' }]);
  });

  test('is refused when a setting is not one', async () => {
    const { body } = await answer(upload(app, clinic.director, 'x', { dateFormat: 'us', commit: 'yes' }).expect(422));
    const { errors } = body as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/dateFormat', '/commit']);
  });
});
