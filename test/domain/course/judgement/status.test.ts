import { describe, expect, test } from '@jest/globals';
import { courseStatus, isConcluded } from '../../../../src/domain/course/judgement/status.js';
import { courseWith, missed, scored, scoredSeries } from '../course-builder.js';

/** Three weeks after the start of the courses. */
const today = '2026-03-23';
const stopped = { on: '2026-03-12', reason: 'cost' } as const;

describe('a course is', () => {
  test('active while nothing is recorded', () => {
    expect(courseStatus(courseWith(), today)).toBe('active');
  });

  test('active with five scores', () => {
    expect(courseStatus(courseWith(scoredSeries(40, 35, 30, 25, 22)), today)).toBe('active');
  });

  test('completed with a score at infusion 6', () => {
    expect(courseStatus(courseWith([scored('infusion-6', 0, '2026-03-19')]), today)).toBe('completed');
  });

  test('completed when infusion 6 was missed', () => {
    expect(courseStatus(courseWith([missed('infusion-6')]), today)).toBe('completed');
  });

  test('active when the form at infusion 6 was too incomplete for a total', () => {
    expect(courseStatus(courseWith([scored('infusion-6', null, '2026-03-19')]), today)).toBe('active');
  });

  test('stopped when it was stopped before infusion 6', () => {
    expect(courseStatus(courseWith(scoredSeries(40, 35), { stopped }), today)).toBe('stopped');
  });

  test('stopped when it was stopped with an incomplete form at infusion 6', () => {
    const slots = [scored('infusion-6', null, '2026-03-19')];
    expect(courseStatus(courseWith(slots, { stopped }), today)).toBe('stopped');
  });

  test('completed when a stop was recorded after infusion 6', () => {
    const slots = scoredSeries(40, 35, 30, 25, 22, 18);
    expect(courseStatus(courseWith(slots, { stopped }), today)).toBe('completed');
  });
});

describe('a course that nobody closed', () => {
  // 2 March + 60 days: 29 days are left of March, 30 of April, and one of May.
  const [sixtyDaysLater, sixtyOneDaysLater] = ['2026-05-01', '2026-05-02'];

  test('is under way for 60 days after its start without an entry, and lost on the next', () => {
    expect(courseStatus(courseWith(), sixtyDaysLater)).toBe('active');
    expect(courseStatus(courseWith(), sixtyOneDaysLater)).toBe('lost');
  });

  test.each([
    ['a score', scored('infusion-2', 35, '2026-03-05')],
    ['a form with too few answers', scored('infusion-2', null, '2026-03-05')],
    ['a missed visit', missed('infusion-2', '2026-03-05')],
    ['a post-series score', scored('post-series', 20, '2026-03-05')],
    ['a follow-up', scored('follow-up-4', 20, '2026-03-05')],
  ])('is under way until 60 days after %s', (_what, entry) => {
    const course = courseWith([scored('infusion-1', 40, '2026-03-02'), entry]);
    // 5 March + 60 days is 4 May.
    expect(courseStatus(course, '2026-05-04')).toBe('active');
    expect(courseStatus(course, '2026-05-05')).toBe('lost');
  });

  test('is not kept under way by a missed visit without a date', () => {
    expect(courseStatus(courseWith([missed('infusion-2')]), sixtyOneDaysLater)).toBe('lost');
  });

  test('is brought back by an entry that comes late', () => {
    const late = [scored('infusion-1', 40, '2026-03-02'), scored('infusion-2', 30, '2026-05-02')];
    expect(courseStatus(courseWith(late), sixtyOneDaysLater)).toBe('active');
  });

  test('is kept under way for 60 days by somebody who says that it still is', () => {
    // 2 May + 60 days: 29 are left of May, 30 of June, and the first of July.
    const said = courseWith(scoredSeries(40), { underWayOn: '2026-05-02' });
    expect(courseStatus(said, '2026-07-01')).toBe('active');
    expect(courseStatus(said, '2026-07-02')).toBe('lost');
  });

  test('is given 180 days where it is maintenance', () => {
    // 2 March + 180 days: 29 + 30 + 31 + 30 + 31 days to the end of July, and 29 of August.
    expect(courseStatus(courseWith([], { kind: 'maintenance' }), '2026-08-29')).toBe('active');
    expect(courseStatus(courseWith([], { kind: 'maintenance' }), '2026-08-30')).toBe('lost');
  });
});

test('a course that was stopped or completed is never lost', () => {
  expect(courseStatus(courseWith(scoredSeries(40, 35), { stopped }), '2027-01-01')).toBe('stopped');
  expect(courseStatus(courseWith([missed('infusion-6')]), '2027-01-01')).toBe('completed');
});

test('completed, stopped and lost courses are concluded, active ones are not', () => {
  expect((['completed', 'stopped', 'lost', 'active'] as const).map(isConcluded)).toEqual([true, true, true, false]);
});
