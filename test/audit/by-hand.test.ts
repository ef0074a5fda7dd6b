import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sealOfAll } from '../../src/audit/record-seal.js';
import { sealedRecords, sealOfEntries } from '../../src/audit/sealed-records.repository.js';
import { RecordCheckService } from '../../src/audit-trail/record-check.service.js';
import { checkRecords } from '../../src/commands/verify-records.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { approve, draftBy, withdraw } from '../publications/drafts.js';
import { closedYear } from '../publications/series.js';
import { importReport } from '../spreadsheets/spreadsheet.js';
import { invite, testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
let course: string;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

// Recorded: 40 at infusion 1, 30 at infusion 2, corrected to 31.
beforeEach(async () => {
  clinic = await testClinic(app);
  ({ courseId: course } = await testCourse(clinic.clinician, { startedOn: '2026-03-02' }));
  await clinic.clinician.score(course, 'infusion-1', 40, '2026-03-02').expect(201);
  await clinic.clinician.score(course, 'infusion-2', 30, '2026-03-05').expect(201);
  const amended = { total: 31, assessedOn: '2026-03-05', amendmentReason: 'Mistyped' };
  await clinic.clinician
    .put(`/v1/courses/${course}/assessments/infusion-2`, amended)
    .set('If-Match', '"1"')
    .expect(200);
});

/** What of this clinic does not hold. */
async function faults(): Promise<string[]> {
  const checked = await checkRecords(app.app);
  return checked.flatMap(({ what, holds }) =>
    !holds && what.startsWith(clinic.name) ? [what.slice(clinic.name.length + 2)] : [],
  );
}

/** As somebody with the rights of the owner does it, past every constraint between tables. */
async function byHand(...statements: string[]): Promise<void> {
  await app.database.owner.transaction(async (manager) => {
    await manager.query(`SET LOCAL session_replication_role = replica`);
    for (const statement of statements) {
      await manager.query(statement.replaceAll('CLINIC', `'${clinic.id}'`).replaceAll('COURSE', `'${course}'`));
    }
  });
}

const OF_SLOT = (slot: string) => `WHERE clinic_id = CLINIC AND course_id = COURSE AND slot = '${slot}'`;

test('what was recorded through the service holds', async () => {
  expect(await faults()).toEqual([]);
});

test('a score that was changed wherever it is kept is named', async () => {
  await byHand(
    `UPDATE assessment_version SET total = 10 ${OF_SLOT('infusion-1')}`,
    `UPDATE assessment SET total = 10 ${OF_SLOT('infusion-1')}`,
    `UPDATE course SET score_1 = 10 WHERE clinic_id = CLINIC AND id = COURSE`,
  );
  expect(await faults()).toEqual([
    expect.stringMatching(
      new RegExp(`^infusion-1, version 1, of course ${course} is not as event \\d+ of 2026-03-20 recorded it$`),
    ),
  ]);
});

test('an earlier version that was changed is named', async () => {
  await byHand(`UPDATE assessment_version SET total = 20 ${OF_SLOT('infusion-2')} AND version = 1`);
  expect(await faults()).toEqual([expect.stringMatching(/^infusion-2, version 1, of course .* is not as event \d+ /)]);
});

test('an entry that was removed wherever it is kept is named', async () => {
  await byHand(
    `DELETE FROM assessment_version ${OF_SLOT('infusion-1')}`,
    `DELETE FROM assessment ${OF_SLOT('infusion-1')}`,
    `UPDATE course SET score_1 = NULL, entries = entries - 1 WHERE clinic_id = CLINIC AND id = COURSE`,
  );
  expect(await faults()).toEqual([
    expect.stringMatching(`^infusion-1 of ${course} is missing, which event \\d+ of 2026-03-20 recorded$`),
  ]);
});

test('a current entry that is not its latest version is named', async () => {
  await byHand(`UPDATE assessment SET note = 'another' ${OF_SLOT('infusion-1')}`);
  expect(await faults()).toEqual([`infusion-1 of course ${course} is not what its latest version says`]);
});

test('of an import it is said which one', async () => {
  const rows = 'chart_number,date_1,score_1\nA-1,2026-03-02,40\nA-2,2026-03-03,35\n';
  await importReport(app, clinic.director, rows, { commit: 'true' });
  expect(await faults()).toEqual([]);
  const version = `clinic_id = CLINIC AND total = 35`;
  await byHand(
    `UPDATE assessment_version SET total = 30 WHERE ${version}`,
    `UPDATE assessment SET total = 30 WHERE ${version}`,
    `UPDATE course SET score_1 = 30 WHERE clinic_id = CLINIC AND score_1 = 35`,
  );
  expect(await faults()).toEqual([
    expect.stringMatching(
      /^of 2 rows event \d+ of 2026-03-20 recorded, something was changed, removed or added; 2 records are there: infusion-1, version 1, of course \S+; infusion-1, version 1, of course \S+$/,
    ),
  ]);
});

test('what was recorded before events kept hashes is sealed once, and from then on held to that', async () => {
  const seal = () => app.app.get(RecordCheckService, { strict: false }).sealOlder();
  await closedYear(app, clinic);
  expect(await faults()).toEqual([]);
  await seal();
  await seal();
  expect(await faults()).toEqual([]);
  await byHand(
    `UPDATE assessment_version SET note = 'x' WHERE clinic_id = CLINIC AND request_id = 'test' AND total = 42`,
  );
  expect(await faults()).toContainEqual(
    expect.stringMatching(
      /^of \d+ entries and groups that event \d+ of 2026-03-20 sealed, or of what no event recorded, something was changed, /,
    ),
  );
});

test.each([
  ['role', 'director'],
  ['status', 'deactivated'],
])('a %s that was given to an account by hand is named', async (column, value) => {
  const email = `invited-${clinic.id}@example.org`;
  const { id } = await invite(app, clinic.director, 'clinician', email);
  expect(await faults()).toEqual([]);
  await byHand(`UPDATE staff SET ${column} = '${value}' WHERE clinic_id = CLINIC AND id = '${id}'`);
  const said = column === 'role' ? 'clinician' : 'active';
  expect((await faults()).join()).toMatch(
    new RegExp(`\\(${email}\\) has the ${column} ${value}; by event \\d+ it is ${said}`),
  );
});

test('a session that was given another role than its account is named', async () => {
  await byHand(`UPDATE session SET role = 'director' WHERE clinic_id = CLINIC AND role = 'clinician'`);
  expect((await faults()).join()).toContain('a session has the role director and is of clinician (');
});

test('what was done to publications by hand is named', async () => {
  await closedYear(app, clinic);
  const id = await draftBy(clinic.marketing);
  expect((await approve(clinic.director, id)).status).toBe(200);
  expect(await faults()).toEqual([]);
  const own = `WHERE clinic_id = CLINIC AND id = '${id}'`;

  await byHand(`UPDATE closed_group_course SET scores[1] = 0 WHERE clinic_id = CLINIC`);
  expect(await faults()).toEqual([
    expect.stringMatching(/^the closed group 2025-Q1 to 2025-Q4 .* is not as event \d+ of 2026-03-20 recorded it$/),
  ]);
  await byHand(`UPDATE published_document SET title = 'The best of all' ${own}`);
  expect((await faults()).join()).toContain(
    'has a slug, title, clinic, period or hash beside its document that is not the one in it',
  );
  await byHand(`UPDATE published_document SET state = 'withdrawn', ended_at = now(), withdrawn_reason = 'x' ${own}`);
  expect((await faults()).join()).toContain('is approved, and its document is withdrawn');
  await byHand(`DELETE FROM published_document ${own}`);
  expect((await faults()).join()).toMatch(/is missing, which event \d+ approved/);
});

test('a publication that was withdrawn holds, and does not where it is public again', async () => {
  await closedYear(app, clinic);
  const id = await draftBy(clinic.marketing);
  await approve(clinic.director, id);
  await withdraw(clinic.director, id).expect(200);
  expect(await faults()).toEqual([]);
  await byHand(
    `UPDATE publication SET state = 'approved', withdrawn_by = NULL, withdrawn_at = NULL, withdrawn_reason = NULL WHERE clinic_id = CLINIC AND id = '${id}'`,
    `UPDATE published_document SET state = 'approved', ended_at = NULL, withdrawn_reason = NULL WHERE clinic_id = CLINIC AND id = '${id}'`,
  );
  expect((await faults()).join()).toMatch(/is approved, and event \d+ withdrew it/);
});

test('a clinic that has none of before gets no such event, at no start', async () => {
  const { app: application } = app;
  await application.get(RecordCheckService, { strict: false }).sealOlder();
  const [row] = await app.database.owner.query<{ events: number }[]>(
    `SELECT count(*)::int AS events FROM audit_event WHERE clinic_id = $1 AND action = 'records.sealed'`,
    [clinic.id],
  );
  expect(row?.events).toBe(0);
});

test('PostgreSQL hashes entries as the service does, whatever is in their texts', async () => {
  await byHand(
    `UPDATE assessment_version SET request_id = 'odd', recorded_at = '2026-03-05 17:00:00.0789+00', override_reason = ' a/b ',
       note = E'Größe „x“ "\\\\ \\b\\f\\n\\r\\t \\x01\\x1f\\x7f' || chr(8232) || chr(128512) WHERE clinic_id = CLINIC`,
  );
  const transactions = app.app.get(TransactionService, { strict: false });
  const [here, there] = await transactions.run(clinic.id, async (transaction) => [
    (await sealedRecords(transaction)).filter(({ requestId }) => requestId === 'odd').map(({ seal }) => seal),
    await sealOfEntries(transaction, 'odd'),
  ]);
  expect(here).toHaveLength(3);
  expect(sealOfAll(here).toString('hex')).toBe(there?.toString('hex'));
});
