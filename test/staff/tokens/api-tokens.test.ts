import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import request from 'supertest';
import { answer } from '../../support/answer.js';
import { auditedOf, actionsOn } from '../../support/audit.js';
import { setUpAuthenticator } from '../../support/authenticator.js';
import { testClinic, testCourse, type TestClinic } from '../../support/clinic.js';
import { testApp, type TestApp } from '../../support/test-app.js';
import { testToken, type TestToken } from '../../support/tokens.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
});
beforeEach(async () => {
  clinic = await testClinic(app);
});
afterAll(() => app.close());

const MINUTE = 60_000;
const get = (path: string, { header }: TestToken) => request(app.url).get(path).set('Authorization', header);

interface Listed {
  state: string;
  lastUsedAt: string | null;
  createdBy: string;
  createdByActive: boolean;
  hint: string;
}
async function listed({ accountId }: TestToken): Promise<Listed> {
  const { body } = await answer(clinic.director.get('/v1/system-accounts').expect(200));
  const { items } = body as { items: { id: string; tokens: Listed[] }[] };
  return items.find(({ id }) => id === accountId)!.tokens[0]!;
}

test('a token is shown once: what is kept is its hash, in a table of its own, and its first characters', async () => {
  const { token, id } = await testToken(clinic.director, ['outcomes:read']);
  const rows = await app.database.owner.query<object[]>(`SELECT * FROM api_token_secret WHERE token_id = $1`, [id]);
  const tokenHash = createHash('sha256').update(token).digest();
  expect(rows).toEqual([{ token_hash: tokenHash, clinic_id: clinic.id, token_id: id }]);
  const kept = JSON.stringify(await app.database.owner.query(`SELECT * FROM api_token WHERE id = $1`, [id]));
  const { text } = await answer(clinic.director.get('/v1/system-accounts').expect(200));
  for (const said of [kept, text]) {
    expect(said).toContain(token.slice(0, 10));
    expect(said).not.toContain(token.slice(10, 38));
  }
});

test('a program records a score, and its name is beside it', async () => {
  const { courseId, patientId, chartNumber } = await testCourse(clinic.clinician);
  const token = await testToken(clinic.director, ['scores:write'], 90, 'Tablet in the waiting room');
  const found = await answer(get(`/v1/patients?chartNumber=${chartNumber}`, token).expect(200));
  expect(found.body).toMatchObject({ items: [{ id: patientId }] });
  const path = `/v1/courses/${courseId}/assessments/infusion-1`;
  const score = { total: 35, assessedOn: '2026-03-02' };
  const sent = request(app.url).put(path).set({ Authorization: token.header, 'If-None-Match': '*' }).send(score);
  const { headers } = await sent.expect(201);
  expect(await auditedOf(app, headers)).toMatchObject([{ staffId: token.accountId, action: 'assessment.recorded' }]);
  const { body } = await answer(clinic.clinician.get(path).expect(200));
  expect(body).toMatchObject({ total: 35, recordedBy: token.accountId });
});

test('when a token was last used is noted, to the minute', async () => {
  const token = await testToken(clinic.director, ['outcomes:read']);
  expect((await listed(token)).lastUsedAt).toBeNull();
  const first = app.clock.now().toISOString();
  await get('/v1/cohorts/outcome', token).expect(200);
  app.clock.advance(MINUTE - 1);
  await get('/v1/cohorts/outcome', token).expect(200);
  expect((await listed(token)).lastUsedAt).toBe(first);
  app.clock.advance(1);
  await get('/v1/cohorts/outcome', token).expect(200);
  expect((await listed(token)).lastUsedAt).toBe(app.clock.now().toISOString());
});

test('a token is taken until its last instant, and not from then on', async () => {
  const token = await testToken(clinic.director, ['outcomes:read'], 2);
  app.clock.advance(2 * 24 * 60 * MINUTE - 1);
  await get('/v1/cohorts/outcome', token).expect(200);
  app.clock.advance(1);
  const { body } = await answer(get('/v1/cohorts/outcome', token).expect(401));
  expect(body).toMatchObject({ detail: expect.stringContaining('This token has expired.') });
});

test('a token that is revoked is refused from the next request on, and revoking it again changes nothing', async () => {
  const token = await testToken(clinic.director, ['outcomes:read']);
  await get('/v1/cohorts/outcome', token).expect(200);
  await clinic.director.delete(`/v1/api-tokens/${token.id}`).expect(204);
  await get('/v1/cohorts/outcome', token).expect(401);
  await clinic.director.delete(`/v1/api-tokens/${token.id}`).expect(204);
  expect((await listed(token)).state).toBe('revoked');
  expect(await actionsOn(app, token.accountId)).toEqual([
    'system-account.added',
    'api-token.made',
    'api-token.revoked',
  ]);
});

test('a deactivated account is refused with all of its tokens, gets no new one, and can be activated again', async () => {
  const token = await testToken(clinic.director, ['outcomes:read']);
  const account = `/v1/system-accounts/${token.accountId}`;
  await clinic.director.patch(account, { status: 'deactivated' }).set('If-Match', '"1"').expect(200);
  await get('/v1/cohorts/outcome', token).expect(401);
  expect((await listed(token)).state).toBe('deactivated');
  const another = { scopes: ['outcomes:read'], validDays: 1 };
  await clinic.director.post(`${account}/tokens`, another).expect(409);
  await clinic.director.patch(account, { status: 'active' }).set('If-Match', '"1"').expect(412);
  await clinic.director.patch(account, { status: 'active' }).set('If-Match', '"2"').expect(200);
  await get('/v1/cohorts/outcome', token).expect(200);
});

test('a system account is nobody: it is not in the list of staff, has no link, treats nobody and can’t sign in', async () => {
  const { accountId } = await testToken(clinic.director, ['outcomes:read']);
  const { text: staff } = await answer(clinic.director.get('/v1/staff').expect(200));
  const { text: clinicians } = await answer(clinic.director.get('/v1/clinic/clinicians').expect(200));
  expect(staff + clinicians).not.toContain(accountId);
  await clinic.director.post(`/v1/staff/${accountId}/one-time-link`).expect(404);
  await clinic.director.patch(`/v1/staff/${accountId}`, { role: 'director' }).set('If-Match', '"1"').expect(404);
  const { patientId } = await testCourse(clinic.clinician);
  const course = { kind: 'maintenance', startedOn: '2026-03-19', clinicianId: accountId };
  await clinic.clinician.post(`/v1/patients/${patientId}/courses`, course).expect(422);
  await request(app.url).post('/v1/session').send({ email: accountId, password: 'x' }).expect([401, 422]);
});

test('a token that is none is refused without asking the database, and a session is not asked instead', async () => {
  const { cookie } = clinic.director;
  for (const header of ['Bearer x', `Bearer cudos_${'0'.repeat(32)}_00000000`]) {
    const sent = request(app.url).get('/v1/staff').set({ Cookie: cookie, Authorization: header });
    const { headers } = await answer(sent.expect(401));
    expect(headers['www-authenticate']).toBe('Bearer realm="cudos", error="invalid_token"');
  }
  const { headers } = await answer(request(app.url).get('/v1/staff').expect(401));
  expect(headers['www-authenticate']).toBe('Bearer realm="cudos"');
});

test.each([
  [{ scopes: [], validDays: 90 }, 'scopes'],
  [{ scopes: ['staff:write'], validDays: 90 }, 'scopes'],
  [{ scopes: 'outcomes:read', validDays: 90 }, 'scopes'],
  [{ scopes: ['outcomes:read', 'outcomes:read'], validDays: 90 }, 'scopes'],
  [{ scopes: ['outcomes:read'], validDays: 367 }, 'validDays'],
  [{ scopes: ['outcomes:read'], validDays: 0 }, 'validDays'],
  [{ scopes: ['outcomes:read'] }, 'validDays'],
])('%j makes no token', async (body, field) => {
  const { accountId } = await testToken(clinic.director, ['outcomes:read']);
  const path = `/v1/system-accounts/${accountId}/tokens`;
  const refused = await answer(clinic.director.post(path, body).expect(422));
  expect(refused.body).toMatchObject({ errors: [{ pointer: expect.stringContaining(`/${field}`) as unknown }] });
});

test('an account whose answer was lost is made once with the same key', async () => {
  const add = () =>
    clinic.director.post('/v1/system-accounts', { name: 'Registry' }).set('Idempotency-Key', 'k').expect(201);
  const first = (await answer(add())).body;
  expect((await answer(add())).body).toEqual(first);
});

describe('with a second factor', () => {
  test('making a token asks for a code of the last 10 minutes, revoking one does not', async () => {
    const { director } = clinic;
    await setUpAuthenticator(app, director);
    const { accountId, id } = await testToken(director, ['outcomes:read']);
    app.clock.advance(10 * MINUTE);
    const another = { scopes: ['outcomes:read'], validDays: 1 };
    const { body } = await answer(director.post(`/v1/system-accounts/${accountId}/tokens`, another).expect(403));
    expect(body).toMatchObject({ type: '/problems/code-needed-again' });
    await director.post('/v1/system-accounts', { name: 'Registry' }).expect(403);
    await director.delete(`/v1/api-tokens/${id}`).expect(204);
  });
});
