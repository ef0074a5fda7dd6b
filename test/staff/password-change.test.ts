import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../support/answer.js';
import { PASSWORD, signIn, testClinic, type SignedIn, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

const OTHER = 'another sentence altogether';
let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  clinic = await testClinic(app);
});

const change = (person: SignedIn, currentPassword: unknown, newPassword: unknown) =>
  person.put('/v1/account/password', { currentPassword, newPassword });

test('a person changes the password and stays signed in here, and nowhere else', async () => {
  const elsewhere = await signIn(app, clinic.clinician.email);
  await change(clinic.clinician, PASSWORD, OTHER).expect(204);
  await clinic.clinician.get('/v1/session').expect(200);
  await elsewhere.get('/v1/session').expect(401);
  await request(app.url).post('/v1/session').send({ email: clinic.clinician.email, password: PASSWORD }).expect(401);
  await signIn(app, clinic.clinician.email, OTHER);
  await signIn(app, clinic.director.email, PASSWORD);
});

test('without the current password nothing changes', async () => {
  const elsewhere = await signIn(app, clinic.clinician.email);
  const { body } = await answer(change(clinic.clinician, `${PASSWORD} `, OTHER).expect(422));
  expect(body).toMatchObject({
    type: '/problems/rule-broken',
    errors: [{ pointer: '/currentPassword', rule: 'wrong-password' }],
  });
  await elsewhere.get('/v1/session').expect(200);
  await signIn(app, clinic.clinician.email, PASSWORD);
});

test('a new password is one that an invitation would take', async () => {
  for (const [typed, pointer] of [
    ['too short', '/newPassword'],
    ['x'.repeat(201), '/newPassword'],
    [null, '/newPassword'],
  ]) {
    const { body } = await answer(change(clinic.clinician, PASSWORD, typed).expect(422));
    expect(body).toMatchObject({ errors: [{ pointer }] });
  }
  const { body } = await answer(change(clinic.clinician, undefined, OTHER).expect(422));
  expect(body).toMatchObject({ errors: [{ pointer: '/currentPassword' }] });
});

test('a person who guesses the current password waits as at sign-in, where nobody is held up by it', async () => {
  const { clinician } = clinic;
  for (let tries = 1; tries <= 4; tries += 1) {
    await change(clinician, 'a wrong guess', OTHER).expect(422);
  }
  const { headers } = await answer(change(clinician, PASSWORD, OTHER).expect(429));
  expect(headers['retry-after']).toBe('2');
  const { email } = clinician;
  await request(app.url).post('/v1/session').send({ email, password: PASSWORD }).expect(200);
  app.clock.advance(2000);
  await change(clinician, PASSWORD, OTHER).expect(204);
  await signIn(app, email, OTHER);
});

test('a link for a new password is no longer valid after the password was changed', async () => {
  const { director, clinician } = clinic;
  const made = await answer(director.post(`/v1/staff/${clinician.id}/one-time-link`).expect(201));
  const token = (made.body as { link: string }).link.split('#')[1];
  await change(clinician, PASSWORD, OTHER).expect(204);
  await request(app.url).post('/v1/one-time-links/redemption').send({ token, password: PASSWORD }).expect(404);
});

test('of two changes at once, from the same password, one is made', async () => {
  const sent = [OTHER, `${OTHER}, too`].map((next) => change(clinic.clinician, PASSWORD, next));
  const statuses = (await Promise.all(sent)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([204, 422]);
});
