import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { commandActor } from '../../src/commands/service-context.js';
import { ExportService } from '../../src/spreadsheets/exporting/export.service.js';
import { answer } from '../support/answer.js';
import { testClinic, testCourse, type SignedIn, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { download } from './spreadsheet.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  clinic = await testClinic(app);
});

interface Page {
  items: { id: string; kind: string; rows: number; requestId: string }[];
  next: string | null;
}
const listed = async (person: SignedIn, query = '') =>
  (await answer(person.get(`/v1/exports${query}`).expect(200))).body as Page;

test('every export is listed with what it was, by whom and when, the latest first', async () => {
  const { clinician, director } = clinic;
  const { courseId } = await testCourse(clinician);
  await testCourse(clinician);
  await clinician.score(courseId, 'infusion-1', 40, '2026-03-02').expect(201);
  expect(await listed(director)).toEqual({ items: [], next: null });
  const at = app.clock.now().toISOString();
  await download(director, '/v1/exports/courses.csv');
  app.clock.advance(1000);
  const { headers } = await answer(director.get('/v1/exports/scores.csv').expect(200));
  const { items } = await listed(director);
  const who = { exportedBy: director.id, exportedByName: 'Dana' };
  // Two courses, of which one has one score.
  expect(items).toMatchObject([
    { ...who, kind: 'scores', rows: 1, requestId: headers['x-request-id'] },
    { ...who, kind: 'courses', rows: 2, exportedAt: at },
  ]);
});

test('an export from the command line is listed too', async () => {
  const destination = new PassThrough().resume();
  const actor = commandActor(clinic);
  await app.app.get(ExportService, { strict: false }).write(actor, 'scores', 'csv', destination);
  const { items } = await listed(clinic.director);
  expect(items).toMatchObject([{ kind: 'scores', rows: 0, exportedByName: null, requestId: actor.requestId }]);
});

test('an export that is refused is not listed, and nobody sees those of another clinic', async () => {
  await clinic.clinician.get('/v1/exports/courses.csv').expect(403);
  await clinic.director.get('/v1/exports/courses.csv?bom=perhaps').expect(422);
  expect((await listed(clinic.director)).items).toEqual([]);
  await download(clinic.director, '/v1/exports/courses.csv');
  const other = await testClinic(app);
  expect((await listed(other.director)).items).toEqual([]);
  await clinic.clinician.get('/v1/exports').expect(403);
});

test('the list comes in pages, each export once, also of one instant', async () => {
  for (let made = 1; made <= 5; made += 1) {
    await download(clinic.director, '/v1/exports/courses.csv');
  }
  const ids: string[] = [];
  for (let query: string | null = '?limit=2'; query !== null;) {
    const page: Page = await listed(clinic.director, query);
    ids.push(...page.items.map(({ id }) => id));
    query = page.next && `?limit=2&after=${page.next}`;
  }
  expect(ids).toHaveLength(5);
  expect(new Set(ids).size).toBe(5);
  const refused = await answer(clinic.director.get('/v1/exports?after=nonsense').expect(400));
  expect(refused.body).toMatchObject({ type: '/problems/malformed' });
});

test('what was exported can not be changed or taken off the list', async () => {
  await download(clinic.director, '/v1/exports/courses.csv');
  for (const statement of ['UPDATE spreadsheet_export SET rows = 0', 'DELETE FROM spreadsheet_export']) {
    await expect(app.database.service.query(statement)).rejects.toThrow(/permission denied/);
  }
});
