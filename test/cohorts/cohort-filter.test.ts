import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { smallClinic } from './small-clinic.js';

let app: TestApp;
let clinic: TestClinic;
beforeAll(async () => {
  app = await testApp();
  clinic = await smallClinic(app);
});
afterAll(() => app.close());

interface Cohort {
  ladder: { courses: number };
  underWay: number;
  completers: { baseline: { mean: number | null } };
  filter: object;
}

async function counted(query: string): Promise<Cohort> {
  return (await clinic.director.get(`/v1/cohorts/outcome?${query}`).expect(200)).body as Cohort;
}

async function faultsOf(query: string): Promise<string[]> {
  const { body } = (await clinic.director.get(`/v1/cohorts/outcome?${query}`).expect(422)) as {
    body: { errors: { pointer: string; rule: string }[] };
  };
  return [...new Set(body.errors.map(({ pointer, rule }) => `${pointer} ${rule}`))];
}

describe('courses are counted by', () => {
  // Starts: 2025-01-01, 03-31, 04-01, 06-01 (maintenance), 12-31; 2026-01-01, 02-10 and 02-11 (stopped), 03-16 (under way).
  test.each([
    ['', 8, 1],
    ['period=2025-Q1', 2, 0],
    ['period=2025-Q2', 2, 0],
    ['period=2025-Q3', 0, 0],
    ['period=2025-Q4', 1, 0],
    ['period=2025', 5, 0],
    ['period=2026-Q1', 3, 1],
    ['period=2025-Q2..2025-Q4', 3, 0],
    ['period=2025-Q4..2026', 4, 1],
    ['period=2024', 0, 0],
    ['period=2026-02', 2, 0],
    ['period=2025-12..2026-01', 2, 0],
    ['from=2025-03-31&to=2025-04-01', 2, 0],
    ['from=2025-04-01&to=2025-04-01', 1, 0],
    ['from=2025-04-02&to=2025-05-31', 0, 0],
    ['from=2026-01-01', 3, 1],
    ['to=2025-01-01', 1, 0],
    ['to=2024-12-31', 0, 0],
    ['kind=induction', 7, 1],
    ['kind=maintenance', 1, 0],
    ['indication=ptsd', 1, 0],
    ['indication=depression', 1, 0],
    ['indication=ocd', 0, 0],
  ])('%s: %i courses, %i under way', async (query, courses, underWay) => {
    const cohort = await counted(query);
    expect([cohort.ladder.courses, cohort.underWay]).toEqual([courses, underWay]);
  });

  // Baselines: 40, 20, 30, 50, 10, 36, 22 (maintenance), 25 (under way).
  test.each([
    ['baselineBand=nonDepressed', 1, 0],
    ['baselineBand=minimal', 1, 0],
    ['baselineBand=mild', 2, 1],
    ['baselineBand=moderate', 2, 0],
    ['baselineBand=severe', 1, 0],
    ['minimumBaseline=0', 7, 1],
    ['minimumBaseline=25', 4, 1],
    ['minimumBaseline=26', 4, 0],
    ['minimumBaseline=30', 4, 0],
    ['minimumBaseline=31', 3, 0],
    ['minimumBaseline=64', 0, 0],
    ['baselineBand=moderate&minimumBaseline=37', 1, 0],
    ['baselineBand=mild&kind=induction', 1, 1],
    ['kind=induction&period=2025&minimumBaseline=30&indication=depression', 1, 0],
  ])('baseline, and only those that have one; %s: %i, %i', async (query, courses, underWay) => {
    const cohort = await counted(query);
    expect([cohort.ladder.courses, cohort.underWay]).toEqual([courses, underWay]);
  });

  test('the treating clinician', async () => {
    const { id } = clinic.clinician;
    expect((await counted(`clinician=${id}`)).ladder.courses).toBe(2);
    const one = await counted(`clinician=${id}&period=2025`);
    expect([one.ladder.courses, one.completers.baseline.mean]).toEqual([1, 40]);
    const foreign = (await testClinic(app)).clinician.id;
    expect((await counted(`clinician=${foreign}`)).ladder.courses).toBe(0);
  });
});

test('the answer says which filter was applied, a period by its first and last day', async () => {
  const { filter } = await counted('period=2024-Q1..2025&kind=induction&minimumBaseline=21');
  expect(filter).toEqual({
    from: '2024-01-01',
    to: '2025-12-31',
    kind: 'induction',
    indication: null,
    baselineBand: null,
    minimumBaseline: 21,
    clinician: null,
  });
});

describe('a filter that can’t be is refused:', () => {
  test.each([
    ['period=2025-Q5', ['/period matches']],
    ['period=25', ['/period matches']],
    ['period=2025-13', ['/period matches']],
    ['period=', ['/period matches']],
    ['period=2026-Q1..2025-Q4', ['/period period-impossible']],
    ['period=1899', ['/period period-impossible']],
    ['period=2025&from=2025-01-01', ['/period period-and-days']],
    ['from=2025-02-29', ['/from isCalendarDate']],
    ['to=31.12.2025', ['/to isCalendarDate']],
    ['from=2025-01-02&to=2025-01-01', ['/to period-backwards']],
    ['kind=trial', ['/kind isIn']],
    ['kind=induction&kind=maintenance', ['/kind isIn']],
    ['indication=migraine', ['/indication isIn']],
    ['baselineBand=Moderate', ['/baselineBand isIn']],
    ['clinician=me', ['/clinician isUuid']],
    ['age=40', ['/age unknown']],
    ['kind=trial&baselineBand=low', ['/kind isIn', '/baselineBand isIn']],
  ])('%s', async (query, faults) => {
    expect(await faultsOf(query)).toEqual(faults);
  });

  test.each(['65', '-1', '20.5', 'twenty', '', '0x10', '1e1', '20&minimumBaseline=30'])(
    'minimumBaseline=%s',
    async (value) => {
      const faults = await faultsOf(`minimumBaseline=${value}`);
      expect(faults.every((fault) => fault.startsWith('/minimumBaseline '))).toBe(true);
    },
  );
});
