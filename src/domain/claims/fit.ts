import { rounded } from '../numbers/rounded.js';
import { boundedFit } from './bounded-fit.js';
import { isRate } from './measures.js';
import type { PublicNumber } from './public-number.js';
import type { Quantity } from './reading/quantity.js';

/** How a claimed number agrees with a published one. */
export type Fit = 'exactly' | 'rounded';

/** Up to so many percent, or parts of a hundred of the scale, `about` and everyday fractions may differ. */
const NEAR_PERCENT = 2.5;
const NEAR_POINTS = 1;
/** So many percent a coarse fraction or a round `almost` may be too generous: 57 % is `6 in 10` and `almost 60 %`. */
const NEAR_PARTS = 3;
/** By so many percent a fraction in words may fall short of what is published. */
const MODEST = 10;
/** A ratio of more than so many is meant as a count of real patients. */
const EVERYDAY = 10;
const TINY = 1e-9;

/**
 * Does a claimed number agree with a published one?
 *
 * Input: the number as it is claimed, with its bound and range, and a published number of the same measure.
 * Output: `exactly` when it is the published value (or its interval), or what its count and n give at the
 * decimals claimed; `rounded` when the published value rounds to it, lies within the range, or keeps the
 * bound (`over 80 %` of 83 %); null when it does not agree. `about` and `nearly` may
 * differ by 2.5 percent or 1 point, a round `almost 60 %` by 3; a fraction such as `4 out of 5` must be the nearest of its kind, and may be
 * 10 percent too modest, but not more than 3 too generous.
 *
 * Example: of a published 83 % (100 of 120), `83 %` and `83.3 %` agree exactly, `over 80 %` and `4 in 5`
 * rounded, and `83.4 %`, `85 %` and `9 in 10` not at all.
 */
export function fitOf(claimed: Quantity, published: PublicNumber): Fit | null {
  if (published.bounded) return boundedFit(claimed, published);
  if (claimed.low < claimed.high) return rangeFit(claimed, published);
  const value = published.exact ?? published.value;
  const { low: number, bound } = claimed;
  switch (bound) {
    case 'exactly':
    case 'upTo':
      return capped(exactFit(claimed, published), bound === 'upTo');
    case 'over':
      return when(value > number + TINY);
    case 'atLeast':
      return when(value >= number - TINY || exactFit(claimed, published) !== null);
    case 'under':
      return when(value < number - TINY);
    case 'atMost':
      return when(value <= number + TINY || exactFit(claimed, published) !== null);
    case 'almost':
      return (
        when(value <= number + TINY && number - value <= almostness(claimed, published)) ?? ofParts(claimed, published)
      );
    case 'about':
      return when(Math.abs(number - value) <= nearness(published)) ?? aboutParts(claimed, published);
  }
}

/**
 * Does a claimed interval agree with a published one?
 *
 * Input: the interval as it is claimed, and a published number. Output: `exactly` where both ends are the published ones,
 * `rounded` where these round to them; null where an end is another, or none is published.
 *
 * Example: of a published 50 to 64 %, `95 % CI 50 to 64 %` agrees, `54 to 60 %` does not.
 */
export function intervalFit(
  { low, high, decimals }: Quantity,
  { ci95: [from, to], decimals: shown }: PublicNumber,
): Fit | null {
  if (from === null || to === null) return null;
  if (same(from, low) && same(to, high)) return 'exactly';
  const places = Math.min(decimals, shown);
  const agrees = same(rounded(from, places), rounded(low, places)) && same(rounded(to, places), rounded(high, places));
  return when(agrees);
}

function when(agrees: boolean): Fit | null {
  return agrees ? 'rounded' : null;
}

function capped(fit: Fit | null, loosely: boolean): Fit | null {
  return fit !== null && loosely ? 'rounded' : fit;
}

function nearness({ form, value }: PublicNumber): number {
  if (form === 'percent') return NEAR_PERCENT;
  return form === 'count' ? Math.max(1, value * (NEAR_PERCENT / 100)) : NEAR_POINTS;
}

function almostness({ low }: Quantity, published: PublicNumber): number {
  return published.form === 'percent' && low % 10 === 0 ? NEAR_PARTS : nearness(published);
}

function rangeFit({ low, high }: Quantity, { value, exact, ci95 }: PublicNumber): Fit | null {
  if (ci95[0] === low && ci95[1] === high) return 'exactly';
  const inside = exact ?? value;
  return when(inside >= low - TINY && inside <= high + TINY);
}

function exactFit(claimed: Quantity, published: PublicNumber): Fit | null {
  if (claimed.ratio !== null) return ratioFit(claimed.ratio, published);
  if (claimed.parts !== null) return coarseFit(claimed.low, claimed.parts, published);
  const { low: number, decimals } = claimed;
  if (same(number, published.value)) return 'exactly';
  if (published.exact !== null && decimals > published.decimals)
    return same(number, rounded(published.exact, decimals)) ? 'exactly' : null;
  if (decimals < published.decimals) return same(number, rounded(published.value, decimals)) ? 'rounded' : null;
  return decimals > published.decimals && same(rounded(number, published.decimals), published.value) ? 'rounded' : null;
}

/** Of how many parts a share in words is: 10 of `6 in 10`, 3 of `a third`. */
function everydayParts({ ratio, parts }: Quantity): number | null {
  return parts ?? (ratio !== null && ratio.of <= EVERYDAY ? ratio.of : null);
}

/** `roughly 6 in 10` says no more than `6 in 10`. */
function aboutParts(claimed: Quantity, published: PublicNumber): Fit | null {
  const of = everydayParts(claimed);
  return of === null ? null : coarseFit(claimed.low, of, published);
}

/** `nearly 6 out of 10` of 57 %: a share as a coarse fraction that is the nearest of its kind. */
function ofParts(claimed: Quantity, published: PublicNumber): Fit | null {
  const of = everydayParts(claimed);
  if (of === null || published.form !== 'percent' || !isRate(published.measure)) return null;
  const { low } = claimed;
  const value = published.exact ?? published.value;
  const isNearest = Math.round((value * of) / 100) === Math.round((low * of) / 100);
  return when(isNearest && value <= low + TINY && low - value <= 2 * NEAR_PERCENT);
}

function ratioFit(ratio: { count: number; of: number }, published: PublicNumber): Fit | null {
  if (ratio.count === published.count && ratio.of === published.n) return 'exactly';
  if (ratio.of === 100) return when(same(ratio.count, published.value));
  return ratio.of <= EVERYDAY ? coarseFit((100 * ratio.count) / ratio.of, ratio.of, published) : null;
}

/** Nearest of so many parts; the published value may be better than claimed, or hardly worse. */
function coarseFit(percent: number, parts: number, published: PublicNumber): Fit | null {
  if (published.form !== 'percent') return null;
  const value = published.exact ?? published.value;
  const isNearest = Math.round((value * parts) / 100) === Math.round((percent * parts) / 100);
  const generous = WORSE_WHEN_HIGHER.has(published.measure) ? value - percent : percent - value;
  return when(isNearest && generous <= NEAR_PARTS && -generous <= MODEST);
}

const WORSE_WHEN_HIGHER: ReadonlySet<string> = new Set(['worsened', 'nonResponse']);

function same(one: number, other: number): boolean {
  return Math.abs(one - other) < TINY;
}
