import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { SetupService } from '../../src/staff/setup/setup.service.js';
import { answer } from '../support/answer.js';
import { PASSWORD, setupToken, signIn } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const setUp = (token: string, changes: { clinic?: object; director?: object } = {}) =>
  request(app.url)
    .post('/v1/setup')
    .send({
      token,
      clinic: { name: 'Riverside', timeZone: 'Europe/Berlin', ...changes.clinic },
      director: {
        name: 'Dana',
        email: 'dana@example.org',
        password: PASSWORD,
        ...changes.director,
      },
    });

const firstToken = async () => {
  const link = await app.app.get(SetupService).firstLink();
  return link?.split('#')[1] ?? '';
};
const clinics = () => app.database.owner.query<{ name: string }[]>(`SELECT name FROM clinic ORDER BY name`);

test('all faults of a set-up are named at once, and the link stays good', async () => {
  const token = await firstToken();
  const { body } = await answer(
    setUp(token, {
      clinic: { name: '', timeZone: '+01:00' },
      director: { name: '', email: 'dana', password: 'short', pets: 2 },
    }).expect(422),
  );
  const { errors } = body as { errors: { pointer: string; message: string }[] };
  expect(new Set(errors.map(({ pointer }) => pointer))).toEqual(
    new Set([
      '/clinic/name',
      '/clinic/timeZone',
      '/director/name',
      '/director/email',
      '/director/password',
      '/director/pets',
    ]),
  );
  for (const { message } of errors) expect(message).toMatch(/^[A-Z].*\.$/);
  await setUp(token, { clinic: { timeZone: 'Mars/Olympus' } }).expect(422);
  expect(await clinics()).toEqual([]);
});

test.each([
  ['are left out', {}],
  ['are null', { clinic: null, director: null }],
  ['are lists', { clinic: [], director: [] }],
  ['are texts', { clinic: 'Riverside', director: 'Dana' }],
])('a set-up whose parts %s names them', async (_how, parts) => {
  const token = await firstToken();
  const { body } = await answer(
    request(app.url)
      .post('/v1/setup')
      .send({ token, ...parts })
      .expect(422),
  );
  const { errors } = body as { errors: { pointer: string }[] };
  expect(new Set(errors.map(({ pointer }) => pointer))).toEqual(new Set(['/clinic', '/director']));
});

test('the link is good for a day', async () => {
  const token = await firstToken();
  app.clock.advance(24 * 60 * 60_000);
  await setUp(token).expect(404);
});

test('each start prints a link that is good; of five set-ups at once with two of them one wins', async () => {
  const tokens = [await firstToken(), await firstToken()];
  expect(new Set(tokens).size).toBe(2);
  const sent = [1, 2, 3, 4, 5].map((n) =>
    setUp(tokens[n % 2] ?? '', { clinic: { name: `Riverside ${n}` }, director: { email: `d${n}@example.org` } }),
  );
  const answers = await Promise.all(sent);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 404, 404, 404, 404]);
  expect(await clinics()).toHaveLength(1);
  const { email } = answers.find(({ status }) => status === 201)?.body as { email: string };
  const director = await signIn(app, email);
  const { body } = await answer(director.get('/v1/session').expect(200));
  expect(body).toMatchObject({
    staff: { role: 'director' },
    clinic: { timeZone: 'Europe/Berlin' },
  });
});

test('with a clinic there a start prints no link', async () => {
  expect(await app.app.get(SetupService).firstLink()).toBeNull();
});

test('a name of a clinic is taken once', async () => {
  const [{ name } = { name: '' }] = await clinics();
  const token = await setupToken(app);
  const director = { email: 'second@example.org' };
  const { body } = await answer(setUp(token, { clinic: { name }, director }).expect(409));
  expect(body).toMatchObject({ type: '/problems/conflict' });
  await setUp(token, { clinic: { name: 'Lakeside' }, director }).expect(201);
});

test('a set-up link chooses nobody’s password', async () => {
  const token = await setupToken(app);
  await request(app.url).post('/v1/one-time-links/redemption').send({ token, password: PASSWORD }).expect(404);
});

test('an invitation sets up no clinic', async () => {
  const director = await signIn(app, 'second@example.org');
  const person = { name: 'Lee', email: 'lee@example.org', role: 'director' };
  const { body } = await answer(director.post('/v1/staff', person).expect(201));
  const token = (body as { link: string }).link.split('#')[1] ?? '';
  await setUp(token, { clinic: { name: 'Own' }, director: { email: 'own@example.org' } }).expect(404);
  await request(app.url).post('/v1/one-time-links/redemption').send({ token, password: PASSWORD }).expect(200);
});
