import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CohortCourse } from '../../../src/domain/cohort/cohort-course.js';
import { cohortOutcome, countedOutcome } from '../../../src/domain/cohort/cohort-outcome.js';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import { GROUPS, groupNamed } from '../../../src/domain/cohort/groups/named-groups.js';
import { Members } from '../../../src/domain/cohort/groups/members.js';
import { reliableChangeThreshold } from '../../../src/domain/course/judgement/reliable-change.js';
import { STOP_REASONS } from '../../../src/domain/course/record/stop-reasons.js';
import { course } from './cohort-fixtures.js';

const total = fc.option(fc.integer({ min: 0, max: 64 }), { freq: 3 });
const ending = fc.oneof(
  fc.constant({ status: 'completed', stoppedReason: null } as const),
  fc.constant({ status: 'lost', stoppedReason: null } as const),
  fc
    .option(fc.constantFrom(...Object.keys(STOP_REASONS)))
    .map((stoppedReason) => ({ status: 'stopped', stoppedReason }) as const),
);
const aCourse: fc.Arbitrary<CohortCourse> = fc
  .tuple(fc.array(total, { minLength: 6, maxLength: 6 }), total, fc.integer({ min: 0, max: 11 }), ending)
  .map(([scores, postSeries, month, end]) => {
    const startedOn = `2025-${String(month + 1).padStart(2, '0')}-15`;
    return course(scores, { postSeries, startedOn, ...end });
  });
const cohorts = fc.array(aCourse, { maxLength: 25 });

/** Its baselines, whatever the cohort. */
const CLINIC = { n: 25, sd: 10 };

function sizeOf(name: string, courses: readonly CohortCourse[]): number {
  const group = groupNamed(name);
  if (group === null) throw new Error(`no group ${name}`);
  return new Members(courses, reliableChangeThreshold(CLINIC)).of(group).length;
}

/** Every whole number in an answer that counts courses, by its JSON pointer. */
function counts(node: unknown, path = ''): [string, number | null][] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const at = `${path}/${key}`;
    return isCount(at, key) ? [[at, value as number | null]] : counts(value, at);
  });
}

const COUNTS =
  /^(n|count|withEndpoint|courses|completed|stopped|lost|with[A-Z]\w*|starters|completers|atRisk|responses|improved|none)$/;

function isCount(at: string, key: string): boolean {
  if (/^\/(starters|completers|figures)$/.test(at)) return false;
  if (/^\/remissionOfUnremitted\/\w+\/\w+$/.test(at)) return false;
  if (at.startsWith('/lastScoredInfusion/') || at.includes('/reasons/')) return true;
  return COUNTS.test(key) || at === '/reliableChange/worsened';
}

describe('the courses behind a number', () => {
  test('are as many as every count of any cohort says', () => {
    fc.assert(
      fc.property(cohorts, (courses) => {
        const { outcome, groups } = countedOutcome(cohortOf(courses, CLINIC));
        const printed = counts({ ...outcome, figures: [] });
        expect(Object.keys(groups).sort()).toEqual(printed.map(([at]) => at).sort());
        const sizes = printed.map(([at]) => [at, sizeOf(groups[at] ?? '', courses)]);
        // Without an SD nobody knows whose change is reliable, and nobody is in the group.
        expect(sizes).toEqual(printed.map(([at, count]) => [at, count ?? 0]));
      }),
    );
  });

  test('are as many as n and count of every figure say', () => {
    fc.assert(
      fc.property(cohorts, (courses) => {
        for (const { set, name, n, count, group, countGroup } of cohortOutcome(courses).figures) {
          expect([set, name, sizeOf(group, courses)]).toEqual([set, name, n]);
          const counted = countGroup === undefined ? undefined : sizeOf(countGroup, courses);
          expect([set, name, counted]).toEqual([set, name, count]);
        }
      }),
    );
  });
});

test('every group with a name has as many courses as a tally counts', () => {
  fc.assert(
    fc.property(cohorts, (courses) => {
      const cohort = cohortOf(courses, CLINIC);
      const counted = [...GROUPS.values()].map((group) => [group.name, cohort.count(group).size]);
      expect(counted).toEqual([...GROUPS.keys()].map((name) => [name, sizeOf(name, courses)]));
    }),
  );
});

test('courses that no table of a tally tells apart can be listed, and are never counted wrong', () => {
  const group = groupNamed('last-scored-at-2,responded-by-2');
  expect(() => group && cohortOf([]).count(group)).toThrow(RangeError);
});

test('of the courses of a quarter those are counted that any table tells apart, and nobody starts in two', () => {
  const started = (startedOn: string) => course([40, 20], { startedOn, status: 'stopped', stoppedReason: 'cost' });
  const courses = [started('2025-02-01'), started('2025-03-31'), started('2025-04-01')];
  const sizes = ['last-scored-at-2,quarter-2025-Q1', 'quarter-2025-Q1,quarter-2025-Q2', 'quarter-2024-Q1'].map(
    (name) => {
      const group = groupNamed(name);
      return group && cohortOf(courses).count(group).size;
    },
  );
  expect(sizes).toEqual([2, 0, 0]);
});

describe('a group', () => {
  const fell = course([30, null, null, null, null, 15], { postSeries: 14 });
  const rose = course([30, 31, null, null, null, 45], { startedOn: '2025-05-01', postSeries: 31 });
  // Its score after the series is of no completer.
  const stopped = course([40, 20], { status: 'stopped', stoppedReason: 'cost', postSeries: 5 });
  const lost = course([null, 20], { status: 'lost' });
  const all = [fell, rose, stopped, lost];
  const membersOf = (name: string) => {
    const group = groupNamed(name);
    return group && new Members(all, reliableChangeThreshold(CLINIC)).of(group);
  };

  test.each([
    ['responders', [fell]],
    ['non-responders', [rose]],
    ['worsened', [rose]],
    ['without-infusion-6', [stopped]],
    ['responders-at-best', [fell, stopped]],
    ['last-observed-responders', [fell, stopped]],
    ['stopped-cost', [stopped]],
    ['lost', [lost]],
    ['last-scored-at-2', [stopped]],
    ['first-response-at-2', [stopped]],
    ['post-series-responders', [fell]],
    ['post-series-worsened', [rose]],
    ['responded-by-5', [stopped]],
    ['responded-by-6', [fell, stopped]],
    ['unremitted-below-20,responders', [fell]],
    ['baseline-mild', [fell, rose]],
    ['quarter-2025-Q2', [rose]],
    // An SD of 10 in the clinic: 1.96 x 10 x sqrt(2 x .08) = 7.84 points.
    ['reliably-improved', [fell]],
    ['reliably-worsened', [rose]],
  ])('%s holds whom it names', (name, members) => {
    expect(membersOf(name)).toEqual(members);
  });

  test('of several names with commas holds those in each of them, and says so', () => {
    expect(membersOf('baseline-mild,responders')).toEqual([fell]);
    expect(groupNamed('baseline-mild,responders')?.label).toBe('Baseline mild (21-30); Responded, at infusion 6');
  });

  test.each(['', 'responder', 'responders,', 'quarter-2025-Q5', 'toString', 'responders,nobody'])(
    'of the name "%s" there is none',
    (name) => {
      expect(groupNamed(name)).toBeNull();
    },
  );

  test('has words of its own, unlike those of any other', () => {
    const labels = [...GROUPS.values()].map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});
