import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { answer } from '../support/answer.js';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { HABITS } from './habits.js';
import { COLUMNS, download, importReport, recordedCourses, sheet, upload, visit } from './spreadsheet.js';

let app: TestApp;
let clinic: TestClinic;

beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  clinic = await testClinic(app);
});

describe('by the API', () => {
  test.each(HABITS)('$name: read, or reported', async ({ file, settings = {}, stops, savedWith, courses = [] }) => {
    const { causes } = await importReport(app, clinic.director, file, settings);
    const found = causes.filter(({ kind }) => kind === 'fault').map(({ rule }) => rule);
    expect([...new Set(found)].sort()).toEqual([...stops].sort());
    // No fault of more than two lines; every one names what to do.
    for (const { message } of causes) expect(message.length).toBeLessThan(260);
    if (stops.length > 0) {
      await upload(app, clinic.director, file, { ...settings, commit: 'true' }).expect(422);
      expect(await recordedCourses(clinic.director)).toEqual([]);
    }
    if (savedWith === null) return;
    await upload(app, clinic.director, file, { ...settings, ...savedWith, commit: 'true' }).expect(200);
    expect(await recordedCourses(clinic.director)).toEqual(courses);
  });
});

test('a thousand equal faults are one cause with a count', async () => {
  const lines = Array.from({ length: 1000 }, (_, at) => visit(`P${at}`, '2026-01-05', '35?'));
  const { causes } = await importReport(app, clinic.director, sheet(COLUMNS, ...lines));
  expect(causes).toMatchObject([{ rule: 'total-not-a-number', count: 1000, rows: [2, 3, 4, 5, 6] }]);
});

test('a file saved again without the zeros of its chart numbers does not double the patients', async () => {
  const line = (chart: string) => `${chart},2026-01-05,40,2026-01-08,31,,,,,,,,,`;
  await importReport(app, clinic.director, sheet(COLUMNS, line('00041')), { commit: 'true' });
  const report = await importReport(app, clinic.director, sheet(COLUMNS, line('41')));
  expect(report.causes).toMatchObject([{ kind: 'fault', rule: 'patient-under-other-number', acceptable: true }]);
  const accepted = await importReport(app, clinic.director, sheet(COLUMNS, line('41')), {
    accept: 'patient-under-other-number',
  });
  expect(accepted).toMatchObject({ faultCount: 0, patientsNew: 1 });
});

test('what is left out is listed with how many cells hold something', async () => {
  const text = sheet('MRN,Date 1,Score 1,Phone,Empty', 'P1,2026-01-05,40,555,', 'P2,2026-01-05,40,,');
  const { leftOut } = await importReport(app, clinic.director, text);
  expect(leftOut).toEqual([
    { header: 'Phone', columnNumber: 4, filled: 1 },
    { header: 'Empty', columnNumber: 5, filled: 0 },
  ]);
});

test('dates and scores that are left over for one cause are one question', async () => {
  const zero = sheet('chart_number,date_0,score_0,date_1,score_1', 'P1,2026-01-05,40,2026-01-08,31');
  const { causes, faults } = await importReport(app, clinic.director, zero);
  expect(causes.map(({ rule, count }) => [rule, count])).toEqual([['columns-left-over', 1]]);
  expect(faults).toMatchObject([{ column: 'date_0', columnNumber: 2, columnNumbers: [2, 3] }]);
  expect(faults[0]?.message).toBe(
    '"date_0", "score_0" are not read, though "date_1" and "score_1" are: 2 cells hold something. ' +
      'If the first visit is number 0 here, number from 0; else accept that they are left out.',
  );
  // Of another cause are columns of a seventh visit, and those without a name.
  const both = sheet('chart_number,score_0,score_1,date_1,score_7,', 'P1,44,40,2026-01-05,31,x');
  const { faults: three } = await importReport(app, clinic.director, both);
  expect(three.filter(({ rule }) => rule === 'columns-left-over').map((fault) => fault.columnNumbers)).toEqual([
    [2, 5],
    [6],
  ]);
});

test('one thing to correct is said as one', async () => {
  const line = sheet(COLUMNS, visit('P1', '2026-01-05', '72'));
  const { body } = await answer(upload(app, clinic.director, line, { commit: 'true' }).expect(422));
  expect(body).toMatchObject({ detail: '1 thing in the spreadsheet needs to be corrected; nothing was saved.' });
});

test('only what may be accepted can be', async () => {
  await upload(app, clinic.director, sheet(COLUMNS), { accept: 'total-not-a-number' }).expect(422);
});

test('a note of a missed visit goes out and comes back', async () => {
  const text = sheet(
    'chart_number,date_1,score_1,date_2,missed_reason_2',
    'P1,2026-01-05,40,2026-01-08,Snow closed the pass',
  );
  await importReport(app, clinic.director, text, { commit: 'true' });
  const out = await download(clinic.director, '/v1/exports/courses.csv');
  expect(out).toContain('Snow closed the pass');
  const other = await testClinic(app);
  await importReport(app, other.director, out, { commit: 'true' });
  expect(await download(other.director, '/v1/exports/courses.csv')).toBe(out);
});

test('a check asked for as CSV says what is wrong with the file where no row can be read', async () => {
  const { text, status } = await upload(app, clinic.director, sheet('name,score_2', 'x,y'), { commit: 'true' }).set(
    'Accept',
    'text/csv',
  );
  expect(status).toBe(422);
  expect(text).toContain('There is no column chart_number');
});

// The list of open files is in /proc, which only Linux has.
(existsSync('/proc/self/fd') ? test : test.skip)('failed imports asked for as CSV leave no file open', async () => {
  const open = () => readdir('/proc/self/fd');
  const before = (await open()).length;
  for (let time = 0; time < 20; time += 1) {
    await upload(app, clinic.director, Buffer.from('M\u00fc', 'latin1')).set('Accept', 'text/csv').expect(400);
  }
  expect((await open()).length).toBeLessThan(before + 10);
});
