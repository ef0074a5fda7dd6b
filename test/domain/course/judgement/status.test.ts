import { describe, expect, test } from '@jest/globals';
import { courseStatus, isConcluded } from '../../../../src/domain/course/judgement/status.js';
import { courseWith, missed, scored, scoredSeries } from '../course-builder.js';

const stopped = { on: '2026-03-12', reason: 'cost' } as const;

describe('a course is', () => {
  test('active while nothing is recorded', () => {
    expect(courseStatus(courseWith())).toBe('active');
  });

  test('active with five scores', () => {
    expect(courseStatus(courseWith(scoredSeries(40, 35, 30, 25, 22)))).toBe('active');
  });

  test('completed with a score at infusion 6', () => {
    expect(courseStatus(courseWith([scored('infusion-6', 0, '2026-03-19')]))).toBe('completed');
  });

  test('completed when infusion 6 was missed', () => {
    expect(courseStatus(courseWith([missed('infusion-6')]))).toBe('completed');
  });

  test('active when the form at infusion 6 was too incomplete for a total', () => {
    expect(courseStatus(courseWith([scored('infusion-6', null, '2026-03-19')]))).toBe('active');
  });

  test('stopped when it was stopped before infusion 6', () => {
    expect(courseStatus(courseWith(scoredSeries(40, 35), { stopped }))).toBe('stopped');
  });

  test('stopped when it was stopped with an incomplete form at infusion 6', () => {
    const slots = [scored('infusion-6', null, '2026-03-19')];
    expect(courseStatus(courseWith(slots, { stopped }))).toBe('stopped');
  });

  test('completed when a stop was recorded after infusion 6', () => {
    const slots = scoredSeries(40, 35, 30, 25, 22, 18);
    expect(courseStatus(courseWith(slots, { stopped }))).toBe('completed');
  });
});

test('completed and stopped courses are concluded, active ones are not', () => {
  expect(isConcluded('completed')).toBe(true);
  expect(isConcluded('stopped')).toBe(true);
  expect(isConcluded('active')).toBe(false);
});
