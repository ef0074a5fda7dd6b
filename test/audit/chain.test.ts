import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { auditHash, auditText } from '../../src/audit/audit-link.js';
import { auditedOf } from '../support/audit.js';
import { PASSWORD, setupToken, signIn, testClinic, testCourse } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

// printf '%s' 'TEXT' | sha256sum; of the second, of the 32 bytes of the first and TEXT.
test('an event is hashed as canonical JSON behind the hash before it', () => {
  const event = {
    clinicId: '019a5c1e-8f00-7000-8000-000000000001',
    at: new Date('2026-03-20T17:00:00.250Z'),
    staffId: '019a5c1e-8f00-7000-8000-000000000002',
    action: 'patient.added',
    subjectId: '019a5c1e-8f00-7000-8000-000000000003',
    detail: null,
    address: '127.0.0.1',
    requestId: 'r-1',
    changes: null,
    recordHash: null,
  } as const;
  expect(auditText(event)).toBe(
    '{"action":"patient.added","address":"127.0.0.1","at":"2026-03-20T17:00:00.250Z",' +
      '"clinicId":"019a5c1e-8f00-7000-8000-000000000001","detail":null,"requestId":"r-1",' +
      '"staffId":"019a5c1e-8f00-7000-8000-000000000002","subjectId":"019a5c1e-8f00-7000-8000-000000000003"}',
  );
  const first = auditHash(Buffer.alloc(0), event);
  expect(first.toString('hex')).toBe('7b5ccd9cb14c181c39d45927edd6db5344aa86cb19781b60e532affcc609d08c');
  expect(auditHash(first, event).toString('hex')).toBe(
    'fd2a6676259033520562bca7e526951fff07cea7df327bcfce93ba7bed3c0ee2',
  );
});

test('writes at the same time make one chain without a gap', async () => {
  const clinic = await testClinic(app);
  const { courseId } = await testCourse(clinic.clinician);
  const others = Array.from({ length: 20 }, () => testCourse(clinic.director));
  await Promise.all([clinic.clinician.score(courseId, 'infusion-1', 35, '2026-03-02').expect(201), ...others]);
  const rows = await app.database.owner.query<{ position: number }[]>(
    `SELECT position FROM audit_event WHERE clinic_id = $1 ORDER BY position`,
    [clinic.id],
  );
  expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 43 }, (_, at) => at + 1));
});

test('who is not signed in yet leaves events too: the set-up, a link that is used, a sign-in', async () => {
  const send = (path: string, body: object) => request(app.url).post(path).send(body);
  const director = { name: 'Dana', email: 'dana@example.org', password: PASSWORD };
  const clinic = { name: 'Riverside', timeZone: 'UTC' };
  const made = await send('/v1/setup', { token: await setupToken(app), clinic, director }).expect(201);
  const { id } = made.body as { id: string };
  expect(await auditedOf(app, made.headers)).toMatchObject([{ action: 'clinic.set-up', staffId: id, position: 1 }]);
  const dana = await signIn(app, 'dana@example.org');
  const invited = await dana.post('/v1/staff', { name: 'Lee', email: 'lee@example.org', role: 'clinician' });
  const { link, staff } = invited.body as { link: string; staff: { id: string } };
  const chosen = await send('/v1/one-time-links/redemption', { token: link.split('#')[1], password: PASSWORD });
  expect(await auditedOf(app, chosen.headers)).toMatchObject([
    { action: 'account.password-chosen', staffId: staff.id, address: '127.0.0.1', detail: 'invitation', position: 4 },
  ]);
  const signedIn = await send('/v1/session', { email: 'lee@example.org', password: PASSWORD }).expect(200);
  expect(await auditedOf(app, signedIn.headers)).toMatchObject([{ action: 'session.started', staffId: staff.id }]);
});

test('the service can add to what was done, and neither change nor remove it', async () => {
  const { service } = app.database;
  await expect(service.query(`UPDATE audit_event SET detail = 'x'`)).rejects.toThrow(/permission denied/);
  await expect(service.query(`DELETE FROM audit_event`)).rejects.toThrow(/permission denied/);
});
