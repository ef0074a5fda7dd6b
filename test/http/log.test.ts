import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PASSWORD } from '../support/clinic.js';
import { ServiceProcess } from '../support/process.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

const CHART_NUMBER = 'ZEBRA-4711';
const SECRETS = [CHART_NUMBER, 'QZQ', 'said in confidence', 'dana@example.org', PASSWORD];

let database: TestDatabase;
let secrets: string[];
let lines: Record<string, unknown>[];

interface Sent {
  cookie?: string;
  headers?: Record<string, string>;
  body?: object;
}

/** Sends a request to the running service and gives its answer. */
async function send(url: string, method: string, path: string, { cookie, headers, body }: Sent) {
  return fetch(url + path, {
    method,
    headers: {
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
    body: body ? JSON.stringify(body) : null,
  });
}

/** A morning in a clinic, with a wrong password, a duplicate and a fault of ours; gives what is secret. */
async function morning(url: string, token: string): Promise<string[]> {
  const person = { email: 'dana@example.org', password: PASSWORD };
  const clinic = { name: 'Riverside', timeZone: 'UTC' };
  const director = { name: 'Dana', ...person };
  await send(url, 'POST', '/v1/setup', { body: { token, clinic, director } });
  await send(url, 'POST', '/v1/session', { body: { ...person, password: `${PASSWORD}?` } });
  const signedIn = await send(url, 'POST', '/v1/session', { body: person });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const patient = { chartNumber: CHART_NUMBER, initials: 'QZQ' };
  const made = await send(url, 'POST', '/v1/patients', { cookie, body: patient });
  const { id } = (await made.json()) as { id: string };
  await send(url, 'POST', '/v1/patients', { cookie, body: patient });
  await send(url, 'GET', `/v1/patients?chartNumber=${CHART_NUMBER}`, { cookie });
  const course = { kind: 'induction', startedOn: '2026-03-02' };
  const begun = await send(url, 'POST', `/v1/patients/${id}/courses`, { cookie, body: course });
  const { id: courseId } = (await begun.json()) as { id: string };
  const slot = `/v1/courses/${courseId}/assessments/infusion-1`;
  const score = { total: 37, assessedOn: '2026-03-02', note: 'said in confidence' };
  const headers = { 'if-none-match': '*' };
  const saved = await send(url, 'PUT', slot, { cookie, headers, body: score });
  expect(saved.status).toBe(201);
  await database.owner.query(`ALTER TABLE patient RENAME TO patient_elsewhere`);
  await send(url, 'GET', `/v1/patients?chartNumber=${CHART_NUMBER}`, { cookie });
  await send(url, 'POST', '/v1/patients', { cookie, body: patient });
  await database.owner.query(`ALTER TABLE patient_elsewhere RENAME TO patient`);
  return [...SECRETS, token, cookie.split('=')[1] ?? '', id, courseId];
}

beforeAll(async () => {
  database = await testDatabase();
  const service = new ServiceProcess('main', [], {
    DATABASE_URL: database.url,
    PORT: '0',
    LOG_LEVEL: 'trace',
  });
  try {
    const url = await service.says(/Serving (\S+) on/);
    secrets = await morning(url, await service.says(/#([\w-]{43})/));
  } finally {
    service.kill('SIGTERM');
  }
  const { output } = await service.ended();
  lines = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}, 60_000);
afterAll(() => database.close());

test('the log holds nothing of a patient, and no secret, at any level', () => {
  const text = JSON.stringify(lines);
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
});

test('each request has a line with its id, route, status and duration, and nothing more', () => {
  const requests = lines.filter(({ route }) => route !== undefined);
  expect(requests.map(({ method, route, status }) => [method, route, status])).toEqual([
    ['POST', '/v1/setup', 201],
    ['POST', '/v1/session', 401],
    ['POST', '/v1/session', 200],
    ['POST', '/v1/patients', 201],
    ['POST', '/v1/patients', 409],
    ['GET', '/v1/patients', 200],
    ['POST', '/v1/patients/:patientId/courses', 201],
    ['PUT', '/v1/courses/:courseId/assessments/:slot', 201],
    ['GET', '/v1/patients', 500],
    ['POST', '/v1/patients', 500],
  ]);
  for (const line of requests) {
    expect(Object.keys(line).sort()).toEqual([
      'level',
      'method',
      'milliseconds',
      'requestId',
      'route',
      'status',
      'time',
    ]);
  }
});

test('an error of ours is logged under the id of its request, with the place but no value', () => {
  const failed = lines.filter(({ status }) => status === 500).map(({ requestId }) => requestId);
  const errors = lines.filter(({ error }) => error !== undefined);
  expect(errors.map(({ requestId }) => requestId)).toEqual(failed);
  for (const { error } of errors) {
    expect(error).toMatchObject({
      name: 'QueryFailedError',
      sqlState: '42P01',
      stack: expect.stringContaining('src/patients/patient.'),
    });
    expect(error).not.toHaveProperty('message');
  }
});
