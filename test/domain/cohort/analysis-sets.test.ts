import { describe, expect, test } from '@jest/globals';
import type { CohortCourse } from '../../../src/domain/cohort/cohort-course.js';
import { cohortOf } from '../../../src/domain/cohort/cohort.js';
import {
  COMPLETERS,
  RUNGS,
  STARTERS,
  WITHOUT_INFUSION_6,
  achieved,
  nonResponders,
} from '../../../src/domain/cohort/groups/groups.js';
import type { Group } from '../../../src/domain/cohort/groups/group.js';
import { Members } from '../../../src/domain/cohort/groups/members.js';
import { pairedScores } from '../../../src/domain/cohort/reductions.js';
import { course } from './cohort-fixtures.js';

const finished = course([40, 30, null, 22, null, 12]);
const stopped = course([40, 30], { status: 'stopped', stoppedReason: 'cost' });
const withoutBaseline = course([null, 30, 20, 10, 5, 2], { postSeries: 1 });
const baselineOnly = course([28], { postSeries: 9 });
const all = [finished, stopped, withoutBaseline, baselineOnly];
const coursesIn = (group: Group, courses: CohortCourse[] = all) => new Members(courses).of(group);

describe('analysis sets', () => {
  test('everybody with a score at infusion 1 is a starter', () => {
    expect(coursesIn(STARTERS)).toEqual([finished, stopped, baselineOnly]);
  });

  test('a course without infusion 6 is no completer', () => {
    expect(pairedScores(cohortOf(all), COMPLETERS, 'infusion-6')).toEqual([{ baseline: 40, endpoint: 12, n: 1 }]);
  });

  test('the last later score stands in for infusion 6, the baseline itself never does', () => {
    expect(pairedScores(cohortOf(all), RUNGS.withLaterScore, 'last-observed')).toEqual([
      { baseline: 40, endpoint: 12, n: 1 },
      { baseline: 40, endpoint: 30, n: 1 },
    ]);
  });

  test('a score after the series is an endpoint of completers, and of nobody else', () => {
    const after = course([36, null, null, null, null, 20], { postSeries: 14 });
    expect(pairedScores(cohortOf([...all, after]), RUNGS.withPostSeries, 'post-series')).toEqual([
      { baseline: 36, endpoint: 14, n: 1 },
    ]);
  });

  test('40 to 20 at infusion 6 responded, 40 to 21 did not, 40 to 5 at infusion 5 is unknown', () => {
    const responder = course([40, null, null, null, null, 20]);
    const other = course([40, null, null, null, null, 21]);
    const early = course([40, null, null, null, 5]);
    const some = [responder, other, early, withoutBaseline];
    expect(coursesIn(achieved('response', 'infusion-6'), some)).toEqual([responder]);
    expect(coursesIn(nonResponders('infusion-6'), some)).toEqual([other]);
    expect(coursesIn(WITHOUT_INFUSION_6, some)).toEqual([early]);
  });
});
