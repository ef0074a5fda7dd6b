import { describe, expect, test } from '@jest/globals';
import { endpointBy } from '../../../../src/domain/course/judgement/endpoint.js';
import type { SixScores } from '../../../../src/domain/course/record/slots.js';

const full: SixScores = [40, 35, 30, 25, 22, 18];
const stoppedAfterFour: SixScores = [40, 30, null, 22, null, null];
const onlyBaseline: SixScores = [40, null, null, null, null, null];

describe('the endpoint by infusion 6', () => {
  test('is the score at infusion 6', () => {
    expect(endpointBy('infusion-6', full, 12)).toEqual({ infusion: 6, total: 18 });
  });

  test('of 0 is an endpoint', () => {
    expect(endpointBy('infusion-6', [40, null, null, null, null, 0], null)).toEqual({
      infusion: 6,
      total: 0,
    });
  });

  test('is never replaced by an earlier or a post-series score', () => {
    expect(endpointBy('infusion-6', stoppedAfterFour, 12)).toBeNull();
  });
});

describe('the last observed endpoint', () => {
  test('is the last score of infusions 2 to 6', () => {
    expect(endpointBy('last-observed', stoppedAfterFour, 12)).toEqual({ infusion: 4, total: 22 });
    expect(endpointBy('last-observed', full, null)).toEqual({ infusion: 6, total: 18 });
  });

  test('is never the baseline itself', () => {
    expect(endpointBy('last-observed', onlyBaseline, null)).toBeNull();
  });

  test('can be as early as infusion 2', () => {
    const scores = [40, 0, null, null, null, null];
    expect(endpointBy('last-observed', scores, null)).toEqual({ infusion: 2, total: 0 });
  });
});

describe('the post-series endpoint', () => {
  test('is the post-series score and belongs to no infusion', () => {
    expect(endpointBy('post-series', full, 12)).toEqual({ infusion: null, total: 12 });
  });

  test('is missing when it was not taken, whatever the series holds', () => {
    expect(endpointBy('post-series', full, null)).toBeNull();
  });
});
