import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadSample, type LoadedSample } from '../../../src/commands/sample/load-sample.js';
import { loadSynthetic } from '../../../src/commands/sample/load-synthetic.js';
import { TransactionService } from '../../../src/database/transaction.service.js';
import { hashPassword } from '../../../src/staff/sign-in/password.js';
import { ClinicNameTaken, StaffRepository } from '../../../src/staff/people/staff.repository.js';
import { PASSWORD, signIn, testClinic, type SignedIn } from '../../support/clinic.js';
import { testApp, type TestApp } from '../../support/test-app.js';

const NOW = '2026-11-22T18:00:00.000Z';

let app: TestApp;
let sample: LoadedSample;
let director: SignedIn;

async function load(): Promise<LoadedSample> {
  const passwordHash = await hashPassword(PASSWORD);
  const now = new Date(NOW);
  return loadSample(app.app.get(TransactionService), new StaffRepository(), { now, passwordHash });
}

beforeAll(async () => {
  app = await testApp();
  app.clock.set(NOW);
  sample = await load();
  director = await signIn(app, 'director@sample.example');
});
afterAll(() => app.close());

/** One number out of the database, as its owner sees it. */
async function count(sql: string): Promise<number> {
  const [row] = await app.database.owner.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${sql}`);
  return row?.n ?? 0;
}

interface Cohort {
  underWay: number;
  ladder: Record<string, number>;
  completers: {
    n: number;
    baseline: { mean: number };
    endpoint: { mean: number };
    response: { count: number };
    responders: Record<string, number>;
  };
  starters: { response: { count: number; n: number } };
}

describe('the sample clinic, once it is written,', () => {
  test('lets everybody of its staff sign in', async () => {
    for (const { email, role } of sample.staff) {
      const person = await signIn(app, email);
      const session = await person.get('/v1/session').expect(200);
      expect(session.body).toMatchObject({
        staff: { role },
        clinic: { name: 'Sample Ketamine Clinic' },
      });
    }
  });

  test('answers with the headline: 120 completers from 35.0 to 11.2, 100 of them responders', async () => {
    const answer = await director.get('/v1/cohorts/outcome?kind=induction').expect(200);
    const { completers, starters, ladder, underWay } = answer.body as Cohort;
    expect(completers).toMatchObject({
      n: 120,
      baseline: { mean: 35 },
      endpoint: { mean: 11.2 },
      response: { count: 100 },
      responders: { n: 100, baselineMean: 34.9, endpointMean: 8.9 },
    });
    expect(starters.response).toMatchObject({ count: 100, n: 175 });
    // 120 completers, 50 given up, 2 silent and 5 without an end; 2 of the 5 lack the baseline.
    expect(ladder).toMatchObject({ courses: 177, withBaseline: 175, withInfusion6: 120 });
    expect(underWay).toBe(12);
  });

  test('has two courses that fell silent, and asks what became of them', async () => {
    const clinician = await signIn(app, 'clinician@sample.example');
    const { items } = (await clinician.get('/v1/courses?status=lost').expect(200)).body as {
      items: { kind: string; stopped: null }[];
    };
    expect(items.map(({ kind, stopped }) => [kind, stopped])).toEqual([
      ['induction', null],
      ['induction', null],
    ]);
  });

  test('keeps every score in its history as the first version, of the same day', async () => {
    const { patients, courses, assessments } = sample.counts;
    expect([patients, courses]).toEqual([184, 219]);
    expect(await count('patient')).toBe(184);
    expect(await count('course')).toBe(219);
    expect(await count('assessment WHERE version = 1')).toBe(assessments);
    expect(await count('assessment_version')).toBe(assessments);
    const elsewhere = `(recorded_at AT TIME ZONE 'America/Denver')::date <> assessed_on`;
    expect(await count(`assessment_version WHERE ${elsewhere}`)).toBe(0);
    expect(await count(`assessment_version WHERE recorded_at > '${NOW}'`)).toBe(0);
  });

  test('has a notice for every positive answer, three of them not yet acknowledged', async () => {
    const { safetyNotices, openSafetyNotices } = sample.counts;
    expect(openSafetyNotices).toBe(3);
    expect(await count('assessment WHERE answers[14] > 0 OR answers[15] > 0')).toBe(safetyNotices);
    expect(await count('safety_notice')).toBe(safetyNotices);
    expect(await count('safety_notice WHERE acknowledged_at IS NULL')).toBe(3);
    expect(await count(`safety_notice WHERE acknowledged_at > '${NOW}'`)).toBe(0);
  });

  test('is not written a second time', async () => {
    await expect(load()).rejects.toThrow(ClinicNameTaken);
    expect(await count('patient')).toBe(184);
  });
});

test('synthetic courses fill a clinic for measuring', async () => {
  const { id: clinicId, clinician } = await testClinic(app);
  const clinicianIds = [clinician.id, clinician.id, clinician.id] as const;
  const transactions = app.app.get(TransactionService);
  await loadSynthetic(transactions, { clinicId, clinicianIds }, { courses: 2500 });
  expect(await count(`course WHERE clinic_id = '${clinicId}'`)).toBe(2500);
});
