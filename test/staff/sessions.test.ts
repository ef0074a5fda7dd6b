import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../support/answer.js';
import { invite, PASSWORD, signIn, testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

const MINUTE = 60_000;
let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp({ SESSION_IDLE_MINUTES: '15', SESSION_HOURS: '2' });
  clinic = await testClinic(app);
});
afterAll(() => app.close());

let invited = 0;
const newcomer = async () => {
  const director = await signIn(app, clinic.director.email);
  const person = await invite(app, director, 'clinician', `newcomer-${(invited += 1)}@example.org`);
  return { director, person };
};

test('a session ends after 15 minutes without a request', async () => {
  const person = await signIn(app, clinic.clinician.email);
  app.clock.advance(15 * MINUTE - 1);
  const { body } = await answer(person.get('/v1/session').expect(200));
  const { endsAt } = body as { endsAt: string };
  expect(Date.parse(endsAt)).toBe(app.clock.now().getTime() + 15 * MINUTE);
  app.clock.advance(15 * MINUTE);
  const ended = await person.get('/v1/session').expect(401);
  expect(ended.body).toMatchObject({ type: '/problems/not-signed-in' });
});

test('a session in steady use ends two hours after the sign-in', async () => {
  const until = new Date(app.clock.now().getTime() + 120 * MINUTE).toISOString();
  const person = await signIn(app, clinic.clinician.email);
  for (let minutes = 10; minutes < 120; minutes += 10) {
    app.clock.advance(10 * MINUTE);
    await person.get('/v1/session').expect(200);
  }
  app.clock.advance(10 * MINUTE - 1);
  const { body } = await answer(person.get('/v1/session').expect(200));
  expect(body).toMatchObject({ endsAt: until, latestEndsAt: until, idleSeconds: 900 });
  // A millisecond is left of it.
  expect(body).toMatchObject({ latestSeconds: 0 });
  app.clock.advance(1);
  await person.get('/v1/session').expect(401);
});

test('sessions that have ended are cleared away by the next sign-in', async () => {
  await signIn(app, clinic.clinician.email);
  app.clock.advance(17 * MINUTE);
  await signIn(app, clinic.director.email);
  const [row] = await app.database.owner.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM session`);
  expect(row).toEqual({ n: 1 });
});

test('a change of role ends the sessions of the person at once', async () => {
  const { director, person } = await newcomer();
  await director.patch(`/v1/staff/${person.id}`, { role: 'marketing' }).set('If-Match', '"2"').expect(200);
  await person.get('/v1/session').expect(401);
  const again = await signIn(app, person.email);
  await again.get('/v1/patients').expect(403);
});

test('a change of name ends no session', async () => {
  const { director, person } = await newcomer();
  await director.patch(`/v1/staff/${person.id}`, { name: 'Sam' }).set('If-Match', '"2"').expect(200);
  const { body } = await answer(person.get('/v1/session').expect(200));
  expect(body).toMatchObject({ staff: { name: 'Sam' } });
});

test('a deactivation ends the sessions of the person at once', async () => {
  const { director, person } = await newcomer();
  await director.patch(`/v1/staff/${person.id}`, { status: 'deactivated' }).set('If-Match', '"2"').expect(200);
  await person.get('/v1/session').expect(401);
  await director.get('/v1/session').expect(200);
});

test('a person who is activated again signs in with the old password', async () => {
  const { director, person } = await newcomer();
  const change = (status: string, version: number) =>
    director.patch(`/v1/staff/${person.id}`, { status }).set('If-Match', `"${version}"`).expect(200);
  await change('deactivated', 2);
  await change('active', 3);
  await person.get('/v1/session').expect(401);
  await (await signIn(app, person.email)).get('/v1/session').expect(200);
});

test('a new password ends the sessions of the person at once, and the old one opens none', async () => {
  const { director, person } = await newcomer();
  const { body } = await answer(director.post(`/v1/staff/${person.id}/one-time-link`).expect(201));
  const token = (body as { link: string }).link.split('#')[1];
  await person.get('/v1/session').expect(200);
  await request(app.url)
    .post('/v1/one-time-links/redemption')
    .send({ token, password: 'another sentence altogether' })
    .expect(200);
  await person.get('/v1/session').expect(401);
  await request(app.url).post('/v1/session').send({ email: person.email, password: PASSWORD }).expect(401);
  await signIn(app, person.email, 'another sentence altogether');
});

test('a session that may idle for one minute stays open while it is used every half minute', async () => {
  const short = await testApp({ SESSION_IDLE_MINUTES: '1' });
  try {
    const { director } = await testClinic(short);
    for (let time = 1; time <= 4; time += 1) {
      short.clock.advance(MINUTE / 2);
      await director.get('/v1/session').expect(200);
    }
    short.clock.advance(MINUTE);
    await director.get('/v1/session').expect(401);
  } finally {
    await short.close();
  }
});
