import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import request from 'supertest';
import { AuditBufferService } from '../../src/audit/audit-buffer.service.js';
import { downloadBytes } from '../spreadsheets/spreadsheet.js';
import { tableOf } from '../spreadsheets/table-file.js';
import { answer, type Answer } from '../support/answer.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
let patientId: string;
let courseId: string;
let chartNumber: string;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
  ({ patientId, courseId, chartNumber } = await testCourse(clinic.clinician));
  await testCourse(clinic.director);
  await clinic.director.get(`/v1/patients/${patientId}`).expect(200);
  await clinic.clinician.get(`/v1/courses/${courseId.toUpperCase()}/outcome`).expect(200);
  await clinic.clinician.get(`/v1/patients/${clinic.id}`).expect(404);
  await clinic.marketing.get(`/v1/patients/${patientId}`).expect(403);
  await request(app.url).post('/v1/session').send({ email: clinic.director.email, password: 'wrong' }).expect(401);
  await app.app.get(AuditBufferService, { strict: false }).flush();
});
afterAll(() => app.close());

interface Event {
  position: number;
  action: string;
  staffName: string | null;
  chartNumber: string | null;
  detail: string | null;
}
async function events(query: string): Promise<Event[]> {
  const { body } = await answer(clinic.director.get(`/v1/audit-events?${query}`).expect(200));
  return (body as { items: Event[] }).items;
}
const said = (list: Event[]) => list.map(({ action, staffName }) => `${staffName} ${action}`);

test('who looked at a patient and who changed something, the courses among it, latest first', async () => {
  const found = await events(`patientId=${patientId}`);
  expect(said(found)).toEqual([
    'clinician course.read',
    'Dana patient.read',
    'clinician course.added',
    'clinician patient.added',
  ]);
  expect(found.every((event) => event.chartNumber === chartNumber)).toBe(true);
});

test('of a patient only who looked', async () => {
  expect(said(await events(`patientId=${patientId}&only=reads`))).toEqual([
    'clinician course.read',
    'Dana patient.read',
  ]);
  expect(said(await events(`patientId=${patientId}&only=reads&action=patient.added`))).toEqual([]);
});

test('what one person did, and what was refused: a role, and a sign-in under the name', async () => {
  expect(said(await events(`staffId=${clinic.marketing.id}`))).toEqual(['marketing request.refused']);
  const [refused] = await events('action=request.refused');
  expect(refused?.detail).toBe('GET /v1/patients/:id');
  expect(said(await events('action=session.refused'))).toEqual(['Dana session.refused']);
});

// 17:00 in Greenwich on the 20th is 11:00 in Denver, where the clinic is.
test('days are those of the clinic', async () => {
  expect((await events('from=2026-03-20&to=2026-03-20')).length).toBeGreaterThan(5);
  expect(await events('from=2026-03-21')).toEqual([]);
  expect(await events('to=2026-03-19')).toEqual([]);
});

test('pages have every event once, and the file has all of them and is an event itself', async () => {
  const all = await events('limit=200');
  const positions: number[] = [];
  let address: string | undefined = '/v1/audit-events?limit=3';
  while (address !== undefined) {
    const page: Answer = await answer(clinic.director.get(address).expect(200));
    positions.push(...(page.body as { items: Event[] }).items.map(({ position }) => position));
    address = /<(.*)>/.exec(page.headers.link ?? '')?.[1];
  }
  expect(positions).toEqual(all.map(({ position }) => position));
  const { text } = await clinic.director.get('/v1/audit-events.csv').expect(200);
  const rows = parse<{ position: string; action: string; detail: string }>(text, { columns: true });
  expect(rows.map(({ position }) => Number(position))).toEqual([all.length + 1, ...positions]);
  expect(rows[0]).toMatchObject({ action: 'export.begun', detail: 'audit events' });
});

test('the workbook has the cells of the CSV file, and begins with what took that out', async () => {
  const cellsOf = async (format: string) => {
    const { rows } = await tableOf(await downloadBytes(clinic.director, `/v1/audit-events.${format}`), {
      layOut: false,
    });
    return rows.map(({ cells }) => cells);
  };
  const [csv, workbook] = [await cellsOf('csv'), await cellsOf('xlsx')];
  expect(csv.length).toBeGreaterThan(5);
  const [names, newest, ...rest] = workbook;
  expect(newest).toContain('export.begun');
  expect([names, ...rest]).toEqual(csv);
});

test('a filter or a cursor that can’t be is said', async () => {
  await clinic.director.get('/v1/audit-events?action=looked').expect(422);
  await clinic.director.get('/v1/audit-events?patientId=7').expect(422);
  await clinic.director.get(`/v1/audit-events?after=${Buffer.from('["0"]').toString('base64url')}`).expect(400);
});
