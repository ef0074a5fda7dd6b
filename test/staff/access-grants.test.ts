import { once } from 'node:events';
import { request as open } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../support/answer.js';
import { colleague, PASSWORD, signIn, testClinic, type SignedIn, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

const DAY = 24 * 60 * 60_000;
let app: TestApp;
let clinic: TestClinic;
let second: SignedIn;
beforeAll(async () => {
  app = await testApp({ SESSION_IDLE_MINUTES: '1440', SESSION_HOURS: '168' });
});
afterAll(() => app.close());
beforeEach(async () => {
  clinic = await testClinic(app);
  second = await colleague(app, clinic, 'director', 'Sasha');
});

const linkFor = async (maker: SignedIn, { id }: Pick<SignedIn, 'id'>) => {
  const { body } = await answer(maker.post(`/v1/staff/${id}/one-time-link`).expect(201));
  return (body as { link: string }).link;
};
const redeem = (link: string) =>
  request(app.url)
    .post('/v1/one-time-links/redemption')
    .send({ token: link.split('#')[1], password: PASSWORD });
const change = (who: SignedIn, { id }: SignedIn, version: number, body: object) =>
  who.patch(`/v1/staff/${id}`, body).set('If-Match', `"${version}"`).expect(200);
const grantsOf = async (person: SignedIn) => {
  const { body } = await answer((await signIn(app, person.email)).get('/v1/account/grants').expect(200));
  return (body as { items: { kind: string; madeBy: string | null; madeAt: string; takenUpAt: string }[] }).items;
};

describe('a password that was chosen by a link of somebody else', () => {
  test('is told to the person at the next sign-in, and stays told after the next link', async () => {
    const madeAt = app.clock.now().toISOString();
    const link = await linkFor(clinic.director, clinic.clinician);
    app.clock.advance(60_000);
    await redeem(link).expect(200);
    // Locked out, the person asks another director for a link.
    app.clock.advance(60_000);
    await redeem(await linkFor(second, clinic.clinician)).expect(200);
    const [latest, before, ...more] = await grantsOf(clinic.clinician);
    expect(latest).toMatchObject({ kind: 'password-reset', madeBy: 'Sasha' });
    const takenUpAt = new Date(Date.parse(madeAt) + 60_000).toISOString();
    expect(before).toEqual({ kind: 'password-reset', madeBy: 'Dana', madeAt, takenUpAt, recent: true });
    expect(more).toEqual([]);
    expect(await grantsOf(second)).toEqual([]);
  });

  test('is told for two weeks', async () => {
    await redeem(await linkFor(clinic.director, clinic.clinician)).expect(200);
    app.clock.advance(14 * DAY);
    expect(await grantsOf(clinic.clinician)).toEqual([expect.objectContaining({ madeBy: 'Dana', recent: false })]);
    app.clock.advance(-14 * DAY);
  });

  test('is shown to the directors', async () => {
    await redeem(await linkFor(clinic.director, clinic.clinician)).expect(200);
    const { body } = await answer(second.get('/v1/staff').expect(200));
    const { items } = body as { items: { id: string; lastGrant: object | null }[] };
    const of = ({ id }: SignedIn) => items.find((one) => one.id === id)?.lastGrant;
    expect(of(clinic.clinician)).toMatchObject({ kind: 'password-reset', madeBy: 'Dana' });
    expect(of(clinic.marketing)).toBeNull();
  });

  test('cannot be taken out of the history, also not by the service itself', async () => {
    await redeem(await linkFor(clinic.director, clinic.clinician)).expect(200);
    for (const change of ['DELETE FROM access_grant', 'UPDATE access_grant SET made_by = NULL']) {
      await expect(app.database.service.query(change)).rejects.toThrow(/permission denied/);
    }
  });
});

describe('what somebody handed out who is no director any more', () => {
  test.each([
    ['deactivated', { status: 'deactivated' }],
    ['made a clinician', { role: 'clinician' }],
  ])('opens nothing once they were %s', async (_what, changed) => {
    const link = await linkFor(second, clinic.clinician);
    const { body } = await answer(
      second.post('/v1/staff', { name: 'Lee', email: `lee-${clinic.id}@example.org`, role: 'director' }).expect(201),
    );
    await change(clinic.director, second, 2, changed);
    await redeem(link).expect(404);
    await redeem((body as { link: string }).link).expect(404);
    // They are activated or promoted again: what was taken back stays so.
    await change(clinic.director, second, 3, 'role' in changed ? { role: 'director' } : { status: 'active' });
    await redeem(link).expect(404);
  });

  test('opens nothing either where an earlier version left the link', async () => {
    const link = await linkFor(second, clinic.clinician);
    await app.database.owner.query(`UPDATE staff SET status = 'deactivated' WHERE id = $1`, [second.id]);
    await redeem(link).expect(404);
  });
});

test('a director who was deactivated while a file was being read saves nothing of it', async () => {
  const body = 'chart_number,date_1,score_1\nA-1,2026-03-02,40\n';
  const sent = open(`${app.url}/v1/imports?commit=true`, {
    method: 'POST',
    headers: { cookie: second.cookie, 'content-type': 'text/csv', 'content-length': body.length },
  });
  sent.write(body.slice(0, 20));
  // Answered after the import was let in: both came by the same server, one after the other.
  await clinic.director.get('/v1/session').expect(200);
  await change(clinic.director, second, 2, { status: 'deactivated' });
  sent.end(body.slice(20));
  const [response] = (await once(sent, 'response')) as [{ statusCode: number; resume(): void }];
  response.resume();
  expect(response.statusCode).toBe(401);
  const { body: found } = await answer(clinic.director.get('/v1/patients').expect(200));
  expect(found).toMatchObject({ items: [] });
});

test('the last director can neither be demoted nor deactivated', async () => {
  await change(clinic.director, second, 2, { status: 'deactivated' });
  for (const body of [{ role: 'clinician' }, { role: 'marketing' }, { status: 'deactivated' }]) {
    await clinic.director.patch(`/v1/staff/${clinic.director.id}`, body).set('If-Match', '"1"').expect(409);
  }
});
