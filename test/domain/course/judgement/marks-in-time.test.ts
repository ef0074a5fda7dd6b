import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../../src/domain/calendar/calendar.js';
import { COURSE_MARKS, marksOf, type MarkName } from '../../../../src/domain/course/judgement/marks.js';
import { marksInTime, type PastCourse } from '../../../../src/domain/course/judgement/marks-in-time.js';
import { courseStatus, isConcluded, type ConcludedStatus } from '../../../../src/domain/course/judgement/status.js';
import { thresholdInTime } from '../../../../src/domain/course/judgement/threshold-in-time.js';
import { INFUSION_NUMBERS, infusionSlot } from '../../../../src/domain/course/record/slots.js';
import { PLANNED_DAYS, courseWith, scored } from '../course-builder.js';

const TODAY = '2026-11-29';
/** 1.96 x 10 x sqrt(2) x sqrt(0.08) = 1.96 x 10 x 0.4, the threshold of an SD of 10. */
const THRESHOLD = 7.84;

function past(totals: (number | null)[], changes: Partial<PastCourse> = {}): PastCourse {
  const scores = INFUSION_NUMBERS.map((infusion) => totals[infusion - 1] ?? null);
  const days = Object.fromEntries(
    scores.flatMap((total, at) => (total === null ? [] : [[`infusion-${at + 1}`, PLANNED_DAYS[at] ?? '']])),
  );
  const status = 'completed';
  return {
    kind: 'induction',
    status,
    startedOn: PLANNED_DAYS[0],
    stoppedOn: null,
    underWayOn: null,
    scores,
    days,
    ...changes,
  };
}

const marked = (course: PastCourse, threshold: number | null = THRESHOLD): string[] => {
  const marks = marksInTime(course, TODAY, () => threshold);
  return (Object.keys(COURSE_MARKS) as MarkName[]).filter((name) => marks[name] === true);
};

describe('what was known on the day', () => {
  test.each<[string, (number | null)[], string[]]>([
    ['17.5 % at infusion 4 was marked, though 6 is a response', [40, 38, 36, 33, 20, 10], ['noImprovement']],
    ['what the score at infusion 6 shows was never marked: it ends the course', [40, 30, 20, 20, 20, 40], []],
    ['20, 22, 24 rose at infusion 4, and 10 after it takes that not away', [40, 20, 22, 24, 10, 8], ['rising']],
    ['8 points above the baseline at infusion 3 are more than 7.84', [30, 30, 38, 20, 15, 10], ['reliablyWorse']],
    ['a good course', [40, 30, 25, 20, 15, 10], []],
  ])('%s', (_, totals, names) => {
    expect(marked(past(totals))).toEqual(names);
  });

  test('a mark that could not have been shown is null: too few scores, or no threshold', () => {
    expect(marksInTime(past([40, 30, null, null, null, 10]), TODAY, () => null)).toEqual({
      noImprovement: null,
      rising: null,
      reliablyWorse: null,
      silent: false,
    });
  });
});

describe('silent', () => {
  const from = (days: PastCourse['days'], changes: Partial<PastCourse> = {}) =>
    marked(past([40, 30], { days: { 'infusion-1': '2026-03-02', ...days }, ...changes })).includes('silent');

  // From 5 March 60 days later is 4 May, as by the calendar: 26 days of March, 30 of April, 4 of May.
  test.each<[string, PastCourse['days'], Partial<PastCourse>, boolean]>([
    ['60 days between two entries are not', { 'infusion-2': '2026-03-05', 'infusion-6': '2026-05-04' }, {}, false],
    ['61 days are, though the patient came back', { 'infusion-2': '2026-03-05', 'infusion-6': '2026-05-05' }, {}, true],
    ['stopped after 61 days', { 'infusion-2': '2026-03-05' }, { status: 'stopped', stoppedOn: '2026-05-05' }, true],
    ['stopped after 60 days', { 'infusion-2': '2026-03-05' }, { status: 'stopped', stoppedOn: '2026-05-04' }, false],
    ['lost', { 'infusion-2': '2026-03-05' }, { status: 'lost' }, true],
    [
      'said to be under way in between',
      { 'infusion-2': '2026-03-05', 'infusion-6': '2026-05-05' },
      { underWayOn: '2026-04-01' },
      false,
    ],
    ['what came long after infusion 6', { 'infusion-6': '2026-03-19', 'follow-up-12': '2026-06-11' }, {}, false],
    ['61 days of a maintenance', { 'infusion-6': '2026-05-02' }, { kind: 'maintenance' }, false],
  ])('%s', (_, days, changes, silent) => {
    expect(from(days, changes)).toBe(silent);
  });
});

test('the threshold of a day is of the baselines up to that day', () => {
  // Ten baselines, five of 20 and five of 40: mean 30, squares 5 x 400 + 5 x 1600 = 10,000, variance (10,000 - 9,000) / 9 = 111.1,
  // SD 10.541, x 1.96 x 0.4 = 8.264.
  const of = thresholdInTime([
    { on: '2026-01-05', n: 5, sum: 100, sumOfSquares: 2000 },
    { on: '2026-02-02', n: 5, sum: 200, sumOfSquares: 8000 },
  ]);
  expect([of('2026-01-04'), of('2026-01-05'), of('2026-02-01')]).toEqual([null, null, null]);
  expect(of('2026-02-02')).toBeCloseTo(8.264, 3);
  expect(of('2027-01-01')).toBeCloseTo(8.264, 3);
});

test('it is what the page of each day showed: a day after the other, by what was recorded until then', () => {
  const total = fc.option(fc.integer({ min: 0, max: 64 }), { nil: null });
  const gap = fc.integer({ min: 1, max: 70 });
  const visits = fc.array(fc.tuple(total, gap), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(visits, fc.option(gap, { nil: null }), (all, stoppedAfter) => {
      let day = '2024-01-01';
      const dated = all.map(([score, days]) => ({ score, on: (day = addDays(day, days)) }));
      const slots = dated.flatMap(({ score, on }, at) =>
        score === null ? [] : [scored(infusionSlot(INFUSION_NUMBERS[at] ?? 1), score, on)],
      );
      const last = slots.at(-1)?.assessedOn ?? '2024-01-01';
      const stopped = stoppedAfter === null ? null : ({ on: addDays(last, stoppedAfter), reason: 'cost' } as const);
      const course = courseWith(slots, { startedOn: '2024-01-01', stopped });
      const shown = new Set<MarkName>();
      for (let looked = '2024-01-01'; looked <= '2026-01-01'; looked = addDays(looked, 1)) {
        // In the morning nothing of the day is known, in the evening all of it.
        for (const until of [addDays(looked, -1), looked]) {
          const known = slots.filter(({ assessedOn }) => (assessedOn ?? '') <= until);
          const over = stopped !== null && stopped.on <= until ? stopped : null;
          const record = courseWith(known, { startedOn: '2024-01-01', stopped: over });
          for (const name of marksOf(record, looked, THRESHOLD)) shown.add(name);
        }
      }
      const status = courseStatus(course, '2026-01-01');
      expect(isConcluded(status)).toBe(true);
      const pastCourse: PastCourse = {
        kind: 'induction',
        status: status as ConcludedStatus,
        startedOn: '2024-01-01',
        stoppedOn: stopped?.on ?? null,
        underWayOn: null,
        scores: INFUSION_NUMBERS.map((infusion) => dated[infusion - 1]?.score ?? null),
        days: Object.fromEntries(slots.map(({ slot, assessedOn }) => [slot, assessedOn ?? ''])),
      };
      const marks = marksInTime(pastCourse, '2026-01-01', () => THRESHOLD);
      expect((Object.keys(marks) as MarkName[]).filter((name) => marks[name] === true)).toEqual(
        (Object.keys(marks) as MarkName[]).filter((name) => shown.has(name)),
      );
    }),
    { numRuns: 40 },
  );
});
