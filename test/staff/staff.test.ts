import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answer } from '../support/answer.js';
import { invite, signIn, testClinic, type SignedIn, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

interface Person {
  id: string;
  email: string;
  role: string;
  status: string;
  version: number;
}
const listed = async (director: SignedIn) =>
  ((await director.get('/v1/staff').expect(200)).body as { items: Person[] }).items;
const change = (director: SignedIn, id: string, body: object, version = 2) =>
  director.patch(`/v1/staff/${id}`, body).set('If-Match', `"${version}"`);

test('a director sees everybody of the clinic and nobody of another', async () => {
  const other = await testClinic(app);
  const emails = (people: Person[]) => people.map(({ email }) => email).sort();
  const own = ({ director, clinician, marketing }: TestClinic) =>
    [director, clinician, marketing].map(({ email }) => email).sort();
  expect(emails(await listed(clinic.director))).toEqual(own(clinic));
  expect(emails(await listed(other.director))).toEqual(own(other));
});

test('nothing of a password is ever answered', async () => {
  const { text } = await clinic.director.get('/v1/staff').expect(200);
  expect(text).not.toMatch(/argon2|password|hash/i);
});

test('the only active director can’t be demoted or deactivated', async () => {
  const { director } = clinic;
  for (const body of [{ role: 'clinician' }, { role: 'marketing' }, { status: 'deactivated' }]) {
    const answer = await change(director, director.id, body, 1).expect(409);
    expect(answer.body).toMatchObject({ type: '/problems/conflict' });
  }
  await director.get('/v1/session').expect(200);
});

test('an invited director does not count until the invitation is taken up', async () => {
  const { director } = await testClinic(app);
  const newcomer = { name: 'New', email: 'invited-director@example.org', role: 'director' };
  await director.post('/v1/staff', newcomer).expect(201);
  await change(director, director.id, { role: 'clinician' }, 1).expect(409);
});

test('of two directors who demote each other at once one stays', async () => {
  for (const round of [1, 2, 3]) {
    const { director: first } = await testClinic(app);
    const second = await invite(app, first, 'director', `second-${round}@example.org`);
    const answers = await Promise.all([
      change(first, second.id, { role: 'clinician' }),
      change(second, first.id, { role: 'clinician' }, 1),
    ]);
    const statuses = answers.map(({ status }) => status).sort();
    // The slower one is refused as the last director, or is no director any more when it arrives.
    expect([
      [200, 409],
      [200, 401],
    ]).toContainEqual(statuses);
  }
});

test('of two directors who step down at once one stays', async () => {
  const { director: first } = await testClinic(app);
  const second = await invite(app, first, 'director', 'stepping-down@example.org');
  const answers = await Promise.all([
    change(first, first.id, { status: 'deactivated' }, 1),
    change(second, second.id, { status: 'deactivated' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('an e-mail address has one account in all clinics', async () => {
  const other = await testClinic(app);
  const person = { name: 'Kim', email: 'kim@example.org', role: 'clinician' };
  await clinic.director.post('/v1/staff', person).expect(201);
  for (const email of ['kim@example.org', ' KIM@Example.org ']) {
    const again = await other.director.post('/v1/staff', { ...person, email }).expect(409);
    expect(again.body).toMatchObject({ type: '/problems/conflict' });
  }
  expect((await listed(other.director)).map(({ email }) => email)).not.toContain(person.email);
});

test('of two invitations of one e-mail address at once one wins', async () => {
  const person = { name: 'Kim', email: 'kim-twice@example.org', role: 'clinician' };
  const sent = [1, 2, 3, 4].map(() => clinic.director.post('/v1/staff', person));
  const statuses = (await Promise.all(sent)).map(({ status }) => status).sort();
  expect(statuses).toEqual([201, 409, 409, 409]);
});

test('a change needs the version that was seen', async () => {
  const { director, clinician } = clinic;
  const path = `/v1/staff/${clinician.id}`;
  await director.patch(path, { name: 'Kit' }).expect(428);
  await director.patch(path, { name: 'Kit' }).set('If-Match', '*').expect(400);
  const stale = await change(director, clinician.id, { name: 'Kit' }, 1).expect(412);
  expect(stale.body).toMatchObject({ current: { id: clinician.id, version: 2 } });
  const { headers, body } = await answer(change(director, clinician.id, { name: 'Kit' }).expect(200));
  expect(headers.etag).toBe('"3"');
  expect(body).toMatchObject({ name: 'Kit', version: 3 });
});

test('of two changes of the same version one wins', async () => {
  const { director, marketing } = clinic;
  const answers = await Promise.all(['Ann', 'Bea', 'Cleo'].map((name) => change(director, marketing.id, { name })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
});

test('a person of another clinic is not there', async () => {
  const other = await testClinic(app);
  await change(clinic.director, other.clinician.id, { role: 'director' }).expect(404);
  await clinic.director.post(`/v1/staff/${other.clinician.id}/one-time-link`).expect(404);
  const people = await listed(other.director);
  expect(people.find(({ id }) => id === other.clinician.id)).toMatchObject({
    role: 'clinician',
    version: 2,
  });
});

test('all faults of an invitation are named at once', async () => {
  const { body } = await answer(
    clinic.director.post('/v1/staff', { name: ' ', email: 'nobody', role: 'owner', salary: 1 }).expect(422),
  );
  const { errors } = body as { errors: { pointer: string; rule: string }[] };
  expect(new Set(errors.map(({ pointer }) => pointer))).toEqual(new Set(['/name', '/email', '/role', '/salary']));
});

test.each(['Kim\nDirector', 'Kim\0', '\ud800'])('%j is no name of a person', async (name) => {
  const person = { name, email: 'kim-control@example.org', role: 'clinician' };
  const { body } = await answer(clinic.director.post('/v1/staff', person).expect(422));
  expect(body).toMatchObject({ errors: [{ pointer: '/name' }] });
});

test('the clinic of a new person is the director’s, whatever the request says', async () => {
  const other = await testClinic(app);
  const person = { name: 'Kim', email: 'kim-elsewhere@example.org', role: 'clinician' };
  const sent = { ...person, clinicId: other.id };
  const { body } = await answer(clinic.director.post('/v1/staff', sent).expect(422));
  expect(body).toMatchObject({ errors: [{ pointer: '/clinicId', rule: 'unknown' }] });
});

test('every change says who made it, when and in which request', async () => {
  const { director, clinician } = await testClinic(app);
  const { headers } = await change(director, clinician.id, { name: 'Kit' }).expect(200);
  const rows = await app.database.owner.query<object[]>(
    `SELECT changed_by, changed_at, request_id FROM staff WHERE id = $1`,
    [clinician.id],
  );
  expect(rows).toEqual([
    {
      changed_by: director.id,
      changed_at: app.clock.now(),
      request_id: headers['x-request-id'],
    },
  ]);
});

test('a director sees who was invited and whose invitation has expired', async () => {
  const { director } = await testClinic(app);
  const email = `invited-${director.id}@example.org`;
  const sent = { name: 'Lee', email, role: 'clinician' };
  const { body } = await answer(director.post('/v1/staff', sent).expect(201));
  const { id } = (body as { staff: Person }).staff;
  const seen = async (person: SignedIn) => (await listed(person)).find((candidate) => candidate.id === id);
  expect(await seen(director)).toMatchObject({ invitation: 'pending', lastSignedInAt: null });
  // An invitation is good for seven days.
  app.clock.advance(7 * 24 * 60 * 60_000);
  const later = await signIn(app, director.email);
  expect(await seen(later)).toMatchObject({ status: 'invited', invitation: 'expired' });
  await later.post(`/v1/staff/${id}/one-time-link`).expect(201);
  expect(await seen(later)).toMatchObject({ invitation: 'pending' });
  await change(later, id, { status: 'deactivated' }, 1).expect(200);
  expect(await seen(later)).toMatchObject({ status: 'deactivated', invitation: null });
  await change(later, id, { status: 'active' }, 2).expect(200);
  expect(await seen(later)).toMatchObject({ status: 'invited', invitation: 'expired' });
});

test('a director sees when each person last signed in, and a sign-in is no change of the person', async () => {
  const { director, clinician } = await testClinic(app);
  app.clock.advance(60_000);
  await signIn(app, clinician.email);
  const at = app.clock.now().toISOString();
  const person = (await listed(director)).find(({ id }) => id === clinician.id);
  // Version 1 is the invitation, 2 the password.
  expect(person).toMatchObject({ lastSignedInAt: at, invitation: null, version: 2 });
});
