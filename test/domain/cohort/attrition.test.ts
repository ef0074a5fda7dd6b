import { describe, expect, test } from '@jest/globals';
import { attrition } from '../../../src/domain/cohort/attrition.js';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import { plain } from '../../../src/domain/cohort/counted.js';
import { lastScoredInfusion } from '../../../src/domain/cohort/judged-course.js';
import { course } from './cohort-fixtures.js';

const stopped = (scores: (number | null)[], stoppedReason: string | null) =>
  course(scores, { status: 'stopped', stoppedReason });

describe('attrition', () => {
  test('a gap does not make a course end: 40, none, 30 was last scored at 3', () => {
    expect(lastScoredInfusion([40, null, 30, null, null, null])).toBe(3);
  });

  test('a course without any score was never scored', () => {
    expect(lastScoredInfusion([null, null, null, null, null, null])).toBeNull();
  });

  test('starters are counted at their last score with how they ended', () => {
    const steps = attrition(
      cohortOf([
        stopped([40], null),
        stopped([40, 30], 'cost'),
        stopped([44, null], 'moved'),
        stopped([38, 20], 'cost'),
        stopped([null, 20], 'cost'),
        course([40, 30, 20, 15, 12, 10]),
        course([40, 30, 20, 15, 12]),
        course([40, 30, 20, 15], { status: 'lost' }),
      ]),
    );
    expect(plain(steps)).toEqual([
      { lastScoredInfusion: 1, count: 2, reasons: { unknown: 1, moved: 1 } },
      { lastScoredInfusion: 2, count: 2, reasons: { cost: 2 } },
      { lastScoredInfusion: 3, count: 0, reasons: {} },
      { lastScoredInfusion: 4, count: 1, reasons: { noFurtherVisit: 1 } },
      { lastScoredInfusion: 5, count: 1, reasons: { completed: 1 } },
      { lastScoredInfusion: 6, count: 1, reasons: { completed: 1 } },
    ]);
  });
});
