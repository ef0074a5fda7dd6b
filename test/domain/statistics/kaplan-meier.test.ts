import { describe, expect, test } from '@jest/globals';
import { kaplanMeier } from '../../../src/domain/statistics/kaplan-meier.js';

const event = (time: number) => ({ time, event: true, n: 1 });
const censored = (time: number) => ({ time, event: false, n: 1 });

describe('kaplanMeier', () => {
  // R: summary(survfit(Surv(time, event) ~ 1)) of the package survival
  test('eight patients of a textbook give the published curve', () => {
    const patients = [...[6, 11, 18, 19, 27, 45].map(event), censored(18), censored(83)];
    expect(kaplanMeier(patients)).toEqual([
      { time: 6, atRisk: 8, events: 1, surviving: 0.875 },
      { time: 11, atRisk: 7, events: 1, surviving: 0.75 },
      { time: 18, atRisk: 6, events: 1, surviving: 0.625 },
      { time: 19, atRisk: 4, events: 1, surviving: 0.46875 },
      { time: 27, atRisk: 3, events: 1, surviving: 0.3125 },
      { time: 45, atRisk: 2, events: 1, surviving: 0.15625 },
    ]);
  });

  test('a time without an event keeps the proportion and counts who is at risk', () => {
    expect(kaplanMeier([event(2), ...[3, 4, 4].map(censored)], [2, 3, 5])).toEqual([
      { time: 2, atRisk: 4, events: 1, surviving: 0.75 },
      { time: 3, atRisk: 3, events: 0, surviving: 0.75 },
      { time: 5, atRisk: 0, events: 0, surviving: 0.75 },
    ]);
  });

  test('after the event of the last one at risk nobody is left', () => {
    expect(kaplanMeier([{ ...event(2), n: 2 }])).toEqual([{ time: 2, atRisk: 2, events: 2, surviving: 0 }]);
  });

  test('of nobody nobody has had the event, and nobody is at risk', () => {
    expect(kaplanMeier([], [2])).toEqual([{ time: 2, atRisk: 0, events: 0, surviving: 1 }]);
  });
});
