import { QUARTER_PATTERN } from '../../calendar/period.js';
import { SEVERITY_BANDS } from '../../cudos/severity.js';
import { ENDINGS } from '../../course/judgement/ending.js';
import type { EndpointRule } from '../../course/judgement/endpoint.js';
import { INFUSION_NUMBERS } from '../../course/record/slots.js';
import { STOPPED, endedBy } from './ending-groups.js';
import { both } from './group.js';
import type { Group } from './group.js';
import {
  QUARTER_PREFIX,
  RUNGS,
  WITHOUT_INFUSION_6,
  achieved,
  achievedAtBest,
  baselineIn,
  failed,
  reliably,
  startedIn,
  unremittedBy,
  withPercentReduction,
} from './groups.js';
import { DATED_COMPLETERS, atRiskAt, firstResponseAt, lastScoredAt, respondedBy, scoredAt } from './infusion-groups.js';
import { AFTER_BASELINE } from '../judged-course.js';
import { BENEFIT_NAMES, OUTCOMES, OUTCOME_NAMES } from '../outcomes.js';
import type { OutcomeDefinition } from '../outcomes.js';

function judgedGroups(endpoint: EndpointRule): Group[] {
  const outcomes = OUTCOME_NAMES.flatMap((name) => {
    const { rest }: OutcomeDefinition = OUTCOMES[name];
    return [achieved(name, endpoint), ...(rest ? [failed(name, rest, endpoint)] : [])];
  });
  return [...outcomes, withPercentReduction(endpoint)];
}

/** Every group of courses that has a name of its own; the quarters, which have no end, are beside it. */
export const GROUPS: ReadonlyMap<string, Group> = new Map(
  [
    ...Object.values(RUNGS),
    WITHOUT_INFUSION_6,
    DATED_COMPLETERS,
    ...judgedGroups('infusion-6'),
    ...judgedGroups('last-observed'),
    ...judgedGroups('post-series'),
    ...BENEFIT_NAMES.map(achievedAtBest),
    ...(['improved', 'none', 'worsened'] as const).map(reliably),
    ...Object.keys(ENDINGS).map(endedBy),
    STOPPED,
    ...INFUSION_NUMBERS.map(scoredAt),
    ...INFUSION_NUMBERS.map(lastScoredAt),
    ...AFTER_BASELINE.map(atRiskAt),
    ...AFTER_BASELINE.map(firstResponseAt),
    ...AFTER_BASELINE.map(respondedBy),
    ...(['below-20', 'at-most-10'] as const).map(unremittedBy),
    ...SEVERITY_BANDS.map(baselineIn),
  ].map((group) => [group.name, group]),
);

/**
 * Which courses does this name mean?
 *
 * Input: the name of a group (`responders`, `quarter-2025-Q2`), or several with commas between for those who are in each of
 * them. Output: the group with its label; null for a name that is none.
 *
 * @example groupNamed('responders,baseline-mild') // holds of a course that fell from 30 to 15 at infusion 6
 */
export function groupNamed(name: string): Group | null {
  const parts = name.split(',').map(partNamed);
  const known = parts.filter((part) => part !== null);
  return known.length < parts.length ? null : both(...known);
}

function partNamed(name: string): Group | null {
  const quarter = name.startsWith(QUARTER_PREFIX) ? name.slice(QUARTER_PREFIX.length) : '';
  return QUARTER_PATTERN.test(quarter) ? startedIn(quarter) : (GROUPS.get(name) ?? null);
}
