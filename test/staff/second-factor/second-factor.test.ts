import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { AuditBufferService } from '../../../src/audit/audit-buffer.service.js';
import { answer } from '../../support/answer.js';
import { auditedOf } from '../../support/audit.js';
import { setUpAuthenticator } from '../../support/authenticator.js';
import { colleague, PASSWORD, signIn, testClinic, type SignedIn, type TestClinic } from '../../support/clinic.js';
import { testApp, type TestApp } from '../../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
let person: SignedIn;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  clinic = await testClinic(app);
  person = clinic.clinician;
});

const attempt = (code?: string, password = PASSWORD) =>
  request(app.url).post('/v1/session').send({ email: person.email, password, code });
const wrongCode = { type: '/problems/rule-broken', errors: [{ pointer: '/code', rule: 'wrong-code' }] };

describe('who set up an authenticator app', () => {
  test('signs in with password and code, and not with the password alone', async () => {
    const { authenticator } = await setUpAuthenticator(app, person);
    const { body } = await answer(attempt().expect(401));
    expect(body).toMatchObject({ type: '/problems/second-factor-needed' });
    expect((await answer(attempt('000000').expect(422))).body).toMatchObject(wrongCode);
    const { headers } = await answer(attempt(await authenticator.nextCode()).expect(200));
    expect(await auditedOf(app, headers)).toMatchObject([{ action: 'session.started', detail: 'app code' }]);
  });

  test('is asked for no code where the password is wrong, so that nobody learns that there is one', async () => {
    const { authenticator } = await setUpAuthenticator(app, person);
    for (const code of [undefined, '000000', await authenticator.nextCode()]) {
      const { body } = await answer(attempt(code, 'a wrong guess').expect(401));
      expect(body).toMatchObject({ type: '/problems/sign-in-refused' });
    }
  });

  test('can’t use a code twice, also not of two sign-ins at once', async () => {
    const { authenticator } = await setUpAuthenticator(app, person);
    const code = await authenticator.nextCode();
    const statuses = (await Promise.all([attempt(code), attempt(code)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 422]);
    expect((await answer(attempt(code).expect(422))).body).toMatchObject(wrongCode);
  });

  test('signs in with a recovery code once, and makes new ones', async () => {
    const { authenticator, recoveryCodes } = await setUpAuthenticator(app, person);
    const [first = '', second = ''] = recoveryCodes;
    const { headers } = await answer(attempt(first).expect(200));
    expect(await auditedOf(app, headers)).toMatchObject([{ action: 'session.started', detail: 'recovery code' }]);
    await attempt(first).expect(422);
    const { body } = await answer(person.get('/v1/account/second-factor').expect(200));
    expect(body).toEqual({ since: expect.any(String), recoveryCodesLeft: 9 });
    const code = await authenticator.nextCode();
    const renewed = await answer(person.post('/v1/account/second-factor/recovery-codes', { code }).expect(200));
    const [fresh = ''] = (renewed.body as { recoveryCodes: string[] }).recoveryCodes;
    await attempt(second).expect(422);
    await attempt(fresh.toUpperCase().replaceAll('-', ' ')).expect(200);
  });

  test('has to wait after guesses, at sign-in and at the account apart', async () => {
    const { authenticator } = await setUpAuthenticator(app, person);
    for (let tries = 1; tries <= 4; tries += 1) await attempt('000000').expect(422);
    const { headers, body } = await answer(attempt(await authenticator.nextCode()).expect(200));
    expect(headers['retry-after']).toBeUndefined();
    expect(body).toMatchObject({ staff: { id: person.id } });
    for (let tries = 1; tries <= 4; tries += 1) await attempt('000000').expect(422);
    const refused = await answer(attempt(await authenticator.code()).expect(429));
    expect(refused.headers['retry-after']).toBe('2');
    expect((refused.body as { detail: string }).detail).toMatch(/^Too many wrong codes for this name\./);
    const code = await authenticator.code();
    await person.post('/v1/account/second-factor/removal', { code }).expect(422);
  });

  test('is signed in nowhere else any more', async () => {
    const elsewhere = await signIn(app, person.email);
    await setUpAuthenticator(app, person);
    await elsewhere.get('/v1/session').expect(401);
    await person.get('/v1/session').expect(200);
  });

  test('removes it with a code, and signs in with the password alone again', async () => {
    const { authenticator } = await setUpAuthenticator(app, person);
    const remove = (code: string) => person.post('/v1/account/second-factor/removal', { code });
    const refused = await answer(remove('000000').expect(422));
    await app.app.get(AuditBufferService, { strict: false }).flush();
    expect(await auditedOf(app, refused.headers)).toMatchObject([{ action: 'second-factor.refused' }]);
    const { headers } = await answer(remove(await authenticator.nextCode()).expect(204));
    expect(await auditedOf(app, headers)).toMatchObject([{ action: 'second-factor.removed' }]);
    await attempt().expect(200);
  });

  test('can’t set up another one over it', async () => {
    await setUpAuthenticator(app, person);
    await person.post('/v1/account/second-factor').expect(409);
    await attempt().expect(401);
  });
});

describe('an app that was not confirmed', () => {
  test('is asked for by nobody, and is replaced by the next one', async () => {
    const first = await answer(person.post('/v1/account/second-factor').expect(201));
    await attempt().expect(200);
    await person.post('/v1/account/second-factor/confirmation', { code: '000000' }).expect(422);
    await person.post('/v1/account/second-factor/removal', { code: '000000' }).expect(422);
    const { authenticator } = await setUpAuthenticator(app, person);
    expect(authenticator.secret).not.toBe((first.body as { secret: string }).secret);
    await attempt(await authenticator.nextCode()).expect(200);
  });
});

describe('a person who lost the device', () => {
  test('is let in by a director, who is named to the person', async () => {
    await setUpAuthenticator(app, person);
    const { headers } = await answer(clinic.director.delete(`/v1/staff/${person.id}/second-factor`).expect(204));
    expect(await auditedOf(app, headers)).toMatchObject([{ action: 'second-factor.reset', subjectId: person.id }]);
    await person.get('/v1/session').expect(401);
    const again = await signIn(app, person.email);
    const { body } = await answer(again.get('/v1/account/grants').expect(200));
    expect(body).toMatchObject({ items: [{ kind: 'second-factor-reset', madeBy: 'Dana', recent: true }] });
  });

  test('is no director who asks for it, and nobody who has none', async () => {
    await setUpAuthenticator(app, clinic.director);
    await clinic.director.delete(`/v1/staff/${clinic.director.id}/second-factor`).expect(409);
    await clinic.director.delete(`/v1/staff/${person.id}/second-factor`).expect(409);
    const second = await colleague(app, clinic, 'director', 'Sasha');
    await second.delete(`/v1/staff/${clinic.director.id}/second-factor`).expect(204);
  });
});

describe('the secret', () => {
  test('is in the database encrypted, and recovery codes as hashes', async () => {
    const { authenticator, recoveryCodes } = await setUpAuthenticator(app, person);
    const [row] = await app.database.owner.query<{ text: string }[]>(
      `SELECT second_factor::text AS text FROM second_factor WHERE staff_id = $1`,
      [person.id],
    );
    for (const secret of [authenticator.secret, ...recoveryCodes, ...recoveryCodes.map((c) => c.replaceAll('-', ''))]) {
      expect(row?.text).not.toContain(Buffer.from(secret).toString('hex'));
      expect(row?.text).not.toContain(secret);
    }
  });

  test('opens with a file for the service alone, and without that file only recovery codes are taken', async () => {
    const { authenticator, recoveryCodes } = await setUpAuthenticator(app, person);
    const path = join(app.environment.signingKeysDir, 'secrets.key');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const kept = await readFile(path);
    await app.stop();
    await writeFile(path, `${Buffer.alloc(32, 7).toString('base64')}\n`);
    await app.startAgain();
    const { body } = await answer(attempt(await authenticator.nextCode()).expect(409));
    expect((body as { detail: string }).detail).toMatch(/does not have the key file.*recovery code is taken/);
    await attempt(recoveryCodes[0]).expect(200);
    await app.stop();
    await writeFile(path, kept);
    await app.startAgain();
    await attempt(await authenticator.nextCode()).expect(200);
  });

  test('of one person opens nothing for another', async () => {
    const { authenticator } = await setUpAuthenticator(app, person);
    await setUpAuthenticator(app, clinic.director);
    await app.database.owner.query(
      `UPDATE second_factor d SET sealed = p.sealed FROM second_factor p WHERE d.staff_id = $1 AND p.staff_id = $2`,
      [clinic.director.id, person.id],
    );
    const { email } = clinic.director;
    const code = await authenticator.nextCode();
    await request(app.url).post('/v1/session').send({ email, password: PASSWORD, code }).expect(409);
  });
});
