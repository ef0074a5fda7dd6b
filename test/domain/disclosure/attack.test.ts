import { describe, expect, test } from '@jest/globals';
import { addDays } from '../../../src/domain/calendar/calendar.js';
import type { PublicCourse } from '../../../src/domain/disclosure/frozen-groups.js';
import { isWithinQuarters } from '../../../src/domain/disclosure/frozen-groups.js';
import { publicGroups } from '../../../src/domain/disclosure/public-groups.js';
import { publicContent } from '../../../src/domain/publication/public-content.js';
import { fewestPersons } from './attacker.js';
import { leakIn, randomLife } from './public-life.js';
import { FIRST_DAY, numbersFrom, randomClinic } from './random-clinic.js';

const CLINICS = Number(process.env.ATTACKED_CLINICS ?? 200);
const INDUCTIONS = { kind: 'induction', indication: null } as const;

describe('the attacker', () => {
  const all = Array.from({ length: 40 }, (_, at) => `p${at}/c`);

  test('finds the difference of two sums: 3 of 40', () => {
    expect(fewestPersons([new Set(all), new Set(all.slice(3))], 10)).toEqual({ persons: 3 });
  });

  test('finds 5 of three sums, of which no two differ by fewer than 15', () => {
    // 15 + 20 are 35 of the 40
    const sums = [new Set(all), new Set(all.slice(0, 15)), new Set(all.slice(15, 35))];
    expect(fewestPersons(sums, 10)).toEqual({ persons: 5 });
  });

  test('finds a corrected score, which is one unit in the one and another in the other', () => {
    const corrected = ['p0/another', ...all.slice(1)];
    expect(fewestPersons([new Set(all), new Set(corrected)], 10)).toEqual({ persons: 1 });
  });

  test('counts persons, not units', () => {
    const second = all.map((unit) => unit.replace('c', 'second'));
    expect(fewestPersons([new Set([...all, ...second]), new Set([...all.slice(3), ...second.slice(3)])], 10)).toEqual({
      persons: 3,
    });
  });

  test('finds nothing in sums that differ by 11', () => {
    expect(fewestPersons([new Set(all), new Set(all.slice(11))], 10)).toBeNull();
  });
});

describe('without the rules the attacker finds few', () => {
  const clinicOf = (seed: number) => randomClinic(numbersFrom(seed), 25);
  const inductionsOf = (courses: readonly PublicCourse[]) => courses.filter(({ kind }) => kind === 'induction');
  const seeds = Array.from({ length: 10 }, (_, at) => 70 + at);

  test('where groups are not frozen, as a score is corrected or comes late', () => {
    const leaks = seeds.filter((seed) => {
      const published = [500, 800].map((days) => {
        const { concluded } = clinicOf(seed)(addDays(FIRST_DAY, days));
        const courses = inductionsOf(concluded).filter(({ startedOn }) =>
          isWithinQuarters(startedOn, { from: '2022-Q1', to: '2022-Q4' }),
        );
        return { groups: [courses], isWidest: true };
      });
      return leakIn(published) !== null;
    });
    expect(leaks.length).toBeGreaterThan(5);
  });

  test('where the parts of a cohort inside another are not kept apart', () => {
    const leaks = seeds.filter((seed) => {
      const found = publicGroups(INDUCTIONS, [], clinicOf(seed)(addDays(FIRST_DAY, 900)));
      if ('clashing' in found) return false;
      const published = found.groups.slice(0, 3).flatMap(({ courses }) => [
        { groups: [courses], isWidest: true },
        { groups: [courses.filter(({ indication }) => indication === 'depression')], isWidest: false },
      ]);
      return leakIn(published) !== null;
    });
    expect(leaks.length).toBeGreaterThan(5);
  });
});

test(`of ${CLINICS} clinics with eight publications each, with the rules the attacker finds nobody`, () => {
  const leaks: object[] = [];
  let publications = 0;
  for (let seed = 0; seed < CLINICS; seed += 1) {
    const random = numbersFrom(1000 + seed);
    const clinicAt = randomClinic(random, [8, 15, 25, 40, 60][seed % 5] ?? 25);
    const published = randomLife(random, clinicAt);
    publications += published.length;
    const leak = leakIn(published);
    if (leak) leaks.push({ seed, ...leak });
  }
  expect(leaks).toEqual([]);
  expect(publications).toBeGreaterThan(3 * CLINICS);
});

/** What the form of a draft ticks by itself. */
const USUAL = [
  'starters.response',
  'starters.withoutInfusion6',
  'completers.worsened',
  'completers.response',
  'completers.baselineMean',
  'completers.endpointMean',
  'completers.percentReductionOfMeans',
  'completers.respondersBaselineMean',
  'completers.respondersEndpointMean',
  'completers.respondersPercentReductionOfMeans',
];

test.each([15, 25, 60])(
  'from %s starters a quarter on, nine of ten usual figures are public, and no series is refused',
  (starters) => {
    let [shown, exact, asked, refused, series] = [0, 0, 0, 0, 0];
    for (let seed = 0; seed < 20; seed += 1) {
      const clinicAt = randomClinic(numbersFrom(5000 + seed), starters);
      const found = publicGroups(INDUCTIONS, [], clinicAt(addDays(FIRST_DAY, 1200)));
      const groups = 'clashing' in found ? [] : found.groups;
      for (const some of [groups, groups.slice(-Math.ceil(groups.length / 3)), groups.slice(-1)]) {
        series += 1;
        if (some.length === 0) refused += 1;
        const { figures } = publicContent(
          { period: '2022', cohort: INDUCTIONS, figures: USUAL, charts: [] },
          { groups: some.map((group) => ({ ...group, closedOn: null })), edition: 1, isWidest: true },
        );
        asked += figures.length;
        shown += figures.filter(({ withheld }) => withheld === null).length;
        exact += figures.filter(({ value }) => value !== null).length;
      }
    }
    const percent = (count: number) => Math.round((100 * count) / asked);
    console.log(
      `${starters} starters a quarter: ${percent(shown)} % of usual figures public (${percent(exact)} % exactly), ${refused} of ${series} series refused`,
    );
    expect(shown / asked).toBeGreaterThanOrEqual(0.9);
    expect(refused).toBe(0);
  },
);
