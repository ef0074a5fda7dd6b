import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import request from 'supertest';
import { answer } from '../support/answer.js';
import { auditedOf } from '../support/audit.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { testToken } from '../support/tokens.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

/** A clinic that wants who looks written down first. */
beforeEach(async () => {
  clinic = await testClinic(app);
  await clinic.director.patch('/v1/clinic', { strictAudit: true }).set('If-Match', '"1"').expect(200);
});

test('who looked is written down when the answer arrives, of people and of programs, and so is what was refused', async () => {
  const { patientId } = await testCourse(clinic.clinician);
  for (const person of [clinic.clinician, clinic.director, clinic.clinician]) {
    const { headers } = await person.get(`/v1/patients/${patientId}`).expect(200);
    expect(await auditedOf(app, headers)).toMatchObject([{ action: 'patient.read', staffId: person.id }]);
  }
  const { header, accountId } = await testToken(clinic.director, ['scores:write']);
  const { headers } = await request(app.url).get('/v1/patients').set('Authorization', header).expect(200);
  expect(await auditedOf(app, headers)).toMatchObject([{ action: 'patient.listed', staffId: accountId }]);
  const refused = await clinic.marketing.get('/v1/patients').expect(403);
  expect(await auditedOf(app, refused.headers)).toMatchObject([{ action: 'request.refused' }]);
});

test('what can not be written down is not shown, in this clinic alone', async () => {
  const { patientId, chartNumber } = await testCourse(clinic.clinician);
  const other = await testClinic(app);
  const others = await testCourse(other.clinician);
  const full = `ALTER TABLE audit_event ADD CONSTRAINT full_disk CHECK (action <> 'patient.read') NOT VALID`;
  await app.database.owner.query(full);
  const read = () => clinic.clinician.get(`/v1/patients/${patientId}`);
  try {
    const { body, text } = await answer(read().expect(500));
    expect(text).not.toContain(chartNumber);
    expect(body).toMatchObject({ type: '/problems/internal' });
    await other.clinician.get(`/v1/patients/${others.patientId}`).expect(200);
  } finally {
    await app.database.owner.query('ALTER TABLE audit_event DROP CONSTRAINT full_disk');
  }
  const { headers } = await read().expect(200);
  expect(await auditedOf(app, headers)).toHaveLength(1);
});

test('only a director makes a clinic strict, and it ends with the next request', async () => {
  const change = { strictAudit: false };
  await clinic.clinician.patch('/v1/clinic', change).set('If-Match', '"2"').expect(403);
  const kept = await clinic.director.patch('/v1/clinic', change).set('If-Match', '"2"').expect(200);
  expect(kept.body).toMatchObject({ strictAudit: false });
  expect(await auditedOf(app, kept.headers)).toMatchObject([{ action: 'clinic.changed', detail: 'strictAudit' }]);
});
