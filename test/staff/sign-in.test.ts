import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { PASSWORD, testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

const attempt = (email: string, password: string) =>
  request(app.url).post('/v1/session').send({ email, password });

test('a person who signs in learns who and where they are', async () => {
  const { body } = await clinic.clinician.get('/v1/session').expect(200);
  expect(body).toMatchObject({
    staff: { email: clinic.clinician.email, role: 'clinician' },
    clinic: { id: clinic.id, name: clinic.name, timeZone: 'America/Denver', today: '2026-03-20' },
  });
});

test('the session travels in a cookie that scripts and other sites can’t use', async () => {
  const response = await attempt(clinic.director.email, PASSWORD).expect(200);
  const [cookie] = response.headers['set-cookie'] as unknown as string[];
  expect(cookie).toMatch(/^cudos-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
});
