import { expect, test } from '@jest/globals';
import request from 'supertest';
import { AuditBufferService } from '../../../src/audit/audit-buffer.service.js';
import { answer } from '../../support/answer.js';
import { auditedOf } from '../../support/audit.js';
import { setUpAuthenticator } from '../../support/authenticator.js';
import { type SignedIn, type TestClinic } from '../../support/clinic.js';
import type { IdentityProvider } from '../../support/identity-provider.js';
import { PasskeyDevice } from '../../support/passkey-device.js';
import { addPasskey } from '../../support/passkeys.js';
import {
  beginSso,
  linkedPerson,
  sendSso,
  sessionOf,
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
let account: string;
inNewClinics(async (stage) => {
  ({ provider, app, clinic } = stage);
  ({ person, account } = await linkedPerson(app, provider, clinic.director));
});

const sendCode = ({ cookie }: Pick<Way, 'cookie'>, code: string) =>
  request(app.url).post('/v1/session/sso/code').set('Cookie', cookie).send({ code });
const wrongCode = { type: '/problems/rule-broken', errors: [{ pointer: '/code', rule: 'wrong-code' }] };

/** Comes back from the provider; the answer asks for a code. */
async function comeBack(factors = ['app']): Promise<Way> {
  const way = await beginSso(app);
  const sent = await answer(sendSso(app, way, await provider.follow(way.address, SITE, account)));
  expect(sent).toMatchObject({ status: 401, body: { type: '/problems/second-factor-needed', factors } });
  expect(sent.headers['set-cookie']).toBeUndefined();
  return way;
}

test('the own second factor is asked for all the same, whatever the provider asked for', async () => {
  const { authenticator } = await setUpAuthenticator(app, person);
  const way = await comeBack();
  const refused = await answer(sendCode(way, '000000').expect(422));
  expect(refused.body).toMatchObject(wrongCode);
  await app.app.get(AuditBufferService, { strict: false }).flush();
  expect(await auditedOf(app, refused.headers)).toMatchObject([{ action: 'session.refused', staffId: person.id }]);
  const sent = await answer(sendCode(way, await authenticator.nextCode()).expect(200));
  expect(await auditedOf(app, sent.headers)).toMatchObject([
    { action: 'session.started', detail: 'single sign-on, app code', staffId: person.id },
  ]);
  // As after a password, what asks for a fresh code is open at once.
  await sessionOf(app, sent).post('/v1/account/passkeys/options').expect(200);
  await sendCode(way, await authenticator.nextCode()).expect(401);
});

test('a code is of no use without having come back, in another browser, too late, or for a colleague', async () => {
  const { authenticator } = await setUpAuthenticator(app, person);
  const [started, way] = [await beginSso(app), await comeBack()];
  for (const cookie of [started.cookie, '', '__Host-cudos-sso=x']) {
    await sendCode({ cookie }, await authenticator.nextCode()).expect(401);
  }
  const colleague = await linkedPerson(app, provider, clinic.director);
  await setUpAuthenticator(app, colleague.person);
  ({ account } = colleague);
  await sendCode(await comeBack(), await authenticator.nextCode()).expect(422);
  app.clock.advance(10 * 60_000);
  await sendCode(way, await authenticator.nextCode()).expect(401);
});

test('wrong codes have to wait longer and longer', async () => {
  await setUpAuthenticator(app, person);
  const way = await comeBack();
  for (const status of [422, 422, 422, 422, 429]) await sendCode(way, '000000').expect(status);
});

test('who has a passkey goes on with it, or with a recovery code where it is lost', async () => {
  await addPasskey(person, new PasskeyDevice(SITE));
  const { body } = await answer(person.post('/v1/account/recovery-codes').expect(200));
  const [code = ''] = (body as { recoveryCodes: string[] }).recoveryCodes;
  const way = await comeBack(['passkey', 'recovery-code']);
  await sendCode(way, '000000').expect(422);
  await sendCode(way, code).expect(200);
});

test('where the clinic requires a second factor nothing is open before there is one: the provider’s word is not enough', async () => {
  await clinic.director.patch('/v1/clinic', { secondFactor: 'everybody' }).set('If-Match', '"1"').expect(200);
  const sent = await answer(throughSso(app, provider, account));
  expect(sent).toMatchObject({ status: 200, body: { secondFactorMissing: true } });
  await sessionOf(app, sent).get('/v1/patients').expect(403);
});
