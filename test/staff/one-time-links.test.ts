import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../support/answer.js';
import { PASSWORD, signIn, testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp({ SESSION_IDLE_MINUTES: '1440', SESSION_HOURS: '168' });
  clinic = await testClinic(app);
});
afterAll(() => app.close());

interface Link {
  link: string;
  expiresAt: string;
  staff: { id: string; status: string };
}
const tokenOf = ({ link }: Link) => link.split('#')[1] ?? '';

let invited = 0;
async function inviteSomebody(): Promise<Link> {
  const email = `link-${(invited += 1)}@example.org`;
  const director = await signIn(app, clinic.director.email);
  const { body } = await answer(director.post('/v1/staff', { name: 'Lee', email, role: 'clinician' }).expect(201));
  return body as Link;
}

async function newLink(id: string): Promise<Link> {
  const director = await signIn(app, clinic.director.email);
  return (await director.post(`/v1/staff/${id}/one-time-link`).expect(201)).body as Link;
}

const redeem = (token: string, password = PASSWORD) =>
  request(app.url).post('/v1/one-time-links/redemption').send({ token, password });

test('an invitation makes an account active, once', async () => {
  const link = await inviteSomebody();
  expect(link.staff.status).toBe('invited');
  expect(link.link).toMatch(/\/invitation#[\w-]{43}$/);
  const { body } = await answer(redeem(tokenOf(link)).expect(200));
  expect(body).toMatchObject({ status: 'active', role: 'clinician' });
  const again = await redeem(tokenOf(link), 'a password of somebody else').expect(404);
  expect(again.body).toMatchObject({ type: '/problems/link-not-valid', status: 404 });
});

test('of ten uses of one link at once one wins', async () => {
  const link = await inviteSomebody();
  const uses = Array.from({ length: 10 }, (_, n) => redeem(tokenOf(link), `password number ${n}`));
  const statuses = (await Promise.all(uses)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, ...Array.from({ length: 9 }, () => 404)]);
});

test('an invitation is good for seven days, not longer', async () => {
  const [inTime, late] = [await inviteSomebody(), await inviteSomebody()];
  expect(Date.parse(inTime.expiresAt) - app.clock.now().getTime()).toBe(7 * DAY);
  app.clock.advance(7 * DAY - 1);
  await redeem(tokenOf(inTime)).expect(200);
  app.clock.advance(1);
  await redeem(tokenOf(late)).expect(404);
});

test('a link for a new password is good for a day', async () => {
  const person = await inviteSomebody();
  await redeem(tokenOf(person)).expect(200);
  const link = await newLink(person.staff.id);
  expect(link.link).toMatch(/\/password-reset#/);
  app.clock.advance(DAY);
  await redeem(tokenOf(link)).expect(404);
});

test('a newer link replaces the older one', async () => {
  const first = await inviteSomebody();
  const second = await newLink(first.staff.id);
  expect(second.link).toMatch(/\/invitation#/);
  await redeem(tokenOf(first)).expect(404);
  await redeem(tokenOf(second)).expect(200);
});

test('a deactivation takes back the links of the person', async () => {
  const link = await inviteSomebody();
  const director = await signIn(app, clinic.director.email);
  await director.patch(`/v1/staff/${link.staff.id}`, { status: 'deactivated' }).set('If-Match', '"1"').expect(200);
  await redeem(tokenOf(link)).expect(404);
  await director.post(`/v1/staff/${link.staff.id}/one-time-link`).expect(409);
});

test('a link that meets a deactivation opens nothing afterwards, whichever was first', async () => {
  const director = await signIn(app, clinic.director.email);
  for (let round = 1; round <= 5; round += 1) {
    const link = await inviteSomebody();
    const [redeemed, deactivated] = await Promise.all([
      redeem(tokenOf(link)),
      director.patch(`/v1/staff/${link.staff.id}`, { status: 'deactivated' }).set('If-Match', '"1"'),
    ]);
    // Either the link came first and the deactivation saw an older version, or the link was taken back.
    expect([
      [200, 412],
      [404, 200],
    ]).toContainEqual([redeemed.status, deactivated.status]);
  }
});

test('a weak password leaves the link good', async () => {
  const link = await inviteSomebody();
  const { body } = await answer(redeem(tokenOf(link), 'too short').expect(422));
  expect(body).toMatchObject({ errors: [{ pointer: '/password' }] });
  await redeem(tokenOf(link)).expect(200);
});

test('a made-up token is no link', async () => {
  await redeem('A'.repeat(43)).expect(404);
});

test('the database keeps no token of a link', async () => {
  const token = tokenOf(await inviteSomebody());
  const rows = await app.database.owner.query<{ row: string }[]>(
    `SELECT one_time_link::text AS row FROM one_time_link`,
  );
  const text = rows.map(({ row }) => row).join('\n');
  expect(text).not.toContain(token);
  expect(text).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
});
