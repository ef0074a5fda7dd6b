import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../../support/answer.js';
import { auditedOf } from '../../support/audit.js';
import { Authenticator, setUpAuthenticator } from '../../support/authenticator.js';
import { PASSWORD, signIn, SignedIn, testClinic, type TestClinic } from '../../support/clinic.js';
import { PasskeyDevice } from '../../support/passkey-device.js';
import { addPasskey, creationOptions } from '../../support/passkeys.js';
import { testApp, type TestApp } from '../../support/test-app.js';

const ORIGIN = 'https://outcomes.example.org';
const MINUTE = 60_000;
let app: TestApp;
let clinic: TestClinic;
let person: SignedIn;
beforeAll(async () => {
  app = await testApp({ PUBLIC_URL: ORIGIN, SESSION_IDLE_MINUTES: '60' });
});
afterAll(() => app.close());
beforeEach(async () => {
  clinic = await testClinic(app);
  person = clinic.clinician;
});

interface Made {
  id: string;
  recoveryCodes: string[] | null;
}

async function added(who = person): Promise<Made> {
  const made = { name: 'Phone', ...new PasskeyDevice(ORIGIN).create(await creationOptions(who)) };
  return (await who.post('/v1/account/passkeys', made).expect(201)).body as Made;
}

const attempt = (code?: string) =>
  request(app.url).post('/v1/session').send({ email: person.email, password: PASSWORD, code });
const wrongCode = { type: '/problems/rule-broken', errors: [{ pointer: '/code', rule: 'wrong-code' }] };
const codesLeft = async () => (await answer(person.get('/v1/account/second-factor').expect(200))).body;

describe('who has passkeys and no authenticator app', () => {
  test('gets ten recovery codes with the first, none with the second, and is told that they may be typed', async () => {
    const first = await added();
    expect(new Set(first.recoveryCodes).size).toBe(10);
    expect((await added()).recoveryCodes).toBeNull();
    expect(await codesLeft()).toEqual({ since: null, recoveryCodesLeft: 10 });
    const { body } = await answer(attempt().expect(401));
    expect(body).toMatchObject({ type: '/problems/second-factor-needed', factors: ['passkey', 'recovery-code'] });
  });

  test('signs in with password and code where the device is lost, once with each, adds another and removes the lost', async () => {
    const { id, recoveryCodes } = await added();
    const [code = '', second = ''] = recoveryCodes ?? [];
    await request(app.url)
      .post('/v1/session')
      .send({ email: person.email, password: 'a wrong guess', code })
      .expect(401);
    const { headers, body } = await answer(attempt(code).expect(200));
    expect(await auditedOf(app, headers)).toMatchObject([{ action: 'session.started', detail: 'recovery code' }]);
    expect((await answer(attempt(code).expect(422))).body).toMatchObject(wrongCode);
    expect(body).toMatchObject({ secondFactorMissing: false });
    const cookie = String(headers['set-cookie']).split(';')[0]!;
    const back = new SignedIn(app.url, cookie, person.id, person.email);
    await addPasskey(back, new PasskeyDevice(ORIGIN));
    await back.delete(`/v1/account/passkeys/${id}`).expect(204);
    await attempt(second).expect(200);
  });

  test('makes new ones who showed a second factor just now; those of before are no longer taken', async () => {
    const { recoveryCodes } = await added();
    app.clock.advance(10 * MINUTE);
    await person.post('/v1/account/recovery-codes').expect(403);
    const [shown = '', old = ''] = recoveryCodes ?? [];
    await person.post('/v1/session/second-factor', { code: shown }).expect(204);
    const { headers, body } = await answer(person.post('/v1/account/recovery-codes').expect(200));
    expect(await auditedOf(app, headers)).toMatchObject([{ action: 'second-factor.codes-renewed' }]);
    await attempt(old).expect(422);
    await attempt((body as { recoveryCodes: string[] }).recoveryCodes[0]).expect(200);
  });

  test('who has no second factor at all has nothing to recover', async () => {
    await person.post('/v1/account/recovery-codes').expect(409);
  });

  test('loses the codes with the last passkey, so that the password alone is enough again', async () => {
    const { id } = await added();
    await person.delete(`/v1/account/passkeys/${id}`).expect(204);
    expect(await codesLeft()).toEqual({ since: null, recoveryCodesLeft: 0 });
    await attempt().expect(200);
  });

  test('loses them with what a director removes', async () => {
    const { recoveryCodes } = await added();
    await clinic.director.delete(`/v1/staff/${person.id}/second-factor`).expect(204);
    await attempt().expect(200);
    await added(await signIn(app, person.email));
    await attempt(recoveryCodes?.[0]).expect(422);
  });
});

describe('beside an authenticator app', () => {
  test('one that was begun and not confirmed counts for nothing, and a recovery code does not confirm it', async () => {
    const { recoveryCodes } = await added();
    const begun = await person.post('/v1/account/second-factor').expect(201);
    const app6 = new Authenticator(app, (begun.body as { secret: string }).secret);
    await attempt(await app6.nextCode()).expect(422);
    const code = recoveryCodes?.[0];
    const { body } = await answer(person.post('/v1/account/second-factor/confirmation', { code }).expect(422));
    expect(body).toMatchObject(wrongCode);
    await attempt(code).expect(200);
  });

  test('the codes of the app stay those of the person when the app is removed and a passkey is left', async () => {
    const { authenticator, recoveryCodes } = await setUpAuthenticator(app, person);
    expect((await added()).recoveryCodes).toBeNull();
    const code = await authenticator.nextCode();
    await person.post('/v1/account/second-factor/removal', { code }).expect(204);
    await attempt(await authenticator.nextCode()).expect(422);
    await attempt(recoveryCodes[0]).expect(200);
    expect(await codesLeft()).toEqual({ since: null, recoveryCodesLeft: 9 });
  });
});
