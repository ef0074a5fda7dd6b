import { describe, expect, test } from '@jest/globals';
import { courseOutcome } from '../../../../src/domain/course/judgement/outcome.js';
import { NO_BASELINES } from '../../../../src/domain/course/judgement/reliable-change.js';
import { courseWith, missed, scored, scoredSeries } from '../course-builder.js';

const context = { today: '2026-12-01', baselines: { n: 12, sd: 10 } };

describe('a completed course from 40 to 18', () => {
  const course = courseWith([
    ...scoredSeries(40, 36, 30, 28, 22, 18),
    scored('post-series', 9, '2026-03-26'),
    scored('follow-up-4', 24, '2026-04-16'),
  ]);
  const outcome = courseOutcome(course, context);

  test('began moderate, at 40', () => {
    expect(outcome.baseline).toMatchObject({
      total: 40,
      on: '2026-03-02',
      band: { name: 'moderate' },
    });
  });

  test('is a response at infusion 6: 22 of 40 points, 55 percent', () => {
    expect(outcome.endpoint).toMatchObject({
      infusion: 6,
      total: 18,
      band: { name: 'minimal' },
      reduction: 22,
      percentReduction: 55,
      response: true,
      remissionBelow20: true,
      remissionAtMost10: false,
      worsened: false,
      reliableChange: 'improved', // 22 > 7.84
    });
  });

  test('has its endpoint by each rule, and infusion 6 is the headline', () => {
    expect(outcome.endpointRule).toBe('infusion-6');
    expect(outcome.endpoints['last-observed']?.total).toBe(18);
    expect(outcome.endpoints['post-series']).toMatchObject({
      infusion: null,
      total: 9,
      reduction: 31,
      percentReduction: 77.5,
      remissionAtMost10: true,
    });
  });

  test('has the follow-up score as its current one, which is not its endpoint', () => {
    expect(outcome.current).toMatchObject({
      slot: 'follow-up-4',
      total: 24,
      on: '2026-04-16',
      band: { name: 'mild' },
      reductionSinceBaseline: 16,
      percentReductionSinceBaseline: 40,
      reductionSinceLast: -15, // from 9 up to 24
    });
  });

  test('goes up and down of late: 18, 9 and 24 are 6 points apart, not more than 7.84', () => {
    expect(outcome.trend).toEqual({ direction: 'stable', totals: [18, 9, 24], reduction: -6 });
  });

  test('is completed, with six of six scored', () => {
    expect(outcome.status).toBe('completed');
    expect(outcome.infusionsScored).toBe(6);
    expect(outcome.slots.every(({ state }) => state === 'scored')).toBe(true);
  });

  test('says what its reliable change was measured by', () => {
    expect(outcome.reliableChangeBasis.threshold).toBeCloseTo(7.84, 12); // 1.96 x 10 x 0.4
    expect(outcome.reliableChangeBasis).toMatchObject({ sdOfBaselines: 10, baselines: 12 });
    expect(outcome.reliableChangeBasis.sdSource).toContain('induction courses of this clinic');
  });
});

describe('a course that stopped after infusion 3', () => {
  const stopped = { on: '2026-03-10', reason: 'noBenefit' } as const;
  const course = courseWith(scoredSeries(30, 31, 34), { stopped });
  const outcome = courseOutcome(course, context);

  test('has no endpoint at infusion 6', () => {
    expect(outcome.status).toBe('stopped');
    expect(outcome.endpoint).toBeNull();
    expect(outcome.endpoints['post-series']).toBeNull();
  });

  test('worsened by the last observed score, though not reliably', () => {
    expect(outcome.endpoints['last-observed']).toMatchObject({
      infusion: 3,
      reduction: -4,
      worsened: true,
      response: false,
      reliableChange: 'none', // 4 < 7.84
    });
  });

  test('can be judged by another headline rule', () => {
    const other = courseOutcome(course, { ...context, endpointRule: 'last-observed' });
    expect(other.endpointRule).toBe('last-observed');
    expect(other.endpoint?.total).toBe(34);
  });
});

describe('where something is missing', () => {
  test('an empty course has nothing but its six slots', () => {
    const outcome = courseOutcome(courseWith(), {
      today: '2026-03-02',
      baselines: NO_BASELINES,
    });
    expect(outcome).toMatchObject({
      status: 'active',
      infusionsScored: 0,
      baseline: null,
      current: null,
      endpoint: null,
      endpoints: { 'infusion-6': null, 'last-observed': null, 'post-series': null },
      reliableChangeBasis: { threshold: null, sdOfBaselines: null },
    });
    expect(outcome.slots).toHaveLength(6);
  });

  test('without a baseline there is remission, but no reduction and no response', () => {
    const course = courseWith([missed('infusion-1'), scored('infusion-6', 15, '2026-03-19')]);
    expect(courseOutcome(course, context).endpoint).toEqual({
      infusion: 6,
      total: 15,
      band: { name: 'minimal', label: 'Minimal', from: 11, to: 20 },
      remissionBelow20: true,
      remissionAtMost10: false,
      reduction: null,
      percentReduction: null,
      response: null,
      worsened: null,
      reliableChange: null,
    });
  });

  test('a baseline of 0 has no percent and is no response', () => {
    const outcome = courseOutcome(courseWith(scoredSeries(0, null, null, null, null, 3)), context);
    expect(outcome.endpoint).toMatchObject({
      reduction: -3,
      percentReduction: null,
      response: false,
      worsened: true,
    });
  });

  test('without an SD reliable change is unknown, and everything else is known', () => {
    const course = courseWith(scoredSeries(40, null, null, null, null, 10));
    const outcome = courseOutcome(course, { ...context, baselines: NO_BASELINES });
    expect(outcome.endpoint).toMatchObject({ reduction: 30, response: true, reliableChange: null });
  });

  test('a baseline alone has not changed since anything', () => {
    expect(courseOutcome(courseWith(scoredSeries(40)), context).current).toMatchObject({
      total: 40,
      reductionSinceBaseline: null,
      percentReductionSinceBaseline: null,
      reductionSinceLast: null,
    });
  });

  test('a form too incomplete for a total is no score of any kind', () => {
    const slots = [...scoredSeries(40), scored('infusion-2', null, '2026-03-05')];
    const outcome = courseOutcome(courseWith(slots), context);
    expect(outcome.infusionsScored).toBe(1);
    expect(outcome.current?.slot).toBe('infusion-1');
    expect(outcome.endpoints['last-observed']).toBeNull();
  });
});
