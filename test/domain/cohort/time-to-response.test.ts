import { describe, expect, test } from '@jest/globals';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import { plain } from '../../../src/domain/cohort/counted.js';
import { timeToResponse } from '../../../src/domain/cohort/time-to-response.js';
import type { CohortCourse } from '../../../src/domain/cohort/cohort-course.js';
import { course } from './cohort-fixtures.js';

const stepsOf = (courses: CohortCourse[]) => plain(timeToResponse(cohortOf(courses)));

describe('time to response', () => {
  // After 2: 3 at risk, 1 responds, 2/3 left. After 3: 1 at risk (one stopped), it responds, none left.
  test('a patient who stops early leaves the risk set without counting as a response', () => {
    const steps = stepsOf([course([40, 20]), course([40, 30, 20]), course([40, 30])]);
    expect(steps.map(({ atRisk }) => atRisk)).toEqual([3, 1, 0, 0, 0]);
    expect(steps.map(({ responses }) => responses)).toEqual([1, 1, 0, 0, 0]);
    expect(steps[0]?.notYetResponded).toBeCloseTo(2 / 3, 14);
    expect(steps[1]).toMatchObject({ notYetResponded: 0, everResponded: 1 });
  });

  test('a missed infusion stays at risk', () => {
    const steps = stepsOf([course([40, null, null, 20])]);
    expect(steps.map(({ atRisk }) => atRisk)).toEqual([1, 1, 1, 0, 0]);
  });

  test('a response that is lost again by infusion 6 was still a first response', () => {
    const [second] = stepsOf([course([40, 18, 35, 36, 38, 40])]);
    expect(second).toEqual({
      infusion: 2,
      atRisk: 1,
      responses: 1,
      notYetResponded: 0,
      everResponded: 1,
    });
  });

  test('a course that starts at 0 never responds', () => {
    const steps = stepsOf([course([0, 0, 0, 0, 0, 0])]);
    expect(steps.at(-1)).toMatchObject({ atRisk: 1, responses: 0, everResponded: 0 });
  });

  test('where nobody is at risk it is not said how many have responded', () => {
    expect(stepsOf([]).map(({ everResponded }) => everResponded)).toEqual(Array(5).fill(null));
    expect(stepsOf([course([40, 30])]).map(({ everResponded }) => everResponded)).toEqual([0, null, null, null, null]);
  });
});
