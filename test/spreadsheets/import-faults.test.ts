import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { answer } from '../support/answer.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
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

const faulty = sheet(
  'Chart #;Date 1;Score 1;Date 2;Score 2;Phone',
  'P1;05/01/2026;40;08/01/2026;31;1',
  ';05/01/2026;72;;;2',
  'P3;2026-01-05;40;01/08/2026;30.5;3',
  'P1;05/01/2026;41;;;4',
  'P4;31/12/2026;40;;;5',
);
const settings = { dateFormat: 'dd/mm/yyyy', fileName: 'scores.csv' };
const where = [
  [3, 'Chart #', '', 'chart-number-missing'],
  [3, 'Score 1', '72', 'total-of-all-items'],
  [4, 'Score 2', '30.5', 'total-not-whole'],
  [4, 'Date 2', '01/08/2026', 'date-in-future'],
  [5, 'Chart #', 'P1', 'course-twice'],
  [6, 'Date 1', '31/12/2026', 'date-in-future'],
];

async function courseCount(): Promise<number> {
  const { body } = await answer(clinic.director.get('/v1/courses').expect(200));
  return (body as { items: unknown[] }).items.length;
}

describe('a spreadsheet with faults', () => {
  test('is answered with all of them at once, by row, column and value', async () => {
    const report = await importReport(app, clinic.director, faulty, settings);
    expect(report.faults.map((f) => [f.row, f.column, f.value, f.rule])).toEqual(where);
    expect(report).toMatchObject({ rows: 5, rowsFailed: 4, faultCount: 6, faultsListed: 6 });
    expect(report).toMatchObject({ coursesNew: 1, ignoredColumns: ['Phone'], delimiter: ';' });
  });

  test('is not saved at all', async () => {
    const { body } = await answer(upload(app, clinic.director, faulty, { ...settings, commit: 'true' }).expect(422));
    const problem = body as { type: string; errors: { pointer: string }[]; report: object };
    expect(problem.type).toBe('/problems/rule-broken');
    expect(problem.errors[0]?.pointer).toBe('/rows/3/Chart #');
    expect(problem.report).toMatchObject({ committed: false, rowsFailed: 4 });
    expect(await courseCount()).toBe(0);
  });

  test('is saved without the failed rows where that is wished', async () => {
    const report = await importReport(app, clinic.director, faulty, {
      ...settings,
      commit: 'true',
      skipFailed: 'true',
    });
    expect(report).toMatchObject({ committed: true, coursesNew: 1, rowsFailed: 4 });
    expect(await courseCount()).toBe(1);
  });

  test('names the setting where dates may be read in two ways', async () => {
    const { faults } = await importReport(app, clinic.director, faulty, {});
    expect(faults[0]).toMatchObject({ row: 2, column: 'Date 1', rule: 'date-format' });
    expect(faults[0]?.message).toContain('dateFormat');
  });

  test('with more than a thousand faults lists a thousand and counts all', async () => {
    const lines = Array.from({ length: 1200 }, (_, at) => visit(`P${at}`, '2026-01-05', 99));
    const report = await importReport(app, clinic.director, sheet(COLUMNS, ...lines));
    expect(report).toMatchObject({ faultCount: 1200, faultsListed: 1000, rowsFailed: 1200 });
    expect(report.faults).toHaveLength(1000);
  });

  test('in its header has no row looked at', async () => {
    const report = await importReport(app, clinic.director, sheet('name,score_2', 'x,y'));
    expect(report).toMatchObject({ rows: 0, faultCount: 2 });
    expect(report.faults.map(({ rule }) => rule)).toEqual(['column-missing', 'column-missing']);
  });
});

describe('the failed rows', () => {
  const asCsv = (text: string, more: Record<string, string> = {}) =>
    answer(upload(app, clinic.director, text, { ...settings, ...more }).set('Accept', 'text/csv'));

  test('come back as a spreadsheet with a column that says why', async () => {
    const { status, headers, text } = await asCsv(faulty);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const [header, first] = text.split('\n');
    expect(header).toBe('Chart #;Date 1;Score 1;Date 2;Score 2;Phone;errors');
    expect(first).toMatch(
      /^;05\/01\/2026;72;;;2;"?Chart #: The row has no chart number\. Write it, or leave the row out\. Score 1: 72/,
    );
    expect(text.trimEnd().split('\n')).toHaveLength(5);
  });

  test('can be corrected and imported again as they are', async () => {
    const broken = sheet('chart,date 1,score 1', "'-12,2026-01-05,72", 'P2,2026-01-05,40');
    const { text } = await asCsv(broken, { commit: 'true', skipFailed: 'true' });
    const corrected = text.replace(',72,', ',62,');
    const report = await importReport(app, clinic.director, corrected, { commit: 'true' });
    expect(report).toMatchObject({ committed: true, coursesNew: 1, ignoredColumns: [] });
    const { body } = await answer(clinic.director.get('/v1/patients').expect(200));
    const charts = (body as { items: { chartNumber: string }[] }).items;
    expect(charts.map(({ chartNumber }) => chartNumber).sort()).toEqual(['-12', 'P2']);
  });

  test('come with 422 where a commit was refused for them', async () => {
    expect((await asCsv(faulty, { commit: 'true' })).status).toBe(422);
    expect(await courseCount()).toBe(0);
  });
});

describe('beside what was recorded by hand', () => {
  test('another score is a fault, a score taken back stays taken back', async () => {
    const { clinician } = clinic;
    const { courseId, chartNumber } = await testCourse(clinician, { startedOn: '2026-01-05' });
    await clinician.score(courseId, 'infusion-1', 40, '2026-01-05').expect(201);
    await clinician.score(courseId, 'infusion-2', 31, '2026-01-08').expect(201);
    await clinician
      .put(`/v1/courses/${courseId}/assessments/infusion-2`, {
        state: 'entered-in-error',
        amendmentReason: 'wrong patient',
      })
      .set('If-Match', '"1"')
      .expect(200);
    const line = `${chartNumber},2026-01-05,41,2026-01-08,31,,,,,,,,,`;
    const { faults } = await importReport(app, clinic.director, sheet(COLUMNS, line));
    expect(faults.map(({ column, rule }) => [column, rule])).toEqual([
      ['score_1', 'differs-from-recorded'],
      ['score_2', 'entry-taken-back'],
    ]);
  });
});

test('a file over the limit is refused, with and without its length', async () => {
  const small = await testApp({ IMPORT_MEGABYTES: '1' });
  try {
    const { director } = await testClinic(small);
    const big = sheet(COLUMNS, ...Array.from({ length: 40_000 }, (_, at) => visit(`P${at}`, '2026-01-05', 40)));
    const { body } = await answer(upload(small, director, big).expect(413));
    expect((body as { detail: string }).detail).toMatch(/1 MB/);
    const streamed = await fetch(`${small.url}/v1/imports`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', cookie: director.cookie },
      body: new Blob([big]).stream(),
      duplex: 'half',
    });
    expect(streamed.status).toBe(413);
  } finally {
    await small.close();
  }
});

test('a long file reports how far it is, and the result at last', async () => {
  const lines = Array.from({ length: 2100 }, (_, at) => visit(`P${at}`, '2026-01-05', 40));
  const { text } = await answer(
    upload(app, clinic.director, sheet(COLUMNS, ...lines), { commit: 'true' })
      .set('Accept', 'application/x-ndjson')
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts).toString()));
      })
      .expect(200)
      .then(({ body, status, headers }) => ({ status, headers, body: null, text: String(body) })),
  );
  const said = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, Record<string, unknown>>);
  const phases = said.map(({ progress }) => [progress?.phase, progress?.rowsRead]);
  expect(phases).toEqual([
    // The row of the header counts in the first group.
    ...[249, 499, 749, 999, 1249, 1499, 1749, 1999, 2100].map((rows) => ['checking', rows]),
    ...[1000, 2000, 2100].map((rows) => ['writing', rows]),
    [undefined, undefined],
  ]);
  expect(said.at(-1)?.report).toMatchObject({ committed: true, coursesNew: 2100 });
});
