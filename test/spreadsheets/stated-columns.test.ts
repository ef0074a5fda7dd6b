import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { answer } from '../support/answer.js';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { importReport, sheet, upload } from './spreadsheet.js';

describe('columns whose meaning is stated', () => {
  let app: TestApp;
  let clinic: TestClinic;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    clinic = await testClinic(app);
  });

  const file = sheet('Akte,Wert,Wert,Tag', 'P1,40,zwei,2026-01-05', 'P2,99,drei,2026-01-05');
  const columns = 'chart_number,score_1,,date_1';

  test('are read so, whatever their headers say', async () => {
    const report = await importReport(app, clinic.director, file, { columns });
    expect(report.columns).toEqual([
      { header: 'Akte', meaning: 'chart_number' },
      { header: 'Wert', meaning: 'score_1' },
      { header: 'Wert', meaning: null },
      { header: 'Tag', meaning: 'date_1' },
    ]);
    expect(report).toMatchObject({ rows: 2, coursesNew: 1, rowsFailed: 1 });
  });

  test('have their faults placed by number, as two may have the same header', async () => {
    const stated = 'chart_number,,score_1,date_1';
    const { faults } = await importReport(app, clinic.director, file, { columns: stated });
    expect(faults).toMatchObject([
      { row: 2, column: 'Wert', columnNumber: 3, value: 'zwei' },
      { row: 3, column: 'Wert', columnNumber: 3, value: 'drei' },
    ]);
  });

  test('must be as many as the file has', async () => {
    const { faults } = await importReport(app, clinic.director, file, {
      columns: 'chart_number,score_1,date_1',
    });
    expect(faults).toMatchObject([{ row: 1, columnNumber: null, rule: 'columns-stated' }]);
    expect(faults[0]?.message).toBe(
      'The file has 4 columns, and the meanings of 3 were stated. State one for each, in order.',
    );
  });

  test('must be known, and all that are not are named', async () => {
    const { body } = await answer(
      upload(app, clinic.director, file, { columns: 'MRN,score_1,Score 2,date_1' }).expect(422),
    );
    const { errors } = body as { errors: { pointer: string; message: string }[] };
    expect(errors).toMatchObject([{ pointer: '/columns' }]);
    expect(errors[0]?.message).toContain('none of them: MRN, Score 2.');
  });

  test('make another import of the same file, and the same once', async () => {
    const good = sheet('Akte,Wert,Zahl,Tag', 'P1,40,31,2026-01-05');
    const settings = { columns, commit: 'true' };
    const first = await importReport(app, clinic.director, good, settings);
    expect(first).toMatchObject({ committed: true, assessmentsNew: 1 });
    const again = await importReport(app, clinic.director, good, settings);
    expect(again).toMatchObject({ alreadyImported: true, fileHash: first.fileHash });
    const other = { columns: 'chart_number,,score_1,date_1' };
    const { alreadyImported } = await importReport(app, clinic.director, good, other);
    expect(alreadyImported).toBe(false);
  });

  test('have names and labels, for a director to choose from, beside the largest size', async () => {
    const { body } = await answer(clinic.director.get('/v1/imports/columns').expect(200));
    const { items, megabytes } = body as { items: { name: string }[]; megabytes: number };
    expect(items).toHaveLength(464);
    expect(items[0]).toEqual({
      name: 'chart_number',
      group: 'Patient',
      label: 'Chart number',
      required: true,
      holdsDates: false,
    });
    expect(megabytes).toBe(64);
    await answer(clinic.clinician.get('/v1/imports/columns').expect(403));
  });
});
