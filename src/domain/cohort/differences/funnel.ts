import { SEVERITY_BANDS, severityOf } from '../../cudos/severity.js';
import { isResponse } from '../../course/judgement/response.js';
import { beyond } from '../../statistics/control-limits.js';
import { funnelLimit } from '../../statistics/funnel-limits.js';
import type { Interval } from '../../statistics/intervals.js';

/** What the courses of a cohort are compared by. */
export const COMPARED_BY = ['clinician', 'indication'] as const;
export type ComparedBy = (typeof COMPARED_BY)[number];

/** Of fewer one more response would move the rate by 10 points. */
export const FEWEST_COMPARED = 11;

/** Starters of one unit, say a clinician, that have both scores in common; so many of them. */
export interface UnitStarters {
  unit: string;
  baseline: number;
  /** At infusion 6; null without. */
  sixth: number | null;
  n: number;
}

/** One unit beside the others. */
export interface FunnelUnit {
  unit: string;
  starters: number;
  responders: number;
  /** Responders that the whole cohort has among as many of the same baseline bands. */
  expected: number;
  /** Percent (0-100): the response of the cohort times responders by expected. */
  standardized: number;
  /** On which side it lies beyond 95 %, and beyond 99.8 %, of what chance does; null within. */
  beyond95: 'below' | 'above' | null;
  beyond998: 'below' | 'above' | null;
}

/** Units of a cohort compared. */
export interface Funnel {
  /** Response of all starters in percent; null of nobody. */
  center: number | null;
  /** By name, those of at least eleven starters. */
  units: FunnelUnit[];
  /** How many are left out, because they have fewer. */
  tooFew: number;
}

/**
 * Do units of a clinic, such as clinicians, differ in response by more than chance?
 *
 * Input: the starters of each. Output: for each unit of at least eleven its response at infusion 6, standardized to the baseline bands of
 * all (indirectly: observed by expected), and whether it lies beyond the binomial limits of 95 and 99.8 % about the response of all.
 * A missing infusion 6 is no response.
 *
 * Source: Spiegelhalter DJ (2005), doi:10.1002/sim.1970.
 *
 * Example: of two units with 10 and 14 of 20, all of one band, 12 are expected of each, and they have 50 and 70 %.
 */
export function funnelOf(starters: readonly UnitStarters[]): Funnel {
  const bands = SEVERITY_BANDS.map(({ name }) => tallyOfSome(starters.filter((some) => bandOf(some) === name)));
  const all = tallyOfSome(starters);
  if (all.n === 0) return { center: null, units: [], tooFew: 0 };
  const center = all.responders / all.n;
  const names = [...new Set(starters.map(({ unit }) => unit))].sort();
  const units = names.map((unit): FunnelUnit => {
    const own = starters.filter((some) => some.unit === unit);
    const { n, responders } = tallyOfSome(own);
    const expected = own.reduce((total, some) => {
      const band = bands[SEVERITY_BANDS.findIndex(({ name }) => name === bandOf(some))];
      return total + (band === undefined ? 0 : (some.n * band.responders) / band.n);
    }, 0);
    const standardized = expected === 0 ? 100 * center : Math.min(100, (100 * center * responders) / expected);
    const beyondOf = (tail: number) => beyond(standardized, chanceLimits(center, n, tail));
    return {
      unit,
      starters: n,
      responders,
      expected,
      standardized,
      beyond95: beyondOf(TAILS[95]),
      beyond998: beyondOf(TAILS[998]),
    };
  });
  const compared = units.filter((unit) => unit.starters >= FEWEST_COMPARED);
  return { center: 100 * center, units: compared, tooFew: units.length - compared.length };
}

/** What each pair of limits leaves to chance on either side. */
export const TAILS = { 95: 0.025, 998: 0.001 } as const;

/**
 * Between which percents does chance keep the response of so many?
 *
 * Input: the proportion of all (0-1), n, and what is left to either side (as of `TAILS`). Output: both limits in percent.
 */
export function chanceLimits(proportion: number, n: number, tail: number): Interval {
  return [100 * funnelLimit(proportion, n, tail), 100 * funnelLimit(proportion, n, 1 - tail)];
}

function bandOf({ baseline }: UnitStarters): string {
  return severityOf(baseline).name;
}

function tallyOfSome(starters: readonly UnitStarters[]): { n: number; responders: number } {
  return starters.reduce(
    ({ n, responders }, { baseline, sixth, n: some }) => ({
      n: n + some,
      responders: responders + (sixth !== null && isResponse(baseline, sixth) ? some : 0),
    }),
    { n: 0, responders: 0 },
  );
}
