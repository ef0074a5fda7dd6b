import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { answer } from '../../support/answer.js';
import { auditedOf } from '../../support/audit.js';
import { setUpAuthenticator } from '../../support/authenticator.js';
import { signIn, testClinic, type SignedIn, type TestClinic } from '../../support/clinic.js';
import { PasskeyDevice } from '../../support/passkey-device.js';
import { addPasskey, creationOptions, sendPasskey, signInOptions } from '../../support/passkeys.js';
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

const wrong = { type: '/problems/rule-broken', errors: [{ pointer: '/clientDataJSON', rule: 'wrong-passkey' }] };
const require = (secondFactor: string) =>
  clinic.director.patch('/v1/clinic', { secondFactor }).set('If-Match', '"1"').expect(200);

describe('adding a passkey', () => {
  test.each([
    ['that says nothing of where it is from', false],
    ['that attests itself', true],
  ])('%s', async (_what, attestsItself) => {
    const elsewhere = await signIn(app, person.email);
    const device = new PasskeyDevice(ORIGIN, attestsItself);
    const options = await creationOptions(person);
    expect(options).toMatchObject({ rp: { id: 'outcomes.example.org' }, excludeCredentials: [] });
    const made = { name: ' Work laptop ', transports: ['internal', 'hybrid'], ...device.create(options) };
    const { body, headers } = await answer(person.post('/v1/account/passkeys', made).expect(201));
    expect(body).toMatchObject({ name: 'Work laptop', backedUp: false, lastUsedAt: null });
    expect(await auditedOf(app, headers)).toMatchObject([{ action: 'passkey.added' }]);
    await elsewhere.get('/v1/session').expect(401);
    const known = { id: device.id.toString('base64url'), type: 'public-key', transports: made.transports };
    expect(await creationOptions(person)).toMatchObject({ excludeCredentials: [known] });
    await person.post('/v1/account/passkeys', made).expect(422);
  });

  test.each([
    ['made for a page of another site', { origin: 'https://evil.example.org' }],
    ['made for another relying party', { rpId: 'example.org' }],
    ['of a device that did not ask who the person is', { flags: 0x01 }],
  ])('is refused for one %s', async (_what, changed) => {
    const device = new PasskeyDevice(ORIGIN);
    const made = { name: 'Laptop', ...device.create(await creationOptions(person), changed) };
    expect((await answer(person.post('/v1/account/passkeys', made).expect(422))).body).toMatchObject(wrong);
    expect((await answer(person.get('/v1/account/passkeys').expect(200))).body).toEqual({ items: [] });
  });

  test('is refused with what was asked of somebody else, or too long ago, and for one that is there', async () => {
    const add = (who: SignedIn, made: object) => who.post('/v1/account/passkeys', { name: 'Laptop', ...made });
    const device = new PasskeyDevice(ORIGIN);
    await add(clinic.director, device.create(await creationOptions(person))).expect(422);
    const late = device.create(await creationOptions(person));
    app.clock.advance(5 * MINUTE);
    await add(person, late).expect(422);
    await addPasskey(person, device);
    await add(clinic.director, device.create(await creationOptions(clinic.director))).expect(409);
  });

  test('opens everything where the clinic requires a second factor', async () => {
    await require('everybody');
    await person.get('/v1/patients').expect(403);
    await addPasskey(person, new PasskeyDevice(ORIGIN));
    await person.get('/v1/patients').expect(200);
    const { body } = await answer(person.get('/v1/session').expect(200));
    expect(body).toMatchObject({ secondFactorMissing: false });
  });

  test('asks who has a second factor already to show it', async () => {
    await setUpAuthenticator(app, person);
    app.clock.advance(10 * MINUTE);
    const { body } = await answer(person.post('/v1/account/passkeys/options').expect(403));
    expect(body).toMatchObject({ type: '/problems/code-needed-again' });
    await person.post('/v1/account/passkeys', {}).expect(403);
  });
});

describe('removing a passkey', () => {
  test('is refused for the last second factor where the clinic requires one', async () => {
    const id = await addPasskey(person, new PasskeyDevice(ORIGIN));
    await require('everybody');
    const { body } = await answer(person.delete(`/v1/account/passkeys/${id}`).expect(409));
    expect(body).toMatchObject({ detail: expect.stringMatching(/this is your only one/) });
    await setUpAuthenticator(app, person);
    const { headers } = await answer(person.delete(`/v1/account/passkeys/${id}`).expect(204));
    expect(await auditedOf(app, headers)).toMatchObject([{ action: 'passkey.removed' }]);
    await person.get('/v1/patients').expect(200);
  });

  test('leaves one who has no other second factor with the password', async () => {
    const id = await addPasskey(person, new PasskeyDevice(ORIGIN));
    await person.delete(`/v1/account/passkeys/${id}`).expect(204);
    await signIn(app, person.email);
    await person.delete(`/v1/account/passkeys/${id}`).expect(404);
  });

  test('of somebody else is not found', async () => {
    const id = await addPasskey(person, new PasskeyDevice(ORIGIN));
    for (const other of [clinic.director, (await testClinic(app)).director]) {
      await other.delete(`/v1/account/passkeys/${id}`).expect(404);
      expect((await answer(other.get('/v1/account/passkeys').expect(200))).body).toEqual({ items: [] });
    }
    expect((await answer(person.get('/v1/account/passkeys').expect(200))).body).toMatchObject({ items: [{ id }] });
  });

  test('all of them, of a person who lost the device, is what a director does', async () => {
    const device = new PasskeyDevice(ORIGIN);
    await addPasskey(person, device);
    const listed = await answer(clinic.director.get('/v1/staff').expect(200));
    expect(listed.body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: person.id, secondFactor: true })]),
    });
    await clinic.director.delete(`/v1/staff/${person.id}/second-factor`).expect(204);
    await sendPasskey(app, device.get(await signInOptions(app))).expect(401);
    const again = await signIn(app, person.email);
    expect((await answer(again.get('/v1/account/passkeys').expect(200))).body).toEqual({ items: [] });
  });

  test('and the app, in either order, closes what the clinic requires a second factor for', async () => {
    const { authenticator } = await setUpAuthenticator(app, person);
    const id = await addPasskey(person, new PasskeyDevice(ORIGIN));
    await require('everybody');
    const code = await authenticator.nextCode();
    await person.post('/v1/account/second-factor/removal', { code }).expect(204);
    await person.get('/v1/patients').expect(200);
    await person.delete(`/v1/account/passkeys/${id}`).expect(409);
  });
});
