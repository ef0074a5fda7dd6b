import { afterEach, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../support/answer.js';
import { setUpAuthenticator } from '../support/authenticator.js';
import { PASSWORD, type SignedIn, type TestClinic } from '../support/clinic.js';
import { PasskeyDevice } from '../support/passkey-device.js';
import { addPasskey, sendPasskey, signInOptions } from '../support/passkeys.js';
import { accountAt, beginSso, SITE, sendSso, inNewClinics, type SsoStage } from '../support/sso.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;
let sso: SsoStage;
let clinic: TestClinic;
let person: SignedIn;
let began: string;
inNewClinics((stage) => {
  sso = stage;
  ({ clinic } = stage);
  person = clinic.clinician;
  began = sso.app.clock.now().toISOString();
});
afterEach(() => sso.app.clock.set(began));

const status = async () => (await person.get('/v1/session')).status;

/** A service that lets sessions end after 15 minutes without a request, and after 12 hours in any case. */
test('a session goes on after a clock was set back by hours, and ends as one that has just begun', async () => {
  const { clock } = sso.app;
  clock.advance(-3 * HOUR);
  expect(await status()).toBe(200);
  clock.advance(15 * MINUTE);
  expect(await status()).toBe(401);
});

test('a session is never older than 12 hours, however often the clock is set back', async () => {
  const { clock } = sso.app;
  clock.advance(-3 * HOUR);
  for (let minutes = 0; minutes < 12 * 60; minutes += 10) {
    expect(await status()).toBe(200);
    clock.advance(10 * MINUTE);
  }
  expect(await status()).toBe(401);
});

test('a session that began while the clock was a year ahead has ended', async () => {
  sso.app.clock.advance(-YEAR);
  expect(await status()).toBe(401);
});

test('a second factor that was shown while the clock was ahead is asked for again', async () => {
  await setUpAuthenticator(sso.app, clinic.director);
  await clinic.director.post(`/v1/staff/${person.id}/one-time-link`).expect(201);
  sso.app.clock.advance(-HOUR);
  const { body } = await answer(clinic.director.post(`/v1/staff/${person.id}/one-time-link`).expect(403));
  expect(body).toMatchObject({ type: '/problems/code-needed-again' });
});

test('a link that was made while the clock was a year ahead is not good for that year', async () => {
  const { body } = await answer(clinic.director.post(`/v1/staff/${person.id}/one-time-link`).expect(201));
  const token = (body as { link: string }).link.split('#')[1];
  const redeem = () => request(sso.app.url).post('/v1/one-time-links/redemption').send({ token, password: PASSWORD });
  sso.app.clock.advance(-YEAR);
  await redeem().expect(404);
  // An hour is no reason to make another one: it is good for a day.
  sso.app.clock.advance(YEAR - HOUR);
  await redeem().expect(200);
});

test('who went to the provider, or was asked for a passkey, while the clock was ahead begins again', async () => {
  const { app, provider } = sso;
  const way = await beginSso(app);
  const search = await provider.follow(way.address, SITE, accountAt(provider).id);
  const device = new PasskeyDevice(SITE);
  await addPasskey(person, device);
  const options = await signInOptions(app);
  app.clock.advance(-HOUR);
  expect((await answer(sendSso(app, way, search))).body).toMatchObject({
    detail: expect.stringContaining('more than 10 minutes ago'),
  });
  expect((await sendPasskey(app, device.get(options))).status).toBe(401);
});
