import { describe, expect, test } from '@jest/globals';
import { REMISSION_RULES, isRemission } from '../../../../src/domain/course/judgement/remission.js';

describe('remission', () => {
  test.each([
    [0, true, true],
    [10, true, true],
    [11, true, false],
    [19, true, false],
    [20, false, false],
    [64, false, false],
  ])('at %d: below 20 is %p, at most 10 is %p', (endpoint, below20, atMost10) => {
    expect(isRemission('below-20', endpoint)).toBe(below20);
    expect(isRemission('at-most-10', endpoint)).toBe(atMost10);
  });

  test('names its rule and its source', () => {
    expect(REMISSION_RULES['below-20'].label).toBe('Remission: below 20');
    expect(REMISSION_RULES['below-20'].source).toContain('10.1176/appi.ajp.161.10.1911');
    expect(REMISSION_RULES['at-most-10'].label).toBe('Remission: at most 10');
  });
});
