import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differencing } from '../../../src/domain/disclosure/differencing.js';
import type { EarlierPublication } from '../../../src/domain/disclosure/differencing.js';
import type { Refusal } from '../../../src/domain/disclosure/refusal.js';
import { publicContent } from '../../../src/domain/publication/public-content.js';
import { attackSums } from '../disclosure/attacker.js';
import type { Sum } from '../disclosure/attacker.js';
import { numbersFrom } from './random-clinic.js';
import type { Course } from './random-clinic.js';

const seeds = fc.nat({ max: 2 ** 30 });
const HALVES = { '2025': 2, '2025-Q1..2025-Q2': 0, '2025-Q3..2025-Q4': 1 };
const PERIODS = Object.keys(HALVES) as (keyof typeof HALVES)[];
const MEANS = ['completers.endpointMean', 'lastObserved.endpointMean'];
/** Of the scores as first entered, corrected once, and corrected twice. */
const VERSIONS = [0, 1, 10];

interface Versioned {
  course: Course;
  half: number;
  version: number;
}

/** A clinic of two half-years; of each some stop, and have a last score but none at infusion 6. */
function clinic(random: () => number): Versioned[] {
  const size = 120 + Math.floor(80 * random());
  const stops = random() < 0.3 ? 0 : 0.3;
  return Array.from({ length: size }, (_, at) => {
    const [half, stopped] = [Number(random() < 0.5), random() < stops];
    const scores: Course['scores'] = [40, 34, 28, 22, 20, stopped ? null : 15];
    const ending = stopped
      ? ({ status: 'stopped', stoppedReason: 'cost' } as const)
      : ({ status: 'completed', stoppedReason: null } as const);
    const startedOn = half === 0 ? '2025-02-03' : '2025-08-04';
    const course = { courseId: `p${at}/c${at}`, scores, postSeries: null, startedOn, ...ending };
    return { course, half, version: 0 };
  });
}

/** Some time later: of the first half a third of the last scores was corrected, of the second none or a few. */
function later(random: () => number, courses: readonly Versioned[]): Versioned[] {
  const shares = [0.2 + 0.2 * random(), random() < 0.3 ? 0 : 0.12 * random()];
  return courses.map((each) =>
    random() < (shares[each.half] as number) ? { ...each, version: each.version + 1 } : each,
  );
}

type Compare = typeof differencing;

/** Up to five publications at three times; the sums behind their public means, by the courses and versions in them. */
function publishedSums(seed: number, compare: Compare): { publications: number; sums: Sum[] } {
  const random = numbersFrom(seed);
  let courses = clinic(random);
  const earlier: EarlierPublication[] = [];
  const sums: Sum[] = [];
  for (let asked = 0; asked < 8 && earlier.length < 5; asked += 1) {
    if (asked === 3 || asked === 6) courses = later(random, courses);
    const period = PERIODS[Math.floor(2.2 * random())] as keyof typeof HALVES;
    const cohort = courses.filter(({ half }) => HALVES[period] === 2 || HALVES[period] === half);
    const figures = MEANS.filter(() => random() < 0.7);
    const filter = { period, kind: null, indication: null, minimumBaseline: null };
    const result = publicContent(
      { cohort: filter, figures, charts: [] },
      cohort.map(({ course }) => course),
    );
    const named = cohort.map(({ course, version }) => `${course.courseId}/${version}`);
    const candidate = { counts: result.counts, cohort: named };
    if (result.refusal ?? compare(candidate, earlier)) continue;
    earlier.push({ ...candidate, id: `${asked}`, title: `Results ${asked}` });
    for (const { set, withheld } of result.content.figures) {
      if (withheld !== null) continue;
      const isIn = ({ course }: Versioned) => set === 'lastObserved' || course.status === 'completed';
      const versions = cohort
        .filter(isIn)
        .map(({ course, version }) => [course.courseId, VERSIONS[version] as number] as const);
      sums.push(new Map(versions));
    }
  }
  return { publications: earlier.length, sums };
}

const eachAlone: Compare = (candidate, earlier) =>
  earlier.reduce<Refusal | null>((found, each) => found ?? differencing(candidate, [each]), null);

/** As if nobody knew what was corrected. */
const byCountsAlone: Compare = (candidate, earlier) => {
  const uncorrected = (cohort: readonly string[]) => cohort.map((course) => course.slice(0, course.lastIndexOf('/')));
  return differencing(
    { ...candidate, cohort: uncorrected(candidate.cohort) },
    earlier.map((each) => ({ ...each, cohort: uncorrected(each.cohort) })),
  );
};

describe('an attacker who adds and subtracts published sums of scores, some of which were corrected', () => {
  test('finds no change of 1 to 10 courses in up to five publications, by up to four sums', () => {
    let corrected = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const { publications, sums } = publishedSums(seed, differencing);
        const versions = new Set(sums.flatMap((sum) => [...sum.values()]));
        if (publications >= 3 && versions.size > 1) corrected += 1;
        expect(attackSums(sums, 4)).toBeNull();
      }),
      { numRuns: 300, endOnFailure: true },
    );
    expect(corrected).toBeGreaterThan(100);
  });

  test.each<[string, Compare, number]>([
    ['a third of the clinics if counts alone were compared', byCountsAlone, 200 / 3],
    ['some clinics if each earlier publication were compared by itself', eachAlone, 5],
  ])('would find one in %s', (_, compare, least) => {
    const found = Array.from({ length: 200 }, (_clinic, seed) => attackSums(publishedSums(seed, compare).sums, 4));
    expect(found.filter((size) => size !== null).length).toBeGreaterThan(least);
  });
});
