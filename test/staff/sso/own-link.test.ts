import { describe, expect, test } from '@jest/globals';
import { answer } from '../../support/answer.js';
import { auditedOf } from '../../support/audit.js';
import { setUpAuthenticator } from '../../support/authenticator.js';
import { colleague, PASSWORD, signIn, SignedIn, testClinic, type TestClinic } from '../../support/clinic.js';
import type { IdentityProvider } from '../../support/identity-provider.js';
import { PasskeyDevice } from '../../support/passkey-device.js';
import { addPasskey } from '../../support/passkeys.js';
import {
  accountAt,
  beginSso,
  cookieOf,
  linkedPerson,
  sendSso,
  SITE,
  inNewClinics,
  throughSso,
  type Way,
} from '../../support/sso.js';
import type { TestApp } from '../../support/test-app.js';

let provider: IdentityProvider;
let app: TestApp;
let clinic: TestClinic;
let person: SignedIn;
inNewClinics((stage) => {
  ({ provider, app, clinic } = stage);
  person = clinic.clinician;
});

async function beginLink(by = person, body: object = { currentPassword: PASSWORD }): Promise<Way> {
  const sent = await by.post('/v1/account/sso/options', body).expect(200);
  return { cookie: cookieOf(sent.headers), address: (sent.body as { address: string }).address };
}

/** The page to which the browser of a person came back sends what it brought. */
const finishLink = (by: SignedIn, { cookie }: Pick<Way, 'cookie'>, search: string) =>
  by.post('/v1/account/sso', { search }).set('Cookie', `${by.cookie}; ${cookie}`);

async function link(by = person, id = accountAt(provider).id): Promise<string> {
  const way = await beginLink(by);
  await finishLink(by, way, await provider.follow(way.address, SITE, id)).expect(200);
  return id;
}

const WRONG_ANSWER = { type: '/problems/rule-broken', errors: [{ pointer: '/search', rule: 'wrong-answer' }] };
const own = async (by = person) => (await answer(by.get('/v1/account/sso').expect(200))).body;

describe('a person who is signed in', () => {
  test('links the account at the provider, whatever its address, and signs in with it from then on', async () => {
    expect(await own()).toEqual({
      provider: 'Example ID',
      linkedAt: null,
      lastUsedAt: null,
      hasPassword: true,
      passwordNeeded: true,
    });
    const elsewhere = await signIn(app, person.email);
    const { id } = accountAt(provider, { email: 'private@example.com', email_verified: false });
    const way = await beginLink();
    const sent = await answer(finishLink(person, way, await provider.follow(way.address, SITE, id)));
    const now = app.clock.now().toISOString();
    expect(sent).toMatchObject({ status: 200, body: { linkedAt: now, lastUsedAt: null } });
    expect(await auditedOf(app, sent.headers)).toMatchObject([
      { action: 'sso.linked', detail: 'account', staffId: person.id },
    ]);
    await elsewhere.get('/v1/session').expect(401);
    expect(await answer(throughSso(app, provider, id))).toMatchObject({
      status: 200,
      body: { staff: { id: person.id } },
    });
    expect(await own()).toMatchObject({ linkedAt: now, lastUsedAt: now });
  });

  test('types the password for it, or shows the second factor again', async () => {
    for (const currentPassword of [undefined, '', 'not the password']) {
      const { body } = await answer(person.post('/v1/account/sso/options', { currentPassword }).expect(422));
      expect(body).toMatchObject({ errors: [{ pointer: '/currentPassword', rule: 'wrong-password' }] });
    }
    await setUpAuthenticator(app, person);
    expect(await own()).toMatchObject({ passwordNeeded: false });
    await beginLink(person, {});
    app.clock.advance(10 * 60_000);
    const { body } = await answer(person.post('/v1/account/sso/options').expect(403));
    expect(body).toMatchObject({ type: '/problems/code-needed-again' });
  });

  test('has one account there, and one account there is of one person, also in another clinic', async () => {
    const id = await link();
    await person.post('/v1/account/sso/options', { currentPassword: PASSWORD }).expect(409);
    const other = await testClinic(app);
    for (const second of [clinic.marketing, other.director]) {
      const way = await beginLink(second);
      await finishLink(second, way, await provider.follow(way.address, SITE, id)).expect(409);
    }
    expect((await answer(throughSso(app, provider, id))).body).toMatchObject({ staff: { id: person.id } });
  });

  test('removes the link, and nobody signs in with it any more', async () => {
    const id = await link();
    const removed = await answer(person.delete('/v1/account/sso').expect(204));
    expect(await auditedOf(app, removed.headers)).toMatchObject([{ action: 'sso.unlinked', staffId: person.id }]);
    expect((await throughSso(app, provider, id)).status).toBe(401);
    await person.delete('/v1/account/sso').expect(409);
    await link(person, id);
  });

  test('does not remove the only way in', async () => {
    const invited = await linkedPerson(app, provider, clinic.director);
    await invited.person.delete('/v1/account/sso').expect(409);
    expect(await own(invited.person)).toMatchObject({ hasPassword: false });
    await addPasskey(invited.person, new PasskeyDevice(SITE));
    await invited.person.delete('/v1/account/sso').expect(204);
  });
});

describe('an answer that was asked for to link', () => {
  test('is of the person who asked: nobody’s account there is slipped into a colleague’s here', async () => {
    const attacker = await colleague(app, clinic, 'clinician', 'Robin');
    const way = await beginLink(attacker);
    const search = await provider.follow(way.address, SITE, accountAt(provider).id);
    const { body } = await answer(finishLink(person, way, search).expect(422));
    expect(body).toMatchObject(WRONG_ANSWER);
    // It is used up: neither does the attacker's own session take it after that.
    await finishLink(attacker, way, search).expect(422);
    expect(await own()).toMatchObject({ linkedAt: null });
  });

  test('signs nobody in, and one that was asked for to sign in links nothing', async () => {
    const id = await link(clinic.director);
    const linking = await beginLink();
    expect((await sendSso(app, linking, await provider.follow(linking.address, SITE, id))).status).toBe(401);
    const signing = await beginSso(app);
    await finishLink(person, signing, await provider.follow(signing.address, SITE, accountAt(provider).id)).expect(422);
  });

  test('links nothing once the person is signed out', async () => {
    const way = await beginLink();
    const search = await provider.follow(way.address, SITE, accountAt(provider).id);
    await person.delete('/v1/session').expect(204);
    await finishLink(person, way, search).expect(401);
  });
});
