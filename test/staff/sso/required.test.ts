import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { AuditBufferService } from '../../../src/audit/audit-buffer.service.js';
import { answer } from '../../support/answer.js';
import { auditedOf } from '../../support/audit.js';
import { colleague, PASSWORD, testClinic, type SignedIn, type TestClinic } from '../../support/clinic.js';
import type { IdentityProvider } from '../../support/identity-provider.js';
import { PasskeyDevice } from '../../support/passkey-device.js';
import { addPasskey, sendPasskey, signInOptions } from '../../support/passkeys.js';
import {
  accountAt,
  beginSso,
  inviteTo,
  linkedPerson,
  sendSso,
  SITE,
  inNewClinics,
  throughSso,
} from '../../support/sso.js';
import { testApp, type TestApp } from '../../support/test-app.js';

let provider: IdentityProvider;
let app: TestApp;
let clinic: TestClinic;
let director: SignedIn;
inNewClinics((stage) => {
  ({ provider, app, clinic } = stage);
  ({ director } = clinic);
});

const change = (by: SignedIn, breakGlassDirectorId: string | null, version = 1) =>
  by.patch('/v1/clinic', { breakGlassDirectorId }).set('If-Match', `"${version}"`);
const byPassword = ({ email }: SignedIn) => request(app.url).post('/v1/session').send({ email, password: PASSWORD });
const settings = async (by = director) => (await answer(by.get('/v1/clinic').expect(200))).body;
const FAULT = { errors: [{ pointer: '/breakGlassDirectorId', rule: 'break-glass-director' }] };

async function auditedAfter(headers: unknown) {
  await app.app.get(AuditBufferService, { strict: false }).flush();
  return auditedOf(app, headers);
}

describe('where a clinic requires single sign-on', () => {
  test('a password lets nobody in, and the answer is that to a wrong one', async () => {
    await change(director, director.id).expect(200);
    const sent = await answer(byPassword(clinic.clinician).expect(401));
    const wrong = request(app.url)
      .post('/v1/session')
      .send({ email: clinic.clinician.email, password: 'something else' });
    const { body } = await answer(wrong.expect(401));
    expect(sent.body).toEqual({ ...(body as object), requestId: expect.any(String) });
    expect(await auditedAfter(sent.headers)).toMatchObject([
      { action: 'session.refused', detail: 'single sign-on is required', staffId: clinic.clinician.id },
    ]);
    await change(director, null, 2).expect(200);
    await byPassword(clinic.clinician).expect(200);
  });

  test('the provider does, and another clinic is as it was', async () => {
    const { account, person } = await linkedPerson(app, provider, director);
    const other = await testClinic(app);
    await change(director, director.id).expect(200);
    expect(await answer(throughSso(app, provider, account))).toMatchObject({
      status: 200,
      body: { staff: { id: person.id } },
    });
    await byPassword(other.clinician).expect(200);
  });

  test('one director comes in all the same; that is kept, and told to all directors for two weeks', async () => {
    const other = await colleague(app, clinic, 'director', 'Robin');
    await change(director, director.id).expect(200);
    expect(await settings(other)).toMatchObject({ breakGlassDirectorId: director.id, breakGlassUsedAt: null });
    const sent = await answer(byPassword(director).expect(200));
    expect(await auditedOf(app, sent.headers)).toMatchObject([
      { action: 'session.started', staffId: director.id },
      { action: 'session.break-glass', staffId: director.id },
    ]);
    expect(await settings(other)).toMatchObject({ breakGlassUsedAt: app.clock.now().toISOString(), version: 2 });
    await byPassword(other).expect(401);
    // A change of the settings meanwhile does not take it back.
    await change(director, null, 2).expect(200);
    expect(await settings(other)).toMatchObject({ breakGlassUsedAt: app.clock.now().toISOString() });
    await app.database.owner.query(`UPDATE clinic SET break_glass_used_at = break_glass_used_at - interval '14 days'`);
    expect(await settings(other)).toMatchObject({ breakGlassUsedAt: null });
  });

  test('a passkey alone lets nobody in, but goes with single sign-on', async () => {
    const { person, account } = await linkedPerson(app, provider, director);
    const device = new PasskeyDevice(SITE);
    await addPasskey(person, device);
    await change(director, director.id).expect(200);
    const sent = await answer(sendPasskey(app, device.get(await signInOptions(app))));
    expect(sent).toMatchObject({ status: 401, body: { detail: expect.stringContaining('wants single sign-on') } });
    const way = await beginSso(app);
    const back = await answer(sendSso(app, way, await provider.follow(way.address, SITE, account)));
    expect(back).toMatchObject({ status: 401, body: { factors: ['passkey', 'recovery-code'] } });
    const both = await answer(sendPasskey(app, device.get(await signInOptions(app))).set('Cookie', way.cookie));
    expect(both).toMatchObject({ status: 200, body: { staff: { id: person.id } } });
    expect(await auditedOf(app, both.headers)).toMatchObject([{ detail: 'single sign-on, passkey' }]);
    const again = await sendPasskey(app, device.get(await signInOptions(app))).set('Cookie', way.cookie);
    expect(again.status).toBe(401);
  });

  test('the link of an invitation chooses no password, and still lets in by the provider', async () => {
    await change(director, director.id).expect(200);
    const { id, email } = accountAt(provider, { email_verified: false });
    const { invitation, staffId } = await inviteTo(director, email);
    const redeemed = request(app.url)
      .post('/v1/one-time-links/redemption')
      .send({ token: invitation, password: PASSWORD });
    await redeemed.expect(409);
    const way = await beginSso(app, invitation);
    expect(await answer(sendSso(app, way, await provider.follow(way.address, SITE, id)))).toMatchObject({
      status: 200,
      body: { staff: { id: staffId } },
    });
  });
});

describe('the director who may come in without it', () => {
  test('is an active director with a password', async () => {
    const { person: withoutPassword } = await linkedPerson(app, provider, director, 'director');
    const other = await testClinic(app);
    for (const id of [clinic.clinician.id, withoutPassword.id, other.director.id]) {
      expect((await answer(change(director, id).expect(422))).body).toMatchObject(FAULT);
    }
    await change(director, 'Dana').expect(422);
    expect(await settings()).toMatchObject({ breakGlassDirectorId: null, version: 1 });
  });

  test('is not named by one who could not come in any more', async () => {
    const other = await colleague(app, clinic, 'director', 'Robin');
    await change(other, director.id).expect(409);
    const { person: linked } = await linkedPerson(app, provider, director, 'director');
    await change(linked, director.id).expect(200);
  });

  test('stays one until another is named', async () => {
    const other = await colleague(app, clinic, 'director', 'Robin');
    await change(director, director.id).expect(200);
    for (const body of [{ role: 'clinician' }, { status: 'deactivated' }]) {
      await other.patch(`/v1/staff/${director.id}`, body).set('If-Match', '"1"').expect(409);
    }
    await other.patch(`/v1/staff/${director.id}`, { name: 'Dana Reyes' }).set('If-Match', '"1"').expect(200);
    await change(director, null, 2).expect(200);
    await other.patch(`/v1/staff/${director.id}`, { role: 'clinician' }).set('If-Match', '"2"').expect(200);
  });

  test('is named only where there is a provider', async () => {
    const without = await testApp();
    const own = await testClinic(without);
    await change(own.director, own.director.id).expect(409);
    await without.close();
  });
});
