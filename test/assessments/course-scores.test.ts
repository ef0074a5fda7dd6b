import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrate } from '../../src/database/migrate.js';
import { columnsOutOfStep } from '../../src/assessments/entries/course-scores.repository.js';
import { loadSynthetic } from '../../src/commands/sample/load-synthetic.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { importReport } from '../spreadsheets/spreadsheet.js';
import { testClinic, testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
afterAll(() => app.close());

const ASSESSED = '2026-03-02';
const DAYS = ['2026-03-02', '2026-03-05', '2026-03-09', '2026-03-12', '2026-03-16', '2026-03-19'];

const differences = () => app.app.get(TransactionService).run(clinic.id, columnsOutOfStep);
/** What the row of a course has of its entries. */
const kept = (courseId: string) =>
  app.app.get(TransactionService).run(clinic.id, async ({ manager }) => {
    const [row] = await manager.query<object[]>(
      `SELECT ARRAY[score_1, score_2, score_3, score_4, score_5, score_6] AS scores, post_series AS after,
         sixth_missed AS missed, days_to_infusion_6 AS days, last_entry_on AS last, entries
       FROM course WHERE id = $1`,
      [courseId],
    );
    return row;
  });
const entry = (courseId: string, slot: string, body: object, version?: number) =>
  clinic.clinician
    .put(`/v1/courses/${courseId}/assessments/${slot}`, body)
    .set(version === undefined ? { 'If-None-Match': '*' } : { 'If-Match': `"${version}"` });

describe('the row of a course has what its entries come to', () => {
  test('after scores, an amendment, an entry taken back and a missed visit', async () => {
    const { courseId } = await testCourse(clinic.clinician, { startedOn: ASSESSED });
    expect(await kept(courseId)).toMatchObject({
      scores: [null, null, null, null, null, null],
      entries: 0,
      last: null,
    });
    for (const [at, total] of [40, 34, 30].entries()) {
      await clinic.clinician.score(courseId, `infusion-${at + 1}`, total, DAYS[at] ?? '').expect(201);
    }
    await entry(courseId, 'infusion-2', { total: 33, assessedOn: DAYS[1], amendmentReason: 'digits' }, 1).expect(200);
    await entry(courseId, 'infusion-3', { state: 'entered-in-error', amendmentReason: 'other patient' }, 1).expect(200);
    await entry(courseId, 'infusion-6', { state: 'missed', missedReason: 'noShow', assessedOn: DAYS[5] }).expect(201);
    expect(await kept(courseId)).toEqual({
      scores: [40, 33, null, null, null, null],
      after: null,
      missed: true,
      days: null,
      last: DAYS[5],
      // Three scores, two amendments and a missed visit.
      entries: 6,
    });
    expect(await differences()).toEqual([]);
  });

  test('from the first score to the sixth in 17 days', async () => {
    const { courseId } = await testCourse(clinic.clinician, { startedOn: ASSESSED });
    await clinic.clinician.score(courseId, 'infusion-1', 40, DAYS[0] ?? '').expect(201);
    await clinic.clinician.score(courseId, 'infusion-6', 15, DAYS[5] ?? '').expect(201);
    expect(await kept(courseId)).toMatchObject({ scores: [40, null, null, null, null, 15], days: 17, last: DAYS[5] });
    await clinic.clinician.patch(`/v1/courses/${courseId}`, { kind: 'maintenance' }).set('If-Match', '"1"').expect(200);
    expect(await kept(courseId)).toMatchObject({ scores: [40, null, null, null, null, 15], days: 17 });
    expect(await differences()).toEqual([]);
  });

  test('after an import, and another that adds to the same courses', async () => {
    const columns = 'chart_number,date_1,score_1';
    const commit = { commit: 'true' };
    await importReport(app, clinic.director, `${columns}\nC-1,2025-03-03,36\n`, commit);
    const more = `${columns},date_6,score_6\nC-1,2025-03-03,36,2025-03-20,18\n`;
    expect(await importReport(app, clinic.director, more, commit)).toMatchObject({ coursesExtended: 1 });
    const visits = [1, 2, 3, 4, 5, 6]
      .map((number) => `date_${number},score_${number},missed_reason_${number}`)
      .join(',');
    const all = [
      `chart_number,${visits},post_series_date,post_series_score,follow_up_4_date,follow_up_4_score`,
      'C-2,2025-03-03,36,,,,no-show,2025-03-10,30,,2025-03-12,28,,2025-03-17,20,,2025-03-20,18,,2025-03-28,16,2025-04-17,19',
      'C-3,2025-03-03,36,,2025-03-05,0,,2025-03-10,3,,,,,,,,2025-03-21,,no-show,,,,',
      'C-4,,,no-show,2025-03-05,40,,,,,,,,,,,,,,,,,',
    ];
    expect(await importReport(app, clinic.director, `${all.join('\n')}\n`, commit)).toMatchObject({ coursesNew: 3 });
    expect(await differences()).toEqual([]);
  });

  test('where courses are made up', async () => {
    const { id } = clinic.clinician;
    const made = { clinicId: clinic.id, clinicianIds: [id, id, id] as const };
    await loadSynthetic(app.app.get(TransactionService), made, { courses: 200 });
    expect(await differences()).toEqual([]);
  });

  test('after many scores at once of one course', async () => {
    const { courseId } = await testCourse(clinic.clinician, { startedOn: ASSESSED });
    await Promise.all(
      DAYS.map((day, at) => clinic.clinician.score(courseId, `infusion-${at + 1}`, 40 - at, day).expect(201)),
    );
    expect(await kept(courseId)).toMatchObject({ scores: [40, 39, 38, 37, 36, 35], entries: 6 });
  });

  test('after an upgrade of a database that had none of it', async () => {
    const { owner } = app.database;
    await owner.undoLastMigration({ transaction: 'each' });
    await migrate(owner);
    expect(await differences()).toEqual([]);
  });
});

test('a score that got into the row another way is found', async () => {
  const { courseId } = await testCourse(clinic.clinician, { startedOn: ASSESSED });
  await clinic.clinician.score(courseId, 'infusion-1', 40, ASSESSED).expect(201);
  await app.app.get(TransactionService).run(clinic.id, async ({ manager }) => {
    await manager.query(`UPDATE course SET score_1 = 12 WHERE id = $1`, [courseId]);
  });
  expect(await differences()).toEqual([{ courseId, column: 'score_1', kept: '12', fromEntries: '40' }]);
});
