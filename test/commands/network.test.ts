import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { filterOf } from '../../src/cohorts/cohort-filter.js';
import { CohortRepository } from '../../src/cohorts/cohort.repository.js';
import { tallyOfPacked } from '../../src/cohorts/packed-courses.js';
import { networkCells, readsAllClinics, type Unbound } from '../../src/commands/network/network.repository.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { cohortOfTally } from '../../src/domain/cohort/cohort.js';
import { NETWORK_GROUPS, networkGroupsByScores } from '../../src/domain/cohort/groups/network-groups.js';
import { mergedTally, type Tally } from '../../src/domain/cohort/tally/tally.js';
import { LOST_AFTER_DAYS } from '../../src/domain/course/judgement/status.js';
import type { NetworkCell } from '../../src/domain/disclosure/network.js';
import { goodRow, insert, insertClinic } from '../structure/rows.js';
import { command } from '../support/command.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

const TODAY = '2026-03-20';
const AT = new Date(`${TODAY}T12:00:00Z`);
let database: TestDatabase;
const clinicIds: string[] = [];
beforeAll(async () => {
  database = await testDatabase();
  for (const nth of [1, 2, 3, 4]) await addClinic(nth);
});
afterAll(() => database.close());

/** Sixty courses of forty patients: scores that are there or not, stopped, missed, silent, of both kinds. */
async function addClinic(nth: number): Promise<void> {
  const { owner } = database;
  const ids = await insertClinic(owner);
  clinicIds.push(ids.clinic_id);
  for (let at = 0; at < 40; at += 1) {
    const patient = { ...goodRow('patient', ids) };
    await insert(owner, 'patient', patient);
    for (let number = 1; number <= (at % 2) + 1; number += 1) {
      const value = (at * 7 + number * 13 + nth * 29) % 65;
      await insert(owner, 'course', {
        ...goodRow('course', ids),
        patient_id: patient.id,
        number,
        kind: at % 5 === 0 ? 'maintenance' : 'induction',
        started_on: at % 7 === 0 ? '2026-03-10' : '2026-01-05',
        score_1: at % 6 === 0 ? null : value,
        score_6: at % 4 === 0 ? null : (value * (at % 3)) % 65,
        sixth_missed: at % 8 === 0,
        ...(at % 12 === 4 ? { stopped_on: '2026-02-01', stopped_reason: 'cost' } : {}),
        entries: 1,
      });
    }
  }
}

const cells = () =>
  networkCells(database.owner, {
    at: AT,
    groupsByScores: networkGroupsByScores(),
    inductionDays: LOST_AFTER_DAYS.induction,
    maintenanceDays: LOST_AFTER_DAYS.maintenance,
  });
const sum = (of: readonly NetworkCell[], what: keyof NetworkCell) => of.reduce((total, cell) => total + cell[what], 0);

test('what a network adds up to is what the tallies of its clinics add up to', async () => {
  const transactions = new TransactionService(database.service, null);
  const tallies: Tally[] = [];
  for (const id of clinicIds) {
    const packed = await transactions.run(id, (transaction) =>
      new CohortRepository().packed(transaction, filterOf({}), TODAY),
    );
    tallies.push(await tallyOfPacked(packed));
  }
  const tally = mergedTally(tallies);
  const cohort = cohortOfTally(tally);
  const found = await cells();
  NETWORK_GROUPS.forEach((group, place) => {
    const inGroup = found.filter(({ groups }) => (groups & (1 << place)) > 0);
    expect([group.name, sum(inGroup, 'courses')]).toEqual([group.name, cohort.count(group).size]);
    expect(sum(inGroup, 'courses')).toBeGreaterThan(0);
  });
  const underWay = [...tally.values()].reduce((total, quarter) => total + quarter.underWay, 0);
  const notYet = found.filter(({ groups }) => groups === 0);
  expect(underWay).toBeGreaterThan(0);
  expect(sum(notYet, 'courses')).toBe(underWay);
});

test('persons are counted once, and the largest clinic by its own', async () => {
  const all = await cells();
  // Of each clinic 40 patients, and the one that insertClinic makes; 20 of them have a second course.
  expect(sum(all, 'courses')).toBe(4 * (40 + 20 + 1));
  expect(sum(all, 'persons')).toBe(4 * (40 + 1));
  for (const { clinics, persons, personsOfLargest } of all) {
    expect(clinics).toBeLessThanOrEqual(4);
    expect(personsOfLargest).toBeGreaterThanOrEqual(persons / clinics);
  }
});

test('the command prints counts alone, and withholds those of few', async () => {
  const { code, output } = await command(['network'], { DATABASE_URL: database.url });
  expect(code).toBe(0);
  expect(output).toMatch(/^All concluded courses +\d+$/m);
  expect(output).toMatch(/^With a baseline and infusion 6 \(completers\) +(\d+|withheld)$/m);
  expect(output).toMatch(/withheld/);
});

test('a login that row-level security binds may not count', async () => {
  const bound = { query: <Rows>(text: string) => database.service.query<Rows>(text) } satisfies Unbound;
  expect(await readsAllClinics(bound)).toBe(false);
  expect(await readsAllClinics(database.owner)).toBe(true);
});
