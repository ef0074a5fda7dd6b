import { describe, expect, test } from '@jest/globals';
import { recordOf, scoresInTime, sixScoresOf, totalAt } from '../../../../src/domain/course/record/course-record.js';
import { courseWith, missed, scored } from '../course-builder.js';

const course = courseWith([
  scored('post-series', 12, '2026-03-26'),
  scored('infusion-4', 22, '2026-03-12'),
  missed('infusion-2', '2026-03-05'),
  scored('infusion-1', 40, '2026-03-02'),
  scored('infusion-3', null, '2026-03-09'),
]);

describe('a course as recorded', () => {
  test('has its scores at their infusions, in whatever order they were typed', () => {
    expect(sixScoresOf(course)).toEqual([40, null, null, 22, null, null]);
  });

  test('has no total where the visit was missed or the form was incomplete', () => {
    expect(totalAt(course, 'infusion-2')).toBeNull();
    expect(totalAt(course, 'infusion-3')).toBeNull();
    expect(totalAt(course, 'infusion-1')).toBe(40);
  });

  test('keeps the post-series score out of the six', () => {
    expect(totalAt(course, 'post-series')).toBe(12);
    expect(sixScoresOf(course)).not.toContain(12);
  });

  test('has nothing in a slot that nobody filled', () => {
    expect(recordOf(course, 'infusion-6')).toBeNull();
    expect(recordOf(course, 'infusion-2')?.state).toBe('missed');
  });

  test('has its scores in the order they were taken', () => {
    expect(scoresInTime(course).map(({ total }) => total)).toEqual([40, 22, 12]);
  });

  test('puts two scores of one day in the order of their slots', () => {
    const sameDay = courseWith([scored('infusion-2', 30, '2026-03-02'), scored('infusion-1', 40, '2026-03-02')]);
    expect(scoresInTime(sameDay).map(({ total }) => total)).toEqual([40, 30]);
  });

  test('that is empty has six empty places and no scores', () => {
    expect(sixScoresOf(courseWith())).toEqual([null, null, null, null, null, null]);
    expect(scoresInTime(courseWith())).toEqual([]);
  });
});
