import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../support/answer.js';
import { invite, PASSWORD, signIn, testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

const attempt = (email: string, password: string) => request(app.url).post('/v1/session').send({ email, password });

test('a person who signs in learns who and where they are', async () => {
  const { body } = await answer(clinic.clinician.get('/v1/session').expect(200));
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

test('an unknown name, a wrong password and a deactivated account get the same answer', async () => {
  const { director } = clinic;
  const leaver = await invite(app, director, 'clinician', 'leaver@example.org');
  await director.patch(`/v1/staff/${leaver.id}`, { status: 'deactivated' }).set('If-Match', '"2"').expect(200);
  const answers = [
    await attempt('nobody@example.org', PASSWORD).expect(401),
    await attempt(clinic.marketing.email, 'not the password at all').expect(401),
    await attempt(leaver.email, PASSWORD).expect(401),
  ].map(({ body, headers }) => {
    const { requestId, ...rest } = body as { requestId: string };
    expect(requestId).toBe(headers['x-request-id']);
    return { rest, cookie: headers['set-cookie'] };
  });
  expect(answers[0]?.rest).toMatchObject({ type: '/problems/sign-in-refused', status: 401 });
  expect(answers).toEqual([answers[0], answers[0], answers[0]]);
  expect(answers[0]?.cookie).toBeUndefined();
});

test('an invited person can’t sign in before choosing a password', async () => {
  const email = 'not-yet@example.org';
  await clinic.director.post('/v1/staff', { name: 'N', email, role: 'clinician' }).expect(201);
  await attempt(email, '').expect(401);
});

test('a sign-in name is the same in upper and lower case', async () => {
  await attempt(` ${clinic.clinician.email.toUpperCase()} `, PASSWORD).expect(200);
});

test('a password is compared to its last blank', async () => {
  await attempt(clinic.clinician.email, `${PASSWORD} `).expect(401);
});

test('signing out in several windows at once is answered alike: the session is over, or asks for a sign-in', async () => {
  const person = await signIn(app, clinic.clinician.email);
  const answers = await Promise.all(Array.from({ length: 6 }, () => person.delete('/v1/session')));
  const found = new Set(answers.map(({ status }) => status));
  expect(found).toContain(204);
  found.delete(401);
  expect([...found]).toEqual([204]);
});

test('after signing out the cookie opens nothing', async () => {
  const person = await signIn(app, clinic.clinician.email);
  const response = await person.delete('/v1/session').expect(204);
  const [cookie] = response.headers['set-cookie'] as unknown as string[];
  expect(cookie).toMatch(/^cudos-session=; .*Expires=Thu, 01 Jan 1970/);
  await person.get('/v1/session').expect(401);
  await clinic.clinician.get('/v1/session').expect(200);
});

test('a made-up cookie opens nothing', async () => {
  const cookies = ['cudos-session=', `cudos-session=${'A'.repeat(43)}`, 'cudos-session=%zz'];
  for (const cookie of cookies) {
    await request(app.url).get('/v1/session').set('Cookie', cookie).expect(401);
  }
});

test('the database keeps neither a password nor the value of a cookie', async () => {
  const { cookie } = await signIn(app, clinic.clinician.email);
  const value = cookie.split('=')[1] ?? '';
  const rows = await app.database.owner.query<{ row: string }[]>(
    `SELECT session::text AS row FROM session UNION ALL SELECT staff::text FROM staff`,
  );
  const text = rows.map(({ row }) => row).join('\n');
  expect(text).toContain('$argon2id$v=19$m=19456,p=1,t=2$');
  expect(text).not.toContain(PASSWORD);
  expect(text).not.toContain(value);
  expect(text).not.toContain(Buffer.from(value).toString('hex'));
});
