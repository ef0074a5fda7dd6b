import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { AuditBufferService } from '../../../src/audit/audit-buffer.service.js';
import { answer } from '../../support/answer.js';
import { auditedOf } from '../../support/audit.js';
import { colleague, PASSWORD, SignedIn, testClinic, type TestClinic } from '../../support/clinic.js';
import { PasskeyDevice } from '../../support/passkey-device.js';
import { addPasskey, confirmationOptions, sendPasskey, signInOptions } from '../../support/passkeys.js';
import { testApp, type TestApp } from '../../support/test-app.js';

const ORIGIN = 'https://outcomes.example.org';
let app: TestApp;
let clinic: TestClinic;
let person: SignedIn;
let device: PasskeyDevice;
beforeAll(async () => {
  app = await testApp({ PUBLIC_URL: ORIGIN });
});
afterAll(() => app.close());
beforeEach(async () => {
  clinic = await testClinic(app);
  person = clinic.clinician;
  device = new PasskeyDevice(ORIGIN);
  await addPasskey(person, device);
});

const refused = { type: '/problems/sign-in-refused', detail: expect.stringMatching(/^This passkey is not taken/) };
const refusedAt = async (signed: ReturnType<PasskeyDevice['get']>) => {
  const sent = await answer(sendPasskey(app, signed).expect(401));
  expect(sent.body).toMatchObject(refused);
  expect(sent.headers['set-cookie']).toBeUndefined();
  await app.app.get(AuditBufferService, { strict: false }).flush();
  return auditedOf(app, sent.headers);
};

describe('a person with a passkey', () => {
  test('signs in with it alone, as with both factors, and is asked for nothing again at once', async () => {
    await clinic.director.patch('/v1/clinic', { secondFactor: 'everybody' }).set('If-Match', '"1"').expect(200);
    const sent = await answer(sendPasskey(app, device.get(await signInOptions(app))).expect(200));
    expect(sent.body).toMatchObject({ staff: { id: person.id }, secondFactorMissing: false });
    expect(await auditedOf(app, sent.headers)).toMatchObject([{ action: 'session.started', detail: 'passkey' }]);
    const [cookie = ''] = sent.headers['set-cookie'] as unknown as string[];
    const signedIn = new SignedIn(app.url, cookie.split(';')[0] ?? '', person.id, person.email);
    await signedIn.get('/v1/patients').expect(200);
    expect((await answer(signedIn.get('/v1/account/passkeys').expect(200))).body).toMatchObject({
      items: [{ name: 'Work laptop', lastUsedAt: app.clock.now().toISOString() }],
    });
  });

  test('does not sign in with the password alone any more', async () => {
    const { email } = person;
    const send = (code?: string) => request(app.url).post('/v1/session').send({ email, password: PASSWORD, code });
    const { body } = await answer(send().expect(401));
    expect(body).toMatchObject({ type: '/problems/second-factor-needed', factors: ['passkey', 'recovery-code'] });
    await send('000000').expect(422);
  });

  test('signs in with one that a password manager copies, and that counts nothing', async () => {
    const copied = PasskeyDevice.copied(ORIGIN);
    await addPasskey(person, copied, 'Password manager');
    for (let times = 1; times <= 2; times += 1) {
      await sendPasskey(app, copied.get(await signInOptions(app), { counter: 0 })).expect(200);
    }
    const { body } = await answer(person.get('/v1/account/passkeys').expect(200));
    expect(body).toMatchObject({ items: [{ backedUp: false }, { name: 'Password manager', backedUp: true }] });
  });
});

describe('refused is', () => {
  test('an answer that was sent before', async () => {
    const signed = device.get(await signInOptions(app));
    const statuses = await Promise.all([1, 2].map(async () => (await sendPasskey(app, signed)).status));
    expect(statuses.sort()).toEqual([200, 401]);
    await refusedAt(signed);
  });

  test('an answer after five minutes', async () => {
    const options = await signInOptions(app);
    app.clock.advance(5 * 60_000);
    await refusedAt(device.get(options));
  });

  test('a challenge that the service never made, or made for something else', async () => {
    await refusedAt(device.get({ challenge: 'bm90IGFza2Vk', rpId: 'outcomes.example.org' }));
    await refusedAt(device.get(await confirmationOptions(person)));
  });

  test.each([
    ['of a page of another site', { origin: 'https://outcomes.example.com' }],
    ['of the same host without https', { origin: 'http://outcomes.example.org' }],
    ['for another relying party', { rpId: 'example.org' }],
    ['of a device that did not ask who the person is', { flags: 0x01 }],
    ['of a device where nobody was', { flags: 0x04 }],
    ['of a key that says now that it may be copied', { flags: 0x01 | 0x04 | 0x08 }],
  ])('a signature %s', async (_what, changed) => {
    const events = await refusedAt(device.get(await signInOptions(app), changed));
    expect(events).toMatchObject([{ action: 'session.refused', detail: 'passkey', staffId: person.id }]);
  });

  test('a signature whose counter does not go on, as of a copied key', async () => {
    await sendPasskey(app, device.get(await signInOptions(app), { counter: 7 })).expect(200);
    for (const counter of [7, 6, 0]) await refusedAt(device.get(await signInOptions(app), { counter }));
    await sendPasskey(app, device.get(await signInOptions(app), { counter: 8 })).expect(200);
  });

  test('a wrong signature', async () => {
    const signed = device.get(await signInOptions(app));
    const other = device.get(await signInOptions(app));
    await refusedAt({ ...signed, signature: other.signature });
    // A key of the same id that somebody else made.
    const forged = Object.assign(new PasskeyDevice(ORIGIN), { id: device.id });
    const { userHandle } = signed;
    await refusedAt(forged.get(await signInOptions(app), { userHandle }));
  });

  test('a passkey under the name of a colleague, or in another clinic', async () => {
    const other = await testClinic(app);
    const [mine, theirs] = [clinic.director, other.director].map(() => new PasskeyDevice(ORIGIN));
    await addPasskey(clinic.director, mine!);
    await addPasskey(other.director, theirs!);
    for (const { userHandle } of [mine!, theirs!].map((one) => one.get({ challenge: '', rpId: '' }))) {
      await refusedAt(device.get(await signInOptions(app), { userHandle }));
    }
    const own = Buffer.from(device.get({ challenge: '', rpId: '' }).userHandle, 'base64url');
    const foreign = Buffer.from(theirs!.get({ challenge: '', rpId: '' }).userHandle, 'base64url');
    const moved = Buffer.concat([foreign.subarray(0, 16), own.subarray(16)]).toString('base64url');
    for (const userHandle of [moved, 'AAAA', undefined]) {
      await refusedAt({ ...device.get(await signInOptions(app)), userHandle: userHandle as string });
    }
  });

  test('a passkey that was removed, and one of an account that was deactivated', async () => {
    const leaving = await colleague(app, clinic, 'clinician', 'Robin');
    const phone = new PasskeyDevice(ORIGIN);
    const id = await addPasskey(leaving, phone);
    const laptop = new PasskeyDevice(ORIGIN);
    await addPasskey(leaving, laptop);
    await leaving.delete(`/v1/account/passkeys/${id}`).expect(204);
    await refusedAt(phone.get(await signInOptions(app)));
    await clinic.director
      .patch(`/v1/staff/${leaving.id}`, { status: 'deactivated' })
      .set('If-Match', '"2"')
      .expect(200);
    await refusedAt(laptop.get(await signInOptions(app)));
  });

  test('what is no answer of a passkey', async () => {
    const signed = device.get(await signInOptions(app));
    for (const clientDataJSON of ['e30', 'bnVsbA', '____', Buffer.from('{"challenge":1}').toString('base64url')]) {
      await refusedAt({ ...signed, clientDataJSON });
    }
    for (const part of ['authenticatorData', 'signature'] as const) {
      await refusedAt({ ...device.get(await signInOptions(app)), [part]: 'AAAA' });
    }
    await sendPasskey(app, { ...signed, signature: 'a b' }).expect(422);
  });
});
