import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../../support/answer.js';
import { auditedOf } from '../../support/audit.js';
import { setUpAuthenticator } from '../../support/authenticator.js';
import { PASSWORD, testClinic, type SignedIn, type TestClinic } from '../../support/clinic.js';
import type { IdentityProvider } from '../../support/identity-provider.js';
import {
  accountAt,
  beginSso,
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
let director: SignedIn;
let person: SignedIn;
let account: string;
inNewClinics(async (stage) => {
  ({ provider, app, clinic } = stage);
  ({ director } = clinic);
  ({ person, account } = await linkedPerson(app, provider, director));
});

const remove = (by: SignedIn, { id } = person) => by.delete(`/v1/staff/${id}/sso`);
const requireIt = () =>
  director.patch('/v1/clinic', { breakGlassDirectorId: director.id }).set('If-Match', '"1"').expect(200);
const newLink = async ({ id } = person) => {
  const { body } = await answer(director.post(`/v1/staff/${id}/one-time-link`).expect(201));
  return (body as { link: string }).link.split('#')[1] ?? '';
};
const redeem = (token: string) =>
  request(app.url).post('/v1/one-time-links/redemption').send({ token, password: PASSWORD });
const listed = async ({ id } = person) => {
  const { body } = await answer(director.get('/v1/staff').expect(200));
  return (body as { items: { id: string }[] }).items.find((one) => one.id === id);
};
/** Signs in at the provider with the secret of a link. */
const arrive = async (token: string, id: string) => {
  const way = await beginSso(app, token);
  return answer(sendSso(app, way, await provider.follow(way.address, SITE, id)));
};
const told = async (by: SignedIn) => (await answer(by.get('/v1/account/grants').expect(200))).body;

describe('a link to the identity provider that a director removes', () => {
  test('lets nobody in any more, ends what it began, is kept, and told to the person at the next sign-in', async () => {
    expect(await listed()).toMatchObject({ singleSignOn: 'only-way' });
    expect(await listed(clinic.clinician)).toMatchObject({ singleSignOn: null });
    const { headers } = await answer(remove(director).expect(204));
    expect(await auditedOf(app, headers)).toMatchObject([
      { action: 'sso.removed', subjectId: person.id, staffId: director.id },
    ]);
    await person.get('/v1/session').expect(401);
    expect((await throughSso(app, provider, account)).status).toBe(401);
    expect(await listed()).toMatchObject({ singleSignOn: null, lastGrant: { kind: 'sso-removal', madeBy: 'Dana' } });
    await redeem(await newLink()).expect(200);
    const signedIn = await answer(
      request(app.url).post('/v1/session').send({ email: person.email, password: PASSWORD }).expect(200),
    );
    expect(await told(sessionOf(app, signedIn))).toMatchObject({
      items: [
        { kind: 'password-reset' },
        { kind: 'sso-removal', madeBy: 'Dana', recent: true },
        { kind: 'invitation' },
      ],
    });
    await remove(director).expect(409);
  });

  test('is no way on for who was asked for a second factor before', async () => {
    const { authenticator } = await setUpAuthenticator(app, person);
    const way = await beginSso(app);
    await sendSso(app, way, await provider.follow(way.address, SITE, account)).expect(401);
    await remove(director).expect(204);
    const code = await authenticator.nextCode();
    const sent = request(app.url).post('/v1/session/sso/code').set('Cookie', way.cookie).send({ code });
    expect((await answer(sent)).body).toMatchObject({ type: '/problems/sign-in-refused' });
  });

  test('is of a colleague of the own clinic, and never the own one', async () => {
    const other = await testClinic(app);
    await remove(other.director).expect(404);
    await remove(clinic.clinician).expect(403);
    await remove(clinic.marketing).expect(403);
    await remove(director, director).expect(409);
    await person.get('/v1/session').expect(200);
    await setUpAuthenticator(app, director);
    app.clock.advance(10 * 60_000);
    const { body } = await answer(remove(director).expect(403));
    expect(body).toMatchObject({ type: '/problems/code-needed-again' });
  });
});

describe('where the clinic requires single sign-on', () => {
  test('a link of a director leads to another account there, by which the person is told, and to no password', async () => {
    await requireIt();
    expect(await listed()).toMatchObject({ singleSignOn: 'only-way' });
    await remove(director).expect(204);
    const token = await newLink();
    await redeem(token).expect(409);
    const own = accountAt(provider).id;
    const arrived = await arrive(token, own);
    expect(arrived).toMatchObject({ status: 200, body: { staff: { id: person.id } } });
    const [latest] = ((await told(sessionOf(app, arrived))) as { items: object[] }).items;
    expect(latest).toMatchObject({ kind: 'sso-link', madeBy: 'Dana', recent: true });
    expect((await throughSso(app, provider, own)).status).toBe(200);
    expect((await throughSso(app, provider, account)).status).toBe(401);
  });

  test('by such a link nobody comes who left with one that was replaced', async () => {
    await requireIt();
    await remove(director).expect(204);
    const way = await beginSso(app, await newLink());
    await newLink();
    const search = await provider.follow(way.address, SITE, accountAt(provider).id);
    expect((await sendSso(app, way, search)).status).toBe(401);
  });

  test('no such link is found by a checked address, and none adds a second account', async () => {
    await requireIt();
    expect((await arrive(await newLink(), accountAt(provider).id)).status).toBe(401);
    await remove(director).expect(204);
    await newLink();
    const { id } = accountAt(provider, { email: person.email });
    expect((await throughSso(app, provider, id)).status).toBe(401);
  });

  test('nobody removes the own link, which no password replaces', async () => {
    await redeem(await newLink()).expect(200);
    const back = sessionOf(app, await answer(throughSso(app, provider, account)));
    await requireIt();
    await back.delete('/v1/account/sso').expect(409);
    expect((await throughSso(app, provider, account)).status).toBe(200);
  });
});
