import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PASSWORD, testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

interface Link {
  staff: { id: string };
  link: string;
}
const person = (email: string) => ({ name: 'Kim', email, role: 'clinician' });
const invite = (key: string, body: object) => clinic.director.post('/v1/staff', body).set('Idempotency-Key', key);
const redeem = ({ link }: Link) =>
  clinic.director.post('/v1/one-time-links/redemption', {
    token: link.split('#')[1],
    password: PASSWORD,
  });
const invitedAs = async (email: string) => {
  const answer = await clinic.director.get('/v1/staff').expect(200);
  return (answer.body as { items: { email: string }[] }).items.filter((one) => one.email === email);
};

test('an invitation sent again with its key makes one account, and a link that works', async () => {
  const body = person('kim-retry@example.org');
  const first = (await invite('invite-1', body).expect(201)).body as Link;
  const again = (await invite('invite-1', body).expect(201)).body as Link;
  expect(again.staff).toEqual(first.staff);
  expect(await invitedAs(body.email)).toHaveLength(1);
  await redeem(first).expect(404);
  await redeem(again).expect(200);
});

test('an invitation that was taken up is not made again', async () => {
  const body = person('kim-taken@example.org');
  await redeem((await invite('invite-2', body).expect(201)).body as Link).expect(200);
  await invite('invite-2', body).expect(409);
});

test('the key of one invitation is not that of another, and nothing is saved', async () => {
  await invite('invite-3', person('kim-first@example.org')).expect(201);
  const answer = await invite('invite-3', person('kim-other@example.org')).expect(422);
  expect(answer.body).toMatchObject({ type: '/problems/key-reused' });
  expect(await invitedAs('kim-other@example.org')).toEqual([]);
});

test('no secret of a link is kept with the key', async () => {
  const { link } = (await invite('invite-4', person('kim-secret@example.org')).expect(201)).body as Link;
  const kept = await app.database.owner.query<{ answer: object }[]>(
    `SELECT answer FROM idempotency_key WHERE key = 'invite-4'`,
  );
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toContain(link.split('#')[1]);
});
