import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../support/answer.js';
import { signIn, testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp({ PUBLIC_URL: 'https://outcomes.example.org/' });
  clinic = await testClinic(app);
});
afterAll(() => app.close());

test('under https the cookie is bound to the host and never travels in the clear', async () => {
  const response = await request(app.url)
    .post('/v1/session')
    .send({ email: clinic.director.email, password: 'a long sentence is a good password' })
    .expect(200);
  const [cookie] = response.headers['set-cookie'] as unknown as string[];
  expect(cookie).toMatch(/^__Host-cudos-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
});

test('under https a cookie of the plain name opens nothing', async () => {
  const { cookie } = await signIn(app, clinic.director.email);
  const plain = cookie.replace('__Host-', '');
  await request(app.url).get('/v1/session').set('Cookie', plain).expect(401);
  await request(app.url).get('/v1/session').set('Cookie', cookie).expect(200);
});

test('links lead to the public address', async () => {
  const { body } = await answer(clinic.director.post(`/v1/staff/${clinic.clinician.id}/one-time-link`).expect(201));
  expect((body as { link: string }).link).toMatch(/^https:\/\/outcomes\.example\.org\/password-reset#[\w-]{43}$/);
});

test('a page of the public address may write', async () => {
  await clinic.director
    .post(`/v1/staff/${clinic.clinician.id}/one-time-link`)
    .set('Origin', 'https://outcomes.example.org')
    .set('Sec-Fetch-Site', 'same-origin')
    .expect(201);
});
