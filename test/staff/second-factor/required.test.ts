import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { answer } from '../../support/answer.js';
import { setUpAuthenticator } from '../../support/authenticator.js';
import { signIn, testClinic, type SignedIn, type TestClinic } from '../../support/clinic.js';
import { testApp, type TestApp } from '../../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  clinic = await testClinic(app);
});

const require = (secondFactor: string, version = 1, director = clinic.director) =>
  director.patch('/v1/clinic', { secondFactor }).set('If-Match', `"${version}"`);
const required = { type: '/problems/second-factor-required' };
const isMissing = async (person: SignedIn) => {
  const { body } = await answer(person.get('/v1/session').expect(200));
  return (body as { secondFactorMissing: boolean }).secondFactorMissing;
};

describe('where a second factor is required of everybody', () => {
  test('who has none can do nothing but set one up and sign out, also where signed in already', async () => {
    const { director, clinician } = clinic;
    await setUpAuthenticator(app, director);
    await require('everybody').expect(200);
    for (const person of [clinician, await signIn(app, clinician.email)]) {
      expect(await isMissing(person)).toBe(true);
      for (const path of ['/v1/patients', '/v1/clinic', '/v1/account/sessions', '/v1/account/grants']) {
        expect((await answer(person.get(path).expect(403))).body).toMatchObject(required);
      }
      const change = person.put('/v1/account/password', { currentPassword: 'a', newPassword: 'b' });
      expect((await answer(change.expect(403))).body).toMatchObject(required);
    }
    const elsewhere = await signIn(app, clinician.email);
    await elsewhere.delete('/v1/session').expect(204);
    expect(await isMissing(director)).toBe(false);
    await director.get('/v1/patients').expect(200);
  });

  test('everything is open once it is set up, and closed again once it is removed', async () => {
    const { director, clinician } = clinic;
    await require('everybody').expect(200);
    await director.get('/v1/staff').expect(403);
    const { authenticator } = await setUpAuthenticator(app, clinician);
    expect(await isMissing(clinician)).toBe(false);
    await clinician.get('/v1/patients').expect(200);
    const code = await authenticator.nextCode();
    await clinician.post('/v1/account/second-factor/removal', { code }).expect(204);
    expect(await isMissing(clinician)).toBe(true);
    await clinician.get('/v1/patients').expect(403);
    await setUpAuthenticator(app, clinician);
    await clinician.get('/v1/patients').expect(200);
  });
});

test('where it is required of directors, others go on as before', async () => {
  const { director, clinician, marketing } = clinic;
  await require('directors').expect(200);
  expect(await isMissing(director)).toBe(true);
  await clinician.get('/v1/patients').expect(200);
  expect(await isMissing(await signIn(app, marketing.email))).toBe(false);
  expect(await isMissing(await signIn(app, director.email))).toBe(true);
  await setUpAuthenticator(app, director);
  await require('optional', 2).expect(200);
});

test('once it is required no more, what was closed is open', async () => {
  const { director, clinician } = clinic;
  await require('everybody').expect(200);
  await clinician.get('/v1/patients').expect(403);
  await setUpAuthenticator(app, director);
  await require('optional', 2).expect(200);
  await clinician.get('/v1/patients').expect(200);
});

test('nothing else is a rule, and another clinic is not bound', async () => {
  const other = await testClinic(app);
  for (const rule of ['all', '', null]) {
    const sent = clinic.director.patch('/v1/clinic', { secondFactor: rule }).set('If-Match', '"1"');
    expect((await answer(sent.expect(422))).body).toMatchObject({ errors: [{ pointer: '/secondFactor' }] });
  }
  await require('everybody').expect(200);
  await other.clinician.get('/v1/patients').expect(200);
});
