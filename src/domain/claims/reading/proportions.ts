import { PEOPLE } from './people.js';
import type { Bare, Quantity } from './quantity.js';

const RATE_BEFORE = /(?:rates?|proportions?|shares?|fractions?|probability)(?: \p{L}+){0,8} ?[:=]? ?$/u;
const OF_BASELINE = /^ of (?:the |their |its )?(?:baseline|first|initial|starting)/u;
const OF_GROUP = new RegExp(`^ of (?:(?:all|the|our|those) ){0,2}(?:${PEOPLE}|everyone|those)(?!\\p{L})`, 'u');
const PROPORTION = /0[.,]\d/u;
const REACH = 60;

/**
 * Is this decimal a share, and of how many percent?
 *
 * Input: the plain text, one of its numbers, and those before it. Output: a decimal of two places or more between 0
 * and 1 as percent, where it is called a rate or is close behind such a one (its interval); any other
 * number as it is.
 *
 * Example: 0.57 in `response rate: 0.57 (0.50 to 0.64)` is 57 %, and its interval 50 to 64 %.
 */
export function inPerCent(plain: string, quantity: Bare, sofar: readonly Quantity[]): Bare {
  const { low, high, decimals, unit, start } = quantity;
  if (unit !== null || decimals < 2 || low < 0 || high > 1) return quantity;
  const before = plain.slice(Math.max(0, start - REACH), start);
  const follows = sofar.some(
    (each) =>
      each.unit === 'percent' && start - each.end <= REACH && PROPORTION.test(plain.slice(each.start, each.end)),
  );
  const behind = plain.slice(quantity.end, quantity.end + 40);
  if (!RATE_BEFORE.test(before) && !follows && !OF_BASELINE.test(behind) && !OF_GROUP.test(behind)) return quantity;
  const scale = 10 ** (decimals - 2);
  const hundredfold = (value: number) => Math.round(value * 100 * scale) / scale;
  return {
    ...quantity,
    low: hundredfold(low),
    high: hundredfold(high),
    decimals: decimals - 2,
    unit: 'percent',
  };
}
