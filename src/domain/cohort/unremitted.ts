import type { RemissionRule } from '../course/judgement/remission.js';
import { REMISSION_RULES } from '../course/judgement/remission.js';
import type { WholeNumber } from '../numbers/number-types.js';
import type { Rate } from '../statistics/rate.js';
import type { Cohort, Count } from './cohort.js';
import { rateOf } from './counted.js';
import { SHARE, ofRate } from './figure-definitions.js';
import type { FigureDefinition } from './figure-definitions.js';
import { COMPLETERS, STARTERS, achieved, unremittedBy } from './groups/groups.js';
import { both } from './groups/group.js';
import { OUTCOMES } from './outcomes.js';

const BY_RULE = {
  below20: { rule: 'below-20', outcome: 'remissionBelow20' },
  atMost10: { rule: 'at-most-10', outcome: 'remissionAtMost10' },
} as const satisfies Record<string, { rule: RemissionRule; outcome: keyof typeof OUTCOMES }>;

type RuleKey = keyof typeof BY_RULE;

/** Remission by one rule among courses that were not in remission by it at infusion 1. */
export interface UnremittedRates<N = WholeNumber> {
  /** Of starters; without a score at infusion 6 a course is not in remission. */
  starters: Rate<N>;
  completers: Rate<N>;
}

/** The same by both rules. */
export type RemissionOfUnremitted<N = WholeNumber> = Record<RuleKey, UnremittedRates<N>>;

/**
 * How many of those who could still go into remission did?
 *
 * Input: a cohort. Output: by each rule the rate in percent of the starters, and of the completers, whose baseline lies
 * above the cut-off; null of nobody. Beside the plain rate, in which who starts below the cut-off "remits" without a change.
 *
 * Source: as of the rules, in `REMISSION_RULES`.
 *
 * Example: of 40 to 10, 12 to 9 and 30 to 25 two are in remission by both rules; below 20 it is 1 of the 2 unremitted.
 */
export function remissionOfUnremitted(cohort: Cohort): RemissionOfUnremitted<Count> {
  return { below20: ratesBy(cohort, 'below20'), atMost10: ratesBy(cohort, 'atMost10') };
}

function ratesBy(cohort: Cohort, key: RuleKey): UnremittedRates<Count> {
  const { rule, outcome } = BY_RULE[key];
  const unremitted = unremittedBy(rule);
  const remitted = cohort.count(both(achieved(outcome, 'infusion-6'), unremitted));
  return {
    starters: rateOf(remitted, cohort.count(both(STARTERS, unremitted))),
    completers: rateOf(remitted, cohort.count(both(COMPLETERS, unremitted))),
  };
}

/** These rates in one set, as figures. */
export function unremittedFigures(set: keyof UnremittedRates): FigureDefinition<RemissionOfUnremitted<Count>>[] {
  return (Object.keys(BY_RULE) as RuleKey[]).map((key) => {
    const { outcome, rule } = BY_RULE[key];
    const { label, rule: remission } = OUTCOMES[outcome];
    const baseline = `Only courses with a baseline above ${REMISSION_RULES[rule].highest}, not yet in remission.`;
    return {
      ...SHARE,
      name: `${outcome}OfUnremitted`,
      label: `${label} of those not in remission at the start`,
      howCounted: `${baseline} ${remission}`,
      read: (rates) => ofRate(rates[key][set]),
    };
  });
}
