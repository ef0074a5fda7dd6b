import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ExportService } from '../../src/spreadsheets/exporting/export.service.js';
import { colleague, testClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { importReport } from './spreadsheet.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test.each([
  ['deactivated', { status: 'deactivated' }],
  ['made a clinician', { role: 'clinician' }],
])('a director who is %s while an export is being read gets no more of it', async (_what, change) => {
  const clinic = await testClinic(app);
  const rows = Array.from({ length: 1_100 }, (_, at) => `P${at},2026-01-05,40`);
  const file = ['chart_number,date_1,score_1', ...rows].join('\n');
  expect(await importReport(app, clinic.director, file, { commit: 'true' })).toMatchObject({ coursesNew: 1_100 });
  const { id: staffId } = await colleague(app, clinic, 'director', 'Sasha');
  const exports = app.app.get(ExportService, { strict: false });
  const source = { requestId: 'test', address: null, at: app.clock.now() };
  const actor = { clinicId: clinic.id, staffId, role: 'director' as const, ...source };
  const stream = await exports.file(actor, 'courses', 'csv');
  await clinic.director.patch(`/v1/staff/${staffId}`, change).set('If-Match', '"2"').expect(200);
  let lines = 0;
  const readAll = async () => {
    for await (const chunk of stream) lines += String(chunk).split('\n').length - 1;
  };
  await expect(readAll()).rejects.toThrow('You were signed out');
  // The names of the columns and the batch of 100 that had been read before.
  expect(lines).toBeLessThanOrEqual(101);
});
