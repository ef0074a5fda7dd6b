import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { AuditChainService } from '../../src/audit/audit-chain.service.js';
import type { HistoryEntryResponse } from '../../src/audit-trail/history.dto.js';
import { answer } from '../support/answer.js';
import { auditedOf } from '../support/audit.js';
import { testClinic, testCourse, type SignedIn, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  clinic = await testClinic(app);
});

async function history(path: string, person: SignedIn = clinic.director): Promise<HistoryEntryResponse[]> {
  const { body } = await answer(person.get(`${path}/history`).expect(200));
  return (body as { items: HistoryEntryResponse[] }).items;
}
const change = (path: string, body: object, version: number, person = clinic.clinician) =>
  person.patch(path, body).set('If-Match', `"${version}"`).expect(200);

test('what a patient was called before, and who changed it, is read by who may read the patient', async () => {
  const { patientId } = await testCourse(clinic.clinician);
  const path = `/v1/patients/${patientId}`;
  await change(path, { initials: 'JD', birthYear: 1981 }, 1);
  // Sent again as it is: nothing of it changes.
  await change(path, { initials: 'JR', birthYear: 1981 }, 2, clinic.director);
  const entries = await history(path, clinic.clinician);
  expect(entries.map(({ action, staffName, changes }) => ({ action, staffName, changes }))).toEqual([
    { action: 'patient.changed', staffName: 'Dana', changes: [{ field: 'initials', before: 'JD', after: 'JR' }] },
    {
      action: 'patient.changed',
      staffName: 'clinician',
      changes: [
        { field: 'initials', before: null, after: 'JD' },
        { field: 'birthYear', before: null, after: '1981' },
      ],
    },
    { action: 'patient.added', staffName: 'clinician', changes: [] },
  ]);
});

test('a course keeps its clinician by name, its plan, and a stop that was taken back', async () => {
  const { courseId } = await testCourse(clinic.clinician);
  const path = `/v1/courses/${courseId}`;
  await change(path, { clinicianId: clinic.clinician.id, protocol: [0, 3, 7, 10, 14, 17] }, 1);
  await change(path, { stopped: { on: '2026-03-10', reason: 'better', note: 'by phone' } }, 2);
  await change(path, { stopped: null }, 3);
  const [back, stop, first] = await history(path);
  expect(back?.changes).toEqual([
    { field: 'stoppedOn', before: '2026-03-10', after: null },
    { field: 'stoppedReason', before: 'better', after: null },
    { field: 'stoppedNote', before: 'by phone', after: null },
  ]);
  expect(stop?.changes.map(({ after }) => after)).toEqual(['2026-03-10', 'better', 'by phone']);
  expect(first?.changes.at(-1)).toMatchObject({ field: 'clinicianId', before: null, after: 'clinician' });
});

test('directors read what accounts and settings were before; nobody else does', async () => {
  await change(`/v1/staff/${clinic.marketing.id}`, { role: 'clinician' }, 2, clinic.director);
  expect((await history(`/v1/staff/${clinic.marketing.id}`))[0]?.changes).toEqual([
    { field: 'role', before: 'marketing', after: 'clinician' },
  ]);
  const holidays = [{ on: '2026-12-25', name: 'Christmas Day' }];
  await change('/v1/clinic', { clinicWeekdays: [1, 2, 3], holidays, selfApproval: true }, 1, clinic.director);
  expect((await history('/v1/clinic'))[0]?.changes).toEqual([
    { field: 'selfApproval', before: 'no', after: 'yes' },
    { field: 'clinicWeekdays', before: '1, 2, 3, 4, 5, 6, 7', after: '1, 2, 3' },
    { field: 'holidays', before: 'none', after: '2026-12-25: Christmas Day' },
  ]);
  for (const path of ['/v1/clinic', `/v1/staff/${clinic.director.id}`])
    await clinic.clinician.get(`${path}/history`).expect(403);
});

test('earlier states come page by page, and a patient of another clinic has none', async () => {
  const { patientId } = await testCourse(clinic.clinician);
  for (const [index, initials] of ['AA', 'BB', 'CC'].entries())
    await change(`/v1/patients/${patientId}`, { initials }, index + 1);
  const page = await answer(clinic.clinician.get(`/v1/patients/${patientId}/history?limit=2`).expect(200));
  const { items, next } = page.body as { items: HistoryEntryResponse[]; next: string };
  expect(items.map(({ changes }) => changes[0]?.after)).toEqual(['CC', 'BB']);
  const rest = await answer(clinic.clinician.get(`/v1/patients/${patientId}/history?after=${next}`).expect(200));
  expect((rest.body as { items: HistoryEntryResponse[] }).items).toHaveLength(2);
  const other = await testClinic(app);
  await other.director.get(`/v1/patients/${patientId}/history`).expect(404);
  await clinic.clinician.get(`/v1/patients/${patientId}/history?after=nonsense`).expect(400);
});

test('an earlier state that was changed in the database is found, and events without one hold', async () => {
  const { patientId } = await testCourse(clinic.clinician);
  const { headers } = await change(`/v1/patients/${patientId}`, { initials: 'JD' }, 1);
  const [event] = await auditedOf(app, headers);
  const check = () => app.app.get(AuditChainService, { strict: false }).check(clinic.id);
  expect(await check()).toMatchObject({ length: 3, fault: null });
  await app.database.owner.query(
    `UPDATE audit_event SET changes = replace(changes, 'JD', 'JX') WHERE clinic_id = $1 AND position = $2`,
    [clinic.id, event!.position],
  );
  expect(await check()).toMatchObject({ length: 2, fault: 'event 3 is not as it was recorded' });
});
