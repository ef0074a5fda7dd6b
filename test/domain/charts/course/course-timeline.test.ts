import { describe, expect, test } from '@jest/globals';
import { afterSeriesTimeline, gapOf, seriesTimeline } from '../../../../src/domain/charts/course/course-timeline.js';
import { courseWith, missed, scored, scoredSeries } from '../../course/course-builder.js';

const TODAY = '2026-03-10';

describe('the visits of a series', () => {
  test('are on their own days', () => {
    const points = seriesTimeline(courseWith(scoredSeries(40, 35)), '2026-03-05');
    expect(points.map(({ day, total }) => [day, total])).toEqual([
      ['2026-03-02', 40],
      ['2026-03-05', 35],
    ]);
  });

  test('that were missed on a day are there, with the reason', () => {
    const course = courseWith([...scoredSeries(40), missed('infusion-2', '2026-03-06')]);
    expect(seriesTimeline(course, '2026-03-06')[1]).toEqual({
      slot: 'infusion-2',
      day: '2026-03-06',
      state: 'missed',
      total: null,
      gap: 'Missed: ill on the day',
    });
  });

  test('that were missed without a day are on the planned one', () => {
    const course = courseWith([...scoredSeries(40, null, 30), missed('infusion-2')]);
    expect(seriesTimeline(course, TODAY)[1]?.day).toBe('2026-03-05');
  });

  test('are never after the visit that followed, though it came early', () => {
    const slots = [...scoredSeries(40), missed('infusion-2'), scored('infusion-3', 30, '2026-03-04')];
    expect(seriesTimeline(courseWith(slots), '2026-03-04')[1]?.day).toBe('2026-03-04');
  });

  test('that nobody spoke of are gaps too', () => {
    const course = courseWith(scoredSeries(40, null, 30));
    expect(seriesTimeline(course, TODAY)[1]).toMatchObject({
      state: 'unresolved',
      gap: 'Unresolved: nobody said what happened',
    });
  });

  test('that are still due are not drawn', () => {
    expect(seriesTimeline(courseWith(), '2026-03-02')).toEqual([]);
  });

  test('after the course stopped are not drawn', () => {
    const stopped = { on: '2026-03-03', reason: 'moved' } as const;
    expect(seriesTimeline(courseWith(scoredSeries(40), { stopped }), '2026-06-01')).toHaveLength(1);
  });
});

describe('the visits after a series', () => {
  test('are sorted by day, which need not be the order of their slots', () => {
    const slots = [
      ...scoredSeries(40, 35, 30, 25, 22, 18),
      scored('post-series', 12, '2026-04-10'),
      scored('follow-up-2', 15, '2026-04-02'),
    ];
    const points = afterSeriesTimeline(courseWith(slots));
    expect(points.map(({ slot }) => slot)).toEqual(['follow-up-2', 'post-series']);
  });

  test('that were missed without a day are their weeks after the last infusion', () => {
    const course = courseWith([...scoredSeries(40, 35), missed('follow-up-4')]);
    // Infusion 2 on 5 March, 28 days later
    expect(afterSeriesTimeline(course)[0]?.day).toBe('2026-04-02');
  });

  test('that can be placed nowhere are not drawn', () => {
    expect(afterSeriesTimeline(courseWith([missed('follow-up-4')]))).toEqual([]);
    expect(afterSeriesTimeline(courseWith([...scoredSeries(40), missed('post-series')]))).toEqual([]);
  });
});

test.each([
  ['missed', null, 'noShow', 'Missed: did not come'],
  ['missed', null, null, 'Missed: not known'],
  ['missed', null, 'courseStopped', 'Missed: course stopped'],
  ['scored', null, null, 'No total: form incomplete'],
  ['scored', 40, null, null],
  ['due', null, null, null],
] as const)('a visit that is %s with total %p and reason %p is called %p', (...visit) => {
  const [state, total, missedReason, words] = visit;
  expect(gapOf({ state, total, missedReason })).toBe(words);
});
