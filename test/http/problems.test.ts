import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer, type Answer } from '../support/answer.js';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

/** Every answer that is not a success has these parts, in this form. */
function expectProblem({ headers, body, status, text }: Answer, type: string, code: number): void {
  expect({ type: (body as { type: string }).type, status }).toEqual({
    type: `/problems/${type}`,
    status: code,
  });
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(headers['cache-control']).toBe('no-store');
  expect(body).toMatchObject({
    status: code,
    title: expect.stringMatching(/^[A-Z]/),
    detail: expect.stringMatching(/^[A-Z]/),
    requestId: headers['x-request-id'],
  });
  expect(text).not.toMatch(/node_modules|\.js:|at async|SELECT|relation/);
}

const post = (path: string, text: string, type = 'application/json') =>
  request(app.url).post(path).set('Cookie', clinic.director.cookie).set('Content-Type', type).send(text);

const problems: [string, () => PromiseLike<Answer>, string, number][] = [
  ['an address that is none', () => clinic.director.get('/v1/nothing'), 'not-found', 404],
  ['the root', () => request(app.url).get('/'), 'not-found', 404],
  ['a method a route does not know', () => clinic.director.put('/v1/staff', {}), 'not-found', 404],
  ['an address that can’t be decoded', () => request(app.url).get('/v1/%zz'), 'malformed', 400],
  ['a very long id', () => clinic.director.get(`/v1/patients/${'1'.repeat(900)}`), 'not-found', 404],
  ['an id that is no UUID', () => clinic.director.get('/v1/patients/7'), 'not-found', 404],
  ['a body that is no JSON', () => post('/v1/patients', '{"chartNumber": '), 'malformed', 400],
  ['a body that is empty', () => post('/v1/patients', ''), 'malformed', 400],
  ['a body with a prototype', () => post('/v1/patients', '{"__proto__":{}}'), 'malformed', 400],
  ['a body nested 9 deep', () => post('/v1/patients', '[[[[[[[[[]]]]]]]]]'), 'malformed', 400],
  [
    'a body nested 50,000 deep',
    () => post('/v1/patients', `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
    'malformed',
    400,
  ],
  ['a body that is null', () => post('/v1/patients', 'null'), 'rule-broken', 422],
  ['a body that is a list', () => post('/v1/patients', '[]'), 'rule-broken', 422],
  ['a body that is a text', () => post('/v1/patients', '"A-1"'), 'rule-broken', 422],
  ['a body that is a number', () => post('/v1/patients', '7'), 'rule-broken', 422],
  ['a body of XML', () => post('/v1/patients', '<a/>', 'application/xml'), 'unsupported-type', 415],
  [
    'a body of a form',
    () => post('/v1/patients', 'chartNumber=1', 'application/x-www-form-urlencoded'),
    'unsupported-type',
    415,
  ],
  ['a body of plain text', () => post('/v1/patients', '{"chartNumber":"1"}', 'text/plain'), 'unsupported-type', 415],
  [
    'a body of many parts',
    () => post('/v1/patients', '--x--', 'multipart/form-data; boundary=x'),
    'unsupported-type',
    415,
  ],
  [
    'a body over 256 kB',
    () => post('/v1/patients', JSON.stringify({ initials: 'x'.repeat(256 * 1024) })),
    'too-large',
    413,
  ],
  ['nobody signed in', () => request(app.url).get('/v1/patients'), 'not-signed-in', 401],
  ['a role that may not', () => clinic.marketing.get('/v1/patients'), 'not-allowed', 403],
  ['a cursor that is none', () => clinic.director.get('/v1/patients?after=abc'), 'malformed', 400],
  [
    'a missing If-Match',
    () => clinic.director.patch(`/v1/staff/${clinic.clinician.id}`, {}),
    'precondition-missing',
    428,
  ],
];

test.each(problems)('%s is answered with a problem document', async (_what, send, type, status) => {
  expectProblem(await answer(send()), type, status);
});

describe('texts the database can’t keep', () => {
  const NUL = '\u0000';

  test.each([
    [
      'a name with a NUL',
      () =>
        clinic.director.post('/v1/staff', {
          name: `A${NUL}B`,
          email: 'nul@example.org',
          role: 'clinician',
        }),
    ],
    ['a chart number with a NUL', () => clinic.director.get('/v1/patients?chartNumber=A%00')],
    ['a cursor with a NUL', () => clinic.director.get(`/v1/patients?after=${cursor([NUL])}`)],
    ['a cursor of another list', () => clinic.director.get(`/v1/courses?after=${cursor(['A-1', 'B-2'])}`)],
    ['a cursor of another list', () => clinic.director.get(`/v1/safety-notices?after=${cursor(['A-1', 'B-2'])}`)],
  ])('%s is the client’s fault, not ours', async (_what, send) => {
    const { status, body } = await answer(send());
    expect([400, 422]).toContain(status);
    expect(body).toMatchObject({ status });
  });
});

function cursor(key: string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

test('all faults of a body are named at once, with pointer, rule and a sentence', async () => {
  const { body } = await answer(
    clinic.director.post('/v1/patients', { chartNumber: '', birthYear: 1850, sex: 'F', 'a/b~c': 1 }).expect(422),
  );
  const { errors, detail } = body as { errors: Record<string, string>[]; detail: string };
  expect(new Set(errors.map(({ pointer }) => pointer))).toEqual(
    new Set(['/chartNumber', '/birthYear', '/sex', '/a~1b~0c']),
  );
  for (const fault of errors) {
    expect(Object.keys(fault).sort()).toEqual(['message', 'pointer', 'rule']);
    expect(fault.message).toMatch(/^[A-Z].*\.$/);
  }
  expect(detail).toBe('4 things need to be corrected; nothing was saved.');
});

test('one fault alone is the detail', async () => {
  const { body } = await answer(clinic.director.get('/v1/patients?limit=0').expect(422));
  const { errors, detail } = body as { errors: Record<string, string>[]; detail: string };
  expect(errors).toEqual([
    { pointer: '/limit', rule: 'min', message: 'The limit must be a whole number from 1 to 200.' },
  ]);
  expect(detail).toBe('The limit must be a whole number from 1 to 200.');
});

test('who only asked for something is not told that nothing was saved', async () => {
  const asked = await answer(clinic.director.get('/v1/patients?limit=0&clinicId=1').expect(422));
  expect(asked.body).toMatchObject({ detail: '2 things need to be corrected.' });
  const signedOut = await answer(request(app.url).get('/v1/patients').expect(401));
  expect(signedOut.body).toMatchObject({ detail: 'Please sign in: there is no session, or it has ended.' });
  const signIn = await answer(request(app.url).post('/v1/session').set('origin', app.url).send({ email: 1 }));
  expect(signIn.body).toMatchObject({
    status: 422,
    detail: expect.stringMatching(/^\d things need to be corrected\.$/),
  });
});

test('a query that a list does not know is named', async () => {
  const { body } = await answer(clinic.director.get('/v1/patients?clinicId=1').expect(422));
  expect(body).toMatchObject({
    errors: [{ pointer: '/clinicId', rule: 'unknown', message: 'There is no field named clinicId here.' }],
  });
});

test('every type of problem has an address that says what it means', async () => {
  const { body } = await answer(request(app.url).get('/problems/rule-broken').expect(200));
  expect(body).toMatchObject({ type: '/problems/rule-broken', status: 422 });
  for (const name of ['nothing', 'toString', '__proto__']) {
    expectProblem(await answer(request(app.url).get(`/problems/${name}`)), 'not-found', 404);
  }
});

test('an error of ours says nothing of the inside but the request id', async () => {
  const broken = await testApp();
  try {
    const { director } = await testClinic(broken);
    await broken.database.owner.query(`ALTER TABLE patient RENAME TO patient_elsewhere`);
    const answered = await answer(director.get('/v1/patients'));
    expectProblem(answered, 'internal', 500);
    expect(answered.body).toMatchObject({
      detail: 'Something went wrong on our side.',
    });
    const saving = await answer(director.post('/v1/patients', { chartNumber: 'A-1' }));
    expect(saving.body).toMatchObject({ detail: 'Something went wrong on our side. Nothing was saved.' });
    expect(Object.keys(answered.body as object).sort()).toEqual(['detail', 'requestId', 'status', 'title', 'type']);
  } finally {
    await broken.close();
  }
});

test('every answer carries a request id of its own', async () => {
  const ids = new Set<string | undefined>();
  for (const path of ['/livez', '/v1/session', '/nothing', '/livez']) {
    const { headers } = await answer(request(app.url).get(path).set('x-request-id', 'mine'));
    ids.add(headers['x-request-id']);
  }
  expect(ids.size).toBe(4);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
});

test('answers carry the headers that keep a browser careful', async () => {
  const { headers } = await answer(clinic.director.get('/v1/session').expect(200));
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'content-security-policy': expect.stringMatching(
      /^default-src 'self';base-uri 'none';.*;object-src 'none';script-src 'self';script-src-attr 'none'/,
    ),
    'permissions-policy': expect.stringContaining('camera=(), '),
  });
  expect(headers['content-security-policy']).not.toContain('https:');
  expect(headers['x-powered-by']).toBeUndefined();
  expect(headers['access-control-allow-origin']).toBeUndefined();
});
