import { expect, test } from '@jest/globals';
import { funnelLimit } from '../../../src/domain/statistics/funnel-limits.js';

// R: pbinom(5:6, 20, .5) is .02069473, .05765915; pbinom(13:14, 20, .5) is .94234085, .97930527.
test.each([
  // 6 - (.05765915 - .025) / (.05765915 - .02069473) = 5.1164708, of 20
  [0.5, 20, 0.025, 0.2558235],
  // 14 - (.97930527 - .975) / (.97930527 - .94234085) = 13.8835294, of 20
  [0.5, 20, 0.975, 0.6941765],
  // (1 - .2)^2 = .64 have none, .96 at most one: 2 - (1 - .975) / (1 - .96) = 1.375, of 2
  [0.2, 2, 0.975, 0.6875],
  // None already has more than .025, so the limit would lie below 0.
  [0.2, 2, 0.025, 0],
  [0, 20, 0.975, 0],
  [1, 20, 0.025, 1],
])('of %d, n = %i, the limit at %d is %d', (proportion, n, probability, limit) => {
  expect(funnelLimit(proportion, n, probability)).toBeCloseTo(limit, 6);
});

test('of very many it is that of the normal distribution', () => {
  // .3 + 1.959964 sqrt(.3 x .7 / 50000) = .304017
  expect(funnelLimit(0.3, 50_000, 0.975)).toBeCloseTo(0.304017, 4);
});
