import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import request from 'supertest';
import { AuditBufferService } from '../../src/audit/audit-buffer.service.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { testToken, type TestToken } from '../support/tokens.js';

let app: TestApp;
let clinic: TestClinic;
let token: TestToken;
let courseId: string;
const MINUTE = 60_000;

// A form whose items 14 and 15 ask to be looked at, as in test/structure/requests.ts.
const answers = [3, 3, 2, 0, 3, 0, 2, 2, 3, 3, 3, 3, 3, 2, 1, 2, 3, 3];

beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
  ({ courseId } = await testCourse(clinic.clinician));
  const path = `/v1/courses/${courseId}/assessments/infusion-1`;
  const form = { answers, assessedOn: '2026-03-02' };
  await clinic.clinician.put(path, form).set('If-None-Match', '*').expect(201);
  await clinic.clinician.score(courseId, 'infusion-2', 30, '2026-03-05').expect(201);
  token = await testToken(clinic.director, ['metrics:read']);
});
afterAll(() => app.close());

/** The lines of the answer that are no comment, as `name{labels}` and value. */
async function metrics({ header }: TestToken = token): Promise<Map<string, number>> {
  const { text, headers } = await request(app.url).get('/metrics').set('Authorization', header).expect(200);
  expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

test('entries, open safety notices and the age of the oldest are those of the clinic', async () => {
  const before = await metrics();
  expect(before.get('cudos_entries_recorded')).toBe(2);
  expect(before.get('cudos_safety_notices_open')).toBe(1);
  app.clock.advance(10 * MINUTE);
  expect((await metrics()).get('cudos_safety_notice_oldest_seconds')).toBe(600);
  const other = await testToken((await testClinic(app)).director, ['metrics:read']);
  const theirs = await metrics(other);
  expect(theirs.get('cudos_entries_recorded')).toBe(0);
  expect(theirs.get('cudos_safety_notices_open')).toBe(0);
  expect(theirs.get('cudos_safety_notice_oldest_seconds')).toBe(0);
});

test('requests are counted by route, and no address, person or clinic is named', async () => {
  const counted =
    'cudos_http_request_duration_seconds_count{method="GET",route="/v1/courses/:id/outcome",status="200"}';
  const before = (await metrics()).get(counted) ?? 0;
  await clinic.clinician.get(`/v1/courses/${courseId}/outcome`).expect(200);
  const after = await metrics();
  expect(after.get(counted)).toBe(before + 1);
  const names = [...after.keys()].join('\n');
  for (const secret of [courseId, clinic.id, clinic.name, clinic.director.email]) expect(names).not.toContain(secret);
});

test('a sign-in that is refused is counted, and other problems by their type', async () => {
  const refused = 'cudos_http_problems_total{type="not-found"}';
  const before = await metrics();
  await request(app.url).post('/v1/session').send({ email: 'nobody@example.org', password: 'wrong' }).expect(401);
  await clinic.clinician.get(`/v1/patients/${clinic.id}`).expect(404);
  const after = await metrics();
  const more = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  expect([more('cudos_sign_in_failures_total'), more(refused)]).toEqual([1, 1]);
});

test('events that wait to be written are told, with how long the first of them waits', async () => {
  const buffer = app.app.get(AuditBufferService, { strict: false });
  await buffer.flush();
  const at = new Date(app.clock.now().getTime() - 5000);
  const actor = { clinicId: clinic.id, staffId: clinic.director.id, at, address: null, requestId: 'r' };
  const noted = buffer.note(actor, 'patient.listed');
  expect(buffer.waitingSince()).toEqual({ events: 1, since: at });
  await noted;
  await buffer.flush();
  expect(buffer.waitingSince()).toEqual({ events: 0, since: null });
});

test('connections of the pool are told', async () => {
  const found = await metrics();
  expect(found.get('cudos_database_connections_open')).toBeGreaterThan(0);
  expect(found.get('cudos_database_requests_waiting')).toBe(0);
});

describe('what is shipped for Prometheus and Grafana', () => {
  const file = (name: string) => fileURLToPath(new URL(`../../src/health/metrics/${name}`, import.meta.url));
  /** Where backups are made by the service, which a test does not. */
  const OF_BACKUPS = /^cudos_(backup|archive|backup_drill)_(age_seconds|duration_seconds|overdue|failing)$/;

  test.each(['alerts.yml', 'dashboard.json'])('%s asks only for what is measured', async (name) => {
    const known = [...(await metrics()).keys()].map((key) => key.replace(/\{.*/, ''));
    const asked = [...new Set(readFileSync(file(name), 'utf8').match(/\bcudos_\w+/g))];
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((each) => !known.includes(each) && !OF_BACKUPS.test(each))).toEqual([]);
  });

  const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

  (hasPromtool ? test : test.skip)('the rules are sound to promtool', () => {
    expect(spawnSync('promtool', ['check', 'rules', file('alerts.yml')]).status).toBe(0);
  });
});
