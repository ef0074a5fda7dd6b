import { describe, expect, test } from '@jest/globals';
import { courseTrajectoryChart } from '../../../../src/domain/charts/course/course-trajectory.js';
import type { CourseRecord } from '../../../../src/domain/course/record/course-record.js';
import { courseWith, scored, scoredSeries } from '../../course/course-builder.js';

const chartOf = (course: CourseRecord) =>
  courseTrajectoryChart(course, { title: 'Chart 17, course 1', today: '2026-09-01', like: null });
/** Six infusions from 2 to 19 March 2026. */
const series = scoredSeries(41, 36, 30, 28, 22, 18);
const daysOf = (course: CourseRecord) => chartOf(course).data.labels as string[];

describe('the axis of a course', () => {
  test('gives follow-ups that take longer than the series as much room, and the six infusions theirs', () => {
    const days = daysOf(courseWith([...series, scored('follow-up-12', 15, '2026-06-11')]));
    // 1 to 20 March are 20 days, each on the axis. 19 March to 11 June are 84: a step of 84 / 20 = 4.2, so 5 days.
    expect(days.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, at) => `${at + 1} Mar 2026`));
    // From 21 March by 5 days to 9 June (80 days later), the follow-up itself, and a step to spare.
    expect(days.slice(20, 23)).toEqual(['21 Mar 2026', '26 Mar 2026', '31 Mar 2026']);
    expect(days.slice(-3)).toEqual(['9 Jun 2026', '11 Jun 2026', '16 Jun 2026']);
    expect(days).toHaveLength(20 + 17 + 2);
  });

  test('says where it becomes narrower, and by how much', () => {
    const { data, options } = chartOf(courseWith([...series, scored('follow-up-12', 15, '2026-06-11')]));
    expect(JSON.stringify(options)).toContain('Right of the dotted line a step of the axis is 5 days.');
    expect(data.datasets.filter(({ label }) => label === '').map((line) => line.data)).toEqual([
      [
        { x: '21 Mar 2026', y: 0 },
        { x: '21 Mar 2026', y: 64 },
      ],
    ]);
  });

  test('has the days of all follow-ups on it, each once and in order, however late they are', () => {
    const late = [scored('follow-up-4', 15, '2026-04-17'), scored('follow-up-98', 20, '2028-02-03')];
    const days = daysOf(courseWith([...series, ...late]));
    expect(days).toEqual([...new Set(days)].sort((a, b) => Date.parse(a) - Date.parse(b)));
    expect(days).toEqual(expect.arrayContaining(['17 Apr 2026', '3 Feb 2028']));
    // About as many steps right of the line as left of it.
    expect(days.length).toBeLessThan(2 * 20 + 4);
  });

  test('begins on the day before the first one that can be entered', () => {
    const days = daysOf(courseWith([scored('infusion-1', 41, '1900-01-01')], { startedOn: '1900-01-01' }));
    expect(days.slice(0, 2)).toEqual(['31 Dec 1899', '1 Jan 1900']);
  });

  test('has every day where what comes after is short', () => {
    const course = courseWith([...series, scored('post-series', 12, '2026-03-26')]);
    expect(daysOf(course)).toHaveLength(27);
    expect(JSON.stringify(chartOf(course).options)).not.toContain('dotted');
  });
});
