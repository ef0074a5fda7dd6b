import { describe, expect, test } from '@jest/globals';
import type { CourseRecord, SlotRecord } from '../../../../src/domain/course/record/course-record.js';
import { checkDates } from '../../../../src/domain/course/rules/date-rules.js';
import { courseWith, missed, scored, scoredSeries } from '../course-builder.js';

const TODAY = '2026-12-01';
const faultsOf = (slots: SlotRecord[], changes: Partial<CourseRecord> = {}, today = TODAY) =>
  checkDates(courseWith(slots, changes), today);
const rulesOf = (...args: Parameters<typeof faultsOf>) => faultsOf(...args).map(({ rule, path }) => `${rule} ${path}`);
const fullSeries = scoredSeries(40, 35, 30, 25, 22, 18);

describe('dates that can be true', () => {
  test('are those of a whole course with post-series and follow-ups', () => {
    const after = [
      scored('post-series', 12, '2026-03-26'),
      scored('follow-up-2', 14, '2026-04-02'),
      missed('follow-up-4'),
      scored('follow-up-12', 15, '2026-06-11'),
    ];
    expect(rulesOf([...fullSeries, ...after])).toEqual([]);
  });

  test('are those of an empty course', () => {
    expect(rulesOf([])).toEqual([]);
  });

  test('include today', () => {
    expect(rulesOf(scoredSeries(40), {}, '2026-03-02')).toEqual([]);
  });

  test('include two infusions on one day', () => {
    const slots = [scored('infusion-1', 40, '2026-03-02'), scored('infusion-2', 40, '2026-03-02')];
    expect(rulesOf(slots)).toEqual([]);
  });
});

describe('a visit', () => {
  test('cannot lie in the future, and both days are named', () => {
    const [fault, ...others] = faultsOf(scoredSeries(40, 35), {}, '2026-03-04');
    expect(others).toEqual([]);
    expect(fault).toEqual({
      rule: 'date-in-future',
      path: '/slots/infusion-2/assessedOn',
      message: 'The date of infusion 2, 5 Mar 2026, is in the future: today is 4 Mar 2026.',
    });
  });

  test('cannot lie before the course began', () => {
    expect(faultsOf([scored('infusion-1', 40, '2026-03-01')])).toEqual([
      {
        rule: 'date-before-start',
        path: '/slots/infusion-1/assessedOn',
        message: 'The date of infusion 1, 1 Mar 2026, is before the course began, 2 Mar 2026.',
      },
    ]);
  });

  test('cannot lie on a day that does not exist', () => {
    expect(rulesOf([scored('infusion-1', 40, '2026-02-30')])).toEqual(['not-a-date /slots/infusion-1/assessedOn']);
  });

  test('that was missed cannot lie in the future either', () => {
    expect(rulesOf([missed('infusion-1', '2026-03-10')], {}, '2026-03-04')).toEqual([
      'date-in-future /slots/infusion-1/assessedOn',
    ]);
  });
});

describe('infusions', () => {
  test('cannot run backwards, and both are named', () => {
    const slots = [scored('infusion-3', 30, '2026-03-05'), scored('infusion-2', 35, '2026-03-09')];
    expect(faultsOf(slots)).toEqual([
      {
        rule: 'dates-run-backwards',
        path: '/slots/infusion-3/assessedOn',
        message:
          'The date of infusion 3, 5 Mar 2026, is before that of infusion 2, 9 Mar 2026. ' + 'One of the two is wrong.',
      },
    ]);
  });

  test('cannot run backwards over a missed visit without a date', () => {
    const slots = [
      scored('infusion-1', 40, '2026-03-09'),
      missed('infusion-2'),
      scored('infusion-3', 30, '2026-03-05'),
    ];
    expect(rulesOf(slots)).toEqual(['dates-run-backwards /slots/infusion-3/assessedOn']);
  });

  test('cannot run backwards to a missed visit with a date', () => {
    const slots = [scored('infusion-1', 40, '2026-03-09'), missed('infusion-2', '2026-03-05')];
    expect(rulesOf(slots)).toEqual(['dates-run-backwards /slots/infusion-2/assessedOn']);
  });
});

describe('the post-series score', () => {
  const postSeriesOn = (on: string) => [...fullSeries, scored('post-series', 12, on)];

  // Infusion 6 is on 19 March; the 30th day after it is 18 April.
  test.each(['2026-03-20', '2026-04-18'])('can be on %s', (on) => {
    expect(rulesOf(postSeriesOn(on))).toEqual([]);
  });

  test.each([
    ['2026-03-19', '19 Mar 2026', 'not the same day'],
    ['2026-04-19', '19 Apr 2026', 'not 31 days'],
    ['2026-03-18', '18 Mar 2026', 'not the day before'],
    ['2026-03-12', '12 Mar 2026', 'not 7 days before it'],
  ])('cannot be on %s, %s: %s', (on, day, words) => {
    const faults = faultsOf(postSeriesOn(on));
    expect(faults.map(({ rule }) => rule)).toEqual(['post-series-not-within-30-days']);
    expect(faults[0]?.message).toContain(`${day}, must be 1 to 30 days after infusion 6 on 19 Mar 2026`);
    expect(faults[0]?.message).toContain(words);
  });

  test('needs infusion 6 with a date', () => {
    const rule = ['post-series-without-infusion-6 /slots/post-series/assessedOn'];
    const postSeries = scored('post-series', 12, '2026-03-26');
    expect(rulesOf([...scoredSeries(40, 35), postSeries])).toEqual(rule);
    expect(rulesOf([missed('infusion-6'), postSeries])).toEqual(rule);
  });

  test('may follow a missed infusion 6 that has a date', () => {
    const slots = [missed('infusion-6', '2026-03-19'), scored('post-series', 12, '2026-03-26')];
    expect(rulesOf(slots)).toEqual([]);
  });
});

describe('follow-ups', () => {
  test('come after the last infusion, also of a series that stopped early', () => {
    const slots = [...scoredSeries(40, 35), scored('follow-up-2', 30, '2026-03-05')];
    expect(faultsOf(slots)).toEqual([
      {
        rule: 'follow-up-not-after-series',
        path: '/slots/follow-up-2/assessedOn',
        message:
          'The date of follow-up week 2, 5 Mar 2026, must be after the last infusion, ' + 'infusion 2 on 5 Mar 2026.',
      },
    ]);
  });

  test('follow each other in the order of their weeks', () => {
    const slots = [...fullSeries, scored('follow-up-12', 15, '2026-04-10'), scored('follow-up-4', 14, '2026-04-16')];
    expect(rulesOf(slots)).toEqual(['dates-run-backwards /slots/follow-up-12/assessedOn']);
  });
});

describe('the day a course was stopped', () => {
  const stoppedOn = (on: string) => ({ stopped: { on, reason: 'cost' } as const });

  test('can be the day of the last score', () => {
    expect(rulesOf(scoredSeries(40, 35), stoppedOn('2026-03-05'))).toEqual([]);
  });

  test('cannot be before the course began', () => {
    expect(faultsOf([], stoppedOn('2026-03-01'))).toEqual([
      {
        rule: 'stopped-before-start',
        message: 'The day the course was stopped, 1 Mar 2026, is before the course began, 2 Mar 2026.',
        path: '/stopped/on',
      },
    ]);
  });

  test('cannot be before the last score', () => {
    expect(faultsOf(scoredSeries(40, 35), stoppedOn('2026-03-04'))).toEqual([
      {
        rule: 'stopped-before-last-score',
        path: '/stopped/on',
        message: 'The day the course was stopped, 4 Mar 2026, is before the score of infusion 2 on 5 Mar 2026.',
      },
    ]);
  });

  test('can be before a missed visit', () => {
    const slots = [...scoredSeries(40), missed('infusion-2', '2026-03-05')];
    expect(rulesOf(slots, stoppedOn('2026-03-04'))).toEqual([]);
  });

  test('can be before a follow-up', () => {
    const slots = [...scoredSeries(40, 35), scored('follow-up-2', 30, '2026-03-19')];
    expect(rulesOf(slots, stoppedOn('2026-03-05'))).toEqual([]);
  });

  test('cannot lie in the future or not exist', () => {
    expect(rulesOf([], stoppedOn('2026-12-02'))).toEqual(['date-in-future /stopped/on']);
    expect(rulesOf([], stoppedOn('2026-11-31'))).toEqual(['not-a-date /stopped/on']);
  });
});

test('all faults of a course are named at once', () => {
  const slots = [
    scored('infusion-1', 40, '2026-02-28'),
    scored('infusion-2', 35, '2027-01-05'),
    scored('infusion-3', 30, '2026-03-09'),
    scored('infusion-4', 30, 'yesterday'),
    scored('post-series', 12, '2026-03-26'),
    scored('follow-up-2', 12, '2026-03-01'),
  ];
  const stopped = { on: '2026-03-01', reason: 'moved' } as const;
  expect(rulesOf(slots, { stopped }).sort()).toEqual([
    'date-before-start /slots/follow-up-2/assessedOn',
    'date-before-start /slots/infusion-1/assessedOn',
    'date-in-future /slots/infusion-2/assessedOn',
    'dates-run-backwards /slots/infusion-3/assessedOn',
    'follow-up-not-after-series /slots/follow-up-2/assessedOn',
    'not-a-date /slots/infusion-4/assessedOn',
    'post-series-without-infusion-6 /slots/post-series/assessedOn',
    'stopped-before-last-score /stopped/on',
    'stopped-before-start /stopped/on',
  ]);
});
