import { describe, expect, test } from '@jest/globals';
import { isResponse, responseCutOff } from '../../../../src/domain/course/judgement/response.js';

describe('response', () => {
  test.each([
    [40, 20, '20 of 40 points is exactly half'],
    [40, 10, '30 of 40'],
    [41, 20, '21 of 41 is 51.2 percent'],
    [1, 0, '1 of 1'],
    [3, 1, '2 of 3'],
    [64, 32, '32 of 64 is exactly half'],
  ])('a fall from %d to %d is a response: %s', (baseline, endpoint) => {
    expect(isResponse(baseline, endpoint)).toBe(true);
  });

  test.each([
    [40, 21, '19 of 40 is 47.5 percent'],
    [41, 21, '20 of 41 is 48.8 percent, and nothing is rounded up'],
    [3, 2, '1 of 3'],
    [40, 40, 'nothing fell'],
    [20, 30, 'the score rose'],
    [0, 0, 'a baseline of 0 cannot fall'],
    [0, 10, 'a baseline of 0 cannot fall'],
  ])('from %d to %d is no response: %s', (baseline, endpoint) => {
    expect(isResponse(baseline, endpoint)).toBe(false);
  });

  test('stays a response when the endpoint is lower still', () => {
    for (let baseline = 0; baseline <= 64; baseline++)
      for (let endpoint = 1; endpoint <= 64; endpoint++)
        if (isResponse(baseline, endpoint)) expect(isResponse(baseline, endpoint - 1)).toBe(true);
  });
});

describe('the score to come down to for a response', () => {
  test('is 20 from a baseline of 40, and 20.5 from 41', () => {
    expect(responseCutOff(40)).toBe(20);
    expect(responseCutOff(41)).toBe(20.5);
  });

  test('does not exist for a baseline of 0', () => {
    expect(responseCutOff(0)).toBeNull();
  });

  test('parts responses from the others at every baseline and endpoint', () => {
    for (let baseline = 1; baseline <= 64; baseline++)
      for (let endpoint = 0; endpoint <= 64; endpoint++)
        expect(isResponse(baseline, endpoint)).toBe(endpoint <= responseCutOff(baseline)!);
  });
});
