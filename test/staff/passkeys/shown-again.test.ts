import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AuditBufferService } from '../../../src/audit/audit-buffer.service.js';
import { answer } from '../../support/answer.js';
import { auditedOf } from '../../support/audit.js';
import { testClinic, type SignedIn, type TestClinic } from '../../support/clinic.js';
import { PasskeyDevice } from '../../support/passkey-device.js';
import { addPasskey, confirmationOptions, signInOptions } from '../../support/passkeys.js';
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

describe('what asks for the second factor again', () => {
  const exported = (who: SignedIn) => who.get('/v1/exports/courses.csv');

  test('is open for ten minutes after a passkey was shown', async () => {
    const { director } = clinic;
    const device = new PasskeyDevice(ORIGIN);
    await addPasskey(director, device);
    app.clock.advance(10 * MINUTE);
    await exported(director).expect(403);
    const options = await confirmationOptions(director);
    const known = { id: device.id.toString('base64url') };
    expect(options).toMatchObject({ allowCredentials: [known], userVerification: 'required' });
    const signed = device.get(options);
    const { headers } = await answer(director.post('/v1/session/second-factor/passkey', signed).expect(204));
    expect(await auditedOf(app, headers)).toMatchObject([{ action: 'passkey.shown' }]);
    await exported(director).expect(200);
    await director.post('/v1/session/second-factor/passkey', signed).expect(422);
    app.clock.advance(10 * MINUTE);
    await exported(director).expect(403);
  });

  test('stays closed with the passkey of a colleague, or what was asked at sign-in', async () => {
    const { director } = clinic;
    const [own, other] = [new PasskeyDevice(ORIGIN), new PasskeyDevice(ORIGIN)];
    await addPasskey(director, own);
    await addPasskey(person, other);
    app.clock.advance(10 * MINUTE);
    const show = (signed: object) => director.post('/v1/session/second-factor/passkey', signed).expect(422);
    const refused = await answer(show(other.get(await confirmationOptions(director))));
    expect(refused.body).toMatchObject(wrong);
    await app.app.get(AuditBufferService, { strict: false }).flush();
    expect(await auditedOf(app, refused.headers)).toMatchObject([{ action: 'passkey.refused' }]);
    await show(own.get(await confirmationOptions(person)));
    await show(own.get(await signInOptions(app)));
    await exported(director).expect(403);
    await clinic.marketing.post('/v1/session/second-factor/passkey/options').expect(409);
  });
});
