import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answer } from '../../support/answer.js';
import { testClinic, type TestClinic } from '../../support/clinic.js';
import { permissions, type Route } from '../../structure/permissions.js';
import { addressOf, thingsOf, type Things } from '../../structure/requests.js';
import { testApp, type TestApp } from '../../support/test-app.js';
import { approve, draftBy } from '../drafts.js';
import { closedYear } from '../series.js';

let app: TestApp;
let clinic: TestClinic;
let things: Things;
let secrets: string[];
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
  await closedYear(app, clinic);
  things = await thingsOf(clinic);
  const published = await draftBy(clinic.marketing);
  await approve(clinic.director, published);
  const rows = await app.database.owner.query<{ secret: string }[]>(
    `SELECT id::text AS secret FROM patient UNION ALL SELECT chart_number FROM patient
     UNION ALL SELECT id::text FROM course`,
  );
  secrets = rows.map(({ secret }) => secret);
  things.publicationId = published;
});
afterAll(() => app.close());

const reads = (Object.keys(permissions) as Route[]).filter((route) => route.startsWith('GET '));

test.each(reads)('marketing finds no chart number and no id of a patient or course by %s', async (route) => {
  const { text, body } = await answer(clinic.marketing.get(addressOf(route, things)));
  const said = text ?? (Buffer.isBuffer(body) ? body.toString('latin1') : JSON.stringify(body));
  expect(secrets).toHaveLength(50 * 3);
  expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
});

test('nor in a draft with its preview', async () => {
  const id = await draftBy(clinic.marketing);
  const { text } = await answer(clinic.marketing.get(`/v1/publications/${id}`).expect(200));
  expect(text).toContain('"preview":{');
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
});

test('the walk would find them: a director sees chart numbers where marketing may not look', async () => {
  const { text } = await answer(clinic.director.get('/v1/courses'));
  expect(secrets.filter((secret) => text.includes(secret)).length).toBeGreaterThan(0);
});
