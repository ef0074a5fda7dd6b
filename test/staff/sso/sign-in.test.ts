import { beforeEach, describe, expect, test } from '@jest/globals';
import { AuditBufferService } from '../../../src/audit/audit-buffer.service.js';
import { answer } from '../../support/answer.js';
import { auditedOf } from '../../support/audit.js';
import { testClinic, type TestClinic } from '../../support/clinic.js';
import { IdentityProvider, type Claims } from '../../support/identity-provider.js';
import {
  accountAt,
  beginSso,
  inviteTo,
  linkedPerson,
  sendSso,
  sessionOf,
  SITE,
  inNewClinics,
  throughSso,
} from '../../support/sso.js';
import type { TestApp } from '../../support/test-app.js';

let provider: IdentityProvider;
let app: TestApp;
let clinic: TestClinic;
inNewClinics((stage) => {
  ({ provider, app, clinic } = stage);
});

const account = (claims: Claims = {}) => accountAt(provider, claims);
const invited = (email: string) => inviteTo(clinic.director, email);

const NOT_LINKED = { type: '/problems/sign-in-refused', detail: expect.stringMatching(/^No account here belongs/) };
const NOT_TAKEN = {
  type: '/problems/sign-in-refused',
  detail: expect.stringMatching(/^This answer of Example ID is not taken/),
};

async function auditedAfter(headers: unknown) {
  await app.app.get(AuditBufferService, { strict: false }).flush();
  return auditedOf(app, headers);
}

describe('who was invited', () => {
  test('takes up the invitation to the address that the provider has checked, and signs in so from then on', async () => {
    const { id, email } = account();
    const { staffId } = await invited(email);
    const first = await answer(throughSso(app, provider, id));
    expect(first).toMatchObject({ status: 200, body: { staff: { id: staffId, role: 'clinician' } } });
    expect(await auditedOf(app, first.headers)).toMatchObject([
      { action: 'sso.linked', detail: 'invitation', staffId },
      { action: 'session.started', detail: 'single sign-on', staffId },
    ]);
    const person = sessionOf(app, first);
    await person.get('/v1/patients').expect(200);
    const { body: grants } = await answer(person.get('/v1/account/grants').expect(200));
    expect(grants).toMatchObject({ items: [{ kind: 'invitation', madeBy: 'Dana' }] });

    // The address changes there; who it is does not.
    provider.accounts.set(id, { email: 'other@example.org', email_verified: false });
    const again = await answer(throughSso(app, provider, id));
    expect(again).toMatchObject({ status: 200, body: { staff: { id: staffId } } });
    expect(await auditedOf(app, again.headers)).toMatchObject([{ action: 'session.started' }]);
  });

  test('in capitals at the provider is the same, as at every sign-in', async () => {
    const { id, email } = account();
    provider.accounts.set(id, { email: email.toUpperCase(), email_verified: true });
    await invited(email);
    expect((await throughSso(app, provider, id)).status).toBe(200);
  });

  test.each([
    ['the provider has not checked the address', { email_verified: false }],
    ['the provider does not say whether it has', { email_verified: undefined }],
    ['it says so in a text', { email_verified: 'true' as unknown as boolean }],
    ['it names no address', { email: undefined, email_verified: true }],
  ])('is not let in where %s', async (_what, claims) => {
    const { email } = account();
    await invited(email);
    const { id } = account({ email, ...claims });
    const sent = await answer(throughSso(app, provider, id));
    expect(sent).toMatchObject({ status: 401, body: NOT_LINKED });
    expect(sent.headers['set-cookie']).toBeUndefined();
  });

  test('is not whose address only looks the same when written small: with the sign of Kelvin in place of K', async () => {
    const { email } = account();
    await invited(`k${email}`);
    const { id } = account({ email: `\u212a${email}` });
    expect(`\u212a${email}`.toLowerCase()).toBe(`k${email}`);
    expect(await answer(throughSso(app, provider, id))).toMatchObject({ status: 401, body: NOT_LINKED });
  });

  test('is too late after seven days, and where the director who invited is none any more', async () => {
    const { id, email } = account();
    await invited(email);
    app.clock.advance(7 * 24 * 60 * 60_000);
    expect(await answer(throughSso(app, provider, id))).toMatchObject({ status: 401, body: NOT_LINKED });
    clinic = await testClinic(app);
    const other = account();
    await invited(other.email);
    await app.database.owner.query(`UPDATE staff SET role = 'marketing' WHERE id = $1`, [clinic.director.id]);
    expect(await answer(throughSso(app, provider, other.id))).toMatchObject({ status: 401, body: NOT_LINKED });
  });

  test('comes in once: a second account of the same address finds no invitation any more', async () => {
    const { id, email } = account();
    await invited(email);
    const second = account({ email });
    expect((await throughSso(app, provider, id)).status).toBe(200);
    expect(await answer(throughSso(app, provider, second.id))).toMatchObject({ status: 401, body: NOT_LINKED });
  });
});

describe('nobody comes in', () => {
  test('by the address of an account that is in use, and that it was tried is kept', async () => {
    const { id } = account({ email: clinic.director.email });
    const sent = await answer(throughSso(app, provider, id));
    expect(sent).toMatchObject({ status: 401, body: NOT_LINKED });
    expect(await auditedAfter(sent.headers)).toMatchObject([
      { action: 'session.refused', detail: 'single sign-on', staffId: clinic.director.id },
    ]);
  });

  test('whom nobody invited', async () => {
    expect(await answer(throughSso(app, provider, account().id))).toMatchObject({ status: 401, body: NOT_LINKED });
  });

  test('who was deactivated, until somebody takes it back', async () => {
    const { person, account: id } = await linkedPerson(app, provider, clinic.director);
    const { id: staffId } = person;
    const change = (status: string, version: number) =>
      clinic.director.patch(`/v1/staff/${staffId}`, { status }).set('If-Match', `"${version}"`).expect(200);
    await change('deactivated', 2);
    const sent = await answer(throughSso(app, provider, id));
    expect(sent).toMatchObject({ status: 401, body: { detail: expect.stringContaining('not active') } });
    expect(await auditedAfter(sent.headers)).toMatchObject([{ action: 'session.refused', staffId }]);
    expect((await answer(change('active', 3))).body).toMatchObject({ status: 'active' });
    expect((await throughSso(app, provider, id)).status).toBe(200);
  });

  test('from the same account of another provider: that is another person', async () => {
    const { person, account: id } = await linkedPerson(app, provider, clinic.director);
    const { email } = person;
    const other = (await IdentityProvider.start()).serve(SITE);
    other.accounts.set(id, { email, email_verified: true });
    const { identityProvider } = app.environment;
    Object.assign(app.environment, { identityProvider: { ...identityProvider, issuer: other.issuer } });
    await app.stop();
    await app.startAgain();
    expect(await answer(throughSso(app, other, id))).toMatchObject({ status: 401, body: NOT_LINKED });
    Object.assign(app.environment, { identityProvider });
    await app.stop();
    await app.startAgain();
    await other.stop();
    expect((await throughSso(app, provider, id)).status).toBe(200);
  });
});

describe('an answer is good', () => {
  let id: string;
  beforeEach(async () => {
    id = (await linkedPerson(app, provider, clinic.director)).account;
  });

  test('once, also where two are sent at the same time', async () => {
    const way = await beginSso(app);
    const search = await provider.follow(way.address, SITE, id);
    const statuses = await Promise.all([1, 2].map(async () => (await sendSso(app, way, search)).status));
    expect(statuses.sort()).toEqual([200, 401]);
    expect(await answer(sendSso(app, way, search))).toMatchObject({ status: 401, body: NOT_TAKEN });
  });

  test('in the browser that asked, and to no other; that one can still go on', async () => {
    const [mine, theirs] = [await beginSso(app), await beginSso(app)];
    const attackers = await provider.follow(theirs.address, SITE, id);
    for (const cookie of [mine.cookie, '', '__Host-cudos-sso=', '__Host-cudos-sso=x']) {
      expect(await answer(sendSso(app, { cookie }, attackers))).toMatchObject({ status: 401, body: NOT_TAKEN });
    }
    const search = await provider.follow(mine.address, SITE, id);
    expect((await sendSso(app, mine, search)).status).toBe(200);
  });

  test('for ten minutes', async () => {
    const way = await beginSso(app);
    const search = await provider.follow(way.address, SITE, id);
    app.clock.advance(10 * 60_000);
    expect(await answer(sendSso(app, way, search))).toMatchObject({ status: 401, body: NOT_TAKEN });
  });

  test.each([
    [
      'with another issuer, of a mixed-up provider',
      (text: string) => text.replace(/iss=[^&]*/, 'iss=https%3A%2F%2Fa.b'),
    ],
    ['without the issuer that the provider always names', (text: string) => text.replace(/&?iss=[^&]*/, '')],
    ['with two codes', (text: string) => `${text}&code=x`],
    ['with another code', (text: string) => text.replace(/code=[^&]*/, 'code=x')],
    ['with two states', (text: string) => `${text}&state=x`],
    ['without a state', (text: string) => text.replace(/state=[^&]*/, '')],
    ['that is empty', () => ''],
  ])('not %s', async (_what, change) => {
    const way = await beginSso(app);
    const search = change(await provider.follow(way.address, SITE, id));
    expect(await answer(sendSso(app, way, search))).toMatchObject({ status: 401, body: NOT_TAKEN });
  });

  test.each(['nonce', 'code_challenge'])('not where it was asked for with another %s', async (part) => {
    const way = await beginSso(app);
    const changed = new URL(way.address);
    changed.searchParams.set(part, 'Yk3vZ0m0cW5h3b1x6Qd2o8n4uYJt7sLr9aEoPfGiHkM');
    const search = await provider.follow(changed.href, SITE, id);
    expect(search).toContain('code=');
    expect(await answer(sendSso(app, way, search))).toMatchObject({ status: 401, body: NOT_TAKEN });
  });

  test('and what the provider refused is said in its words', async () => {
    const way = await beginSso(app);
    const state = new URL(way.address).searchParams.get('state') ?? '';
    const search = new URLSearchParams({ error: 'access_denied', state, iss: provider.issuer }).toString();
    expect(await answer(sendSso(app, way, search))).toMatchObject({
      status: 401,
      body: { detail: expect.stringContaining('did not sign you in (access_denied)') },
    });
  });
});

test('the way there is of this client, with a state, a nonce and a challenge, and its cookie is for pages of ours alone', async () => {
  const { address, cookie } = await beginSso(app);
  const { origin, searchParams: asked } = new URL(address);
  expect(origin).toBe(provider.issuer);
  expect(Object.fromEntries(asked)).toEqual({
    client_id: 'cudos',
    response_type: 'code',
    redirect_uri: `${SITE}/single-sign-on`,
    scope: 'openid email',
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
  });
  const secret = cookie.split('=')[1] ?? '';
  expect([...asked.values()].some((value) => value.includes(secret))).toBe(false);
  const other = new URL((await beginSso(app)).address).searchParams;
  for (const part of ['state', 'nonce', 'code_challenge']) expect(other.get(part)).not.toBe(asked.get(part));
});
