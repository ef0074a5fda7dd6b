import { describe, expect, test } from '@jest/globals';
import {
  afterSeriesPlan,
  afterSeriesVisits,
  checkAfterSeriesWeeks,
} from '../../../../src/domain/course/judgement/after-series-visits.js';
import { courseWith, missed, scored } from '../course-builder.js';

// Infusion 6 on 2 April: a week later is 9 April, four are 30 April, twelve are 25 June.
const WEEKS = [1, 4, 12];
const sixth = scored('infusion-6', 12, '2026-04-02');
const visitsOn = (today: string, ...more: ReturnType<typeof scored>[]) =>
  afterSeriesVisits(courseWith([sixth, ...more]), WEEKS, today).map(
    ({ slot, state, dueOn }) => `${slot} ${state} ${dueOn}`,
  );

describe('after infusion 6', () => {
  test('the scores of weeks 1, 4 and 12 are due by themselves', () => {
    expect(visitsOn('2026-04-09')).toEqual([
      'post-series due 2026-04-09',
      'follow-up-4 due 2026-04-30',
      'follow-up-12 due 2026-06-25',
    ]);
  });

  test('a score that nobody took is asked for until the next is due', () => {
    expect(visitsOn('2026-04-29')[0]).toBe('post-series unresolved 2026-04-09');
    expect(visitsOn('2026-04-30')[0]).toBe('follow-up-4 due 2026-04-30');
  });

  test('the last is asked for four weeks, and no longer', () => {
    // 25 June and 28 days are 23 July.
    expect(visitsOn('2026-07-23')).toEqual(['follow-up-12 unresolved 2026-06-25']);
    expect(visitsOn('2026-07-24')).toEqual([]);
  });

  test('what is recorded, scored or missed, is no longer due', () => {
    expect(visitsOn('2026-04-09', scored('post-series', 10, '2026-04-08'))).toHaveLength(2);
    expect(visitsOn('2026-04-09', missed('follow-up-4', 'noShow'))).toHaveLength(2);
  });

  test('nothing is due of maintenance, and without infusion 6', () => {
    expect(afterSeriesVisits({ ...courseWith([sixth]), kind: 'maintenance' }, WEEKS, '2026-04-09')).toEqual([]);
    expect(afterSeriesVisits(courseWith(), WEEKS, '2026-04-09')).toEqual([]);
  });
});

test('the first score of up to four weeks is the post-series score, asked for to the 30th day', () => {
  // Week 4 is day 28; 28 days later would be day 56, but a post-series score belongs to the first 30.
  expect(afterSeriesPlan([4])).toEqual([{ slot: 'post-series', days: 28, lastDays: 30 }]);
  expect(afterSeriesPlan([5, 6])).toEqual([
    { slot: 'follow-up-5', days: 35, lastDays: 41 },
    { slot: 'follow-up-6', days: 42, lastDays: 70 },
  ]);
});

test.each([[[]], [[1, 4, 12]], [[104]]])('scores can be planned in weeks %j', (weeks) => {
  expect(checkAfterSeriesWeeks(weeks)).toEqual([]);
});

test.each([
  [[0]],
  [[4, 4]],
  [[12, 4]],
  [[1.5]],
  [[105]],
  [['4']],
  ['1, 4'],
  [null],
  [Array.from({ length: 13 }, (_, at) => at + 1)],
])('scores can’t be planned in weeks %j', (weeks) => {
  expect(checkAfterSeriesWeeks(weeks)).toMatchObject([{ rule: 'weeks-not-rising' }]);
});
