import { v7 } from 'uuid';
import { refreshScores } from '../../src/assessments/entries/course-scores.repository.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { insert } from '../structure/rows.js';
import type { TestClinic } from '../support/clinic.js';
import type { TestApp } from '../support/test-app.js';

const AT = '2026-03-01T17:00:00Z';

/**
 * Courses that started on a day: a score at infusion 1, and one at infusion 6 unless they stopped. They come in twos, 2 points
 * below and above the baseline, and above and below the endpoint: where the scores of all are the same, no mean is public.
 */
export interface Series {
  startedOn: string;
  count: number;
  baseline?: number;
  endpoint?: number | null;
  kind?: string;
}

/** Puts courses in as plain rows, a patient each. @returns Ids of the courses. */
export async function series(
  { database: { owner } }: TestApp,
  clinic: Pick<TestClinic, 'id' | 'director'>,
  { startedOn, count, baseline = 40, endpoint = 10, kind = 'induction' }: Series,
): Promise<string[]> {
  const trace = { version: 1, created_at: AT, changed_at: AT, request_id: 'test' };
  const by = { clinic_id: clinic.id, changed_by: clinic.director.id };
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const [patient_id, id] = [v7(), v7()];
    const chart = { chart_number: `C-${v7()}`, chart_key: v7(), short_chart_key: v7() };
    await insert(owner, 'patient', { ...by, ...trace, ...chart, id: patient_id });
    const stopped = endpoint === null ? { stopped_on: startedOn, stopped_reason: 'cost' } : {};
    await insert(owner, 'course', {
      ...by,
      ...trace,
      ...stopped,
      id,
      patient_id,
      number: 1,
      kind,
      indication: 'depression',
      started_on: startedOn,
      protocol: '{0,3,7,10,14,17}',
    });
    const aside = made % 2 === 0 ? -2 : 2;
    const totals: [string, number | null][] = [
      ['infusion-1', baseline + aside],
      ['infusion-6', endpoint === null ? null : endpoint - aside],
    ];
    for (const [slot, total] of totals) {
      if (total === null) continue;
      const score = {
        clinic_id: clinic.id,
        course_id: id,
        slot,
        version: 1,
        state: 'scored',
        total,
        assessed_on: startedOn,
        recorded_at: AT,
        recorded_by: clinic.director.id,
      };
      await insert(owner, 'assessment_version', { ...score, request_id: 'test' });
      await insert(owner, 'assessment', score);
    }
    ids.push(id);
  }
  await new TransactionService(owner, null).run(clinic.id, (transaction) => refreshScores(transaction, ids));
  return ids;
}

/**
 * The courses of a year that are one closed group, as 30 have started in its last quarter only: 36 completers, of whom 24
 * fell from 40 to 10 on average and 12 to 30, and 12 who stopped. So 24 of 48 starters responded, which is 50 %, and 24 of 36
 * completers, 67 %; the mean fell from 40 to (24 x 10 + 12 x 30) / 36 = 16.7, by 58 %.
 */
export async function closedYear(app: TestApp, clinic: Pick<TestClinic, 'id' | 'director'>, year = 2025) {
  await series(app, clinic, { startedOn: `${year}-02-03`, count: 16 });
  await series(app, clinic, { startedOn: `${year}-02-03`, count: 8, endpoint: 30 });
  await series(app, clinic, { startedOn: `${year}-11-03`, count: 8 });
  await series(app, clinic, { startedOn: `${year}-11-03`, count: 4, endpoint: 30 });
  await series(app, clinic, { startedOn: `${year}-11-03`, count: 12, endpoint: null });
}
