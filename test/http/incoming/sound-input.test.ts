import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../../support/answer.js';
import { testClinic, testCourse, type TestClinic } from '../../support/clinic.js';
import { testApp, type TestApp } from '../../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
let courseId: string;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
  ({ courseId } = await testCourse(clinic.clinician));
});
afterAll(() => app.close());

/** Sends the text as it is: half of a pair of surrogates can be written in JSON only as an escape. */
const send = (method: 'post' | 'put' | 'patch', path: string, text: string, cookie = '') =>
  answer(
    request(app.url)[method](path).set({ cookie, 'content-type': 'application/json', 'if-match': '"1"' }).send(text),
  );

const NO_TEXTS = ['\\ud800', 'a\\udfffb', '\\udc00\\ud800', '\\u0000', 'a\\u0000'];

describe.each(NO_TEXTS)('a text with %s is refused', (half) => {
  test.each([
    ['at sign-in as a name', '/v1/session', `{"email":"${half}@example.org","password":"x"}`, '/email'],
    ['at sign-in as a password', '/v1/session', `{"email":"a@example.org","password":"${half}"}`, '/password'],
    ['in a set-up', '/v1/setup', `{"token":"x","clinic":{"name":"${half}"}}`, '/clinic/name'],
    ['with a link', '/v1/one-time-links/redemption', `{"token":"${half}","password":"x"}`, '/token'],
  ])('%s, without a session', async (_where, path, body, pointer) => {
    expect((await send('post', path, body)).body).toMatchObject({
      type: '/problems/rule-broken',
      errors: [{ pointer, rule: 'no-text', message: expect.stringMatching(/\.$/) }],
    });
  });

  test.each([
    ['post', '/v1/staff', `{"name":"x","email":"a@${half}.org","role":"clinician"}`, '/email'],
    ['post', '/v1/patients', `{"chartNumber":"${half}"}`, '/chartNumber'],
    ['patch', '/v1/clinic', `{"crisisResources":[{"label":"${half}"}]}`, '/crisisResources/0/label'],
    ['post', '/v1/claim-checks', `{"text":"${half}"}`, '/text'],
    ['post', '/v1/publications', `{"figures":["${half}"]}`, '/figures/0'],
    ['post', '/v1/patients', `{"${half}":1}`, ''],
  ] as const)('%s %s %s', async (method, path, body, pointer) => {
    const { status, body: problem } = await send(method, path, body, clinic.director.cookie);
    expect([status, problem]).toMatchObject([422, { errors: [{ pointer }] }]);
  });
});

test.each(['/v1/patients?chartNumber=A%00', '/v1/cohorts/courses?group=%00', '/v1/patients?%00=1'])(
  'a NUL in the query of %s is refused',
  async (address) => {
    const { status, body } = await answer(clinic.director.get(address));
    expect([status, body]).toMatchObject([422, { errors: [{ rule: 'no-text' }] }]);
  },
);

test.each(['/v1/patients/%00', '/v1/published/%00', '/embed/%00', '/published/%00', '/problems/%00', '/%00'])(
  'there is nothing at %s',
  async (address) => {
    await clinic.director.get(address).set('Accept', 'text/html').expect(404);
  },
);

test('letters beyond the first plane are texts', async () => {
  const body = `{"chartNumber":"\\ud842\\udfb7-1"}`;
  expect((await send('post', '/v1/patients', body, clinic.director.cookie)).body).toMatchObject({
    chartNumber: '𠮷-1',
  });
});

test.each([
  { total: 35, assessedOn: '2026-03-02' },
  { state: 'missed', missedReason: 'illness' },
])('a first entry has no reason for an amendment: %j', async (entry) => {
  const address = `/v1/courses/${courseId}/assessments/infusion-1`;
  const sent = { ...entry, amendmentReason: 'typing error' };
  const { body } = await answer(clinic.clinician.put(address, sent).set('If-None-Match', '*').expect(422));
  expect(body).toMatchObject({ errors: [{ pointer: '/amendmentReason', rule: 'unexpected' }] });
});
