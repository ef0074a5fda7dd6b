import { cohortOutcome } from '../cohort/cohort-outcome.js';
import { ALL_SIX_SCORED } from '../cohort/groups.js';

/**
 * Of which counts may a mean be published?
 *
 * The names of the groups behind every figure that is no rate, and of those in the public trajectory. Anyone who
 * knows n and the mean of scores knows their sum.
 *
 * @example MEAN_GROUPS.has('with-infusion-6') // true; 'with-baseline' has rates alone
 */
export const MEAN_GROUPS: ReadonlySet<string> = new Set([
  ...cohortOutcome([])
    .figures.filter(({ set, countGroup }) => set !== 'postSeries' && countGroup === undefined)
    .map(({ group }) => group),
  ALL_SIX_SCORED.name,
]);
