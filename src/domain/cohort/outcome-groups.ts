import { SEVERITY_BANDS } from '../cudos/severity.js';
import { COMPLETED } from './attrition.js';
import type { CohortOutcome } from './cohort-outcome.js';
import { OUTCOME_GROUPS, SET_GROUPS } from './figure-groups.js';

/** The place of a count in the outcome, as a JSON pointer, and the group that it counts. */
type Place = [pointer: string, group: string];

const INFUSIONS = [1, 2, 3, 4, 5, 6];
const within = (group: string, part: string | null) => (part === null ? group : `${group},${part}`);

/**
 * Which courses stand behind each count of an outcome?
 *
 * Input: the outcome of a cohort. Output: the name of a group (as `groupNamed` takes it) for the JSON
 * pointer of every count in the outcome, but for those in `figures`, which carry theirs.
 *
 * Source: this service's definitions.
 *
 * Example: at `/completers/response/count` stands `responders`.
 */
export function outcomeGroups(outcome: CohortOutcome): Record<string, string> {
  return Object.fromEntries([
    ...LADDER,
    ...setPlaces(),
    ...boundPlaces(),
    ...trajectoryPlaces(),
    ...RELIABLE_CHANGE,
    ...INFUSIONS.map((k): Place => [`/lastScoredInfusion/${k - 1}`, `last-scored-at-${k}`]),
    ...outcome.attrition.flatMap(attritionPlaces),
    ...outcome.timeToResponse.flatMap(({ infusion }, at): Place[] => [
      [`/timeToResponse/${at}/atRisk`, `at-risk-at-${infusion}`],
      [`/timeToResponse/${at}/responses`, `first-response-at-${infusion}`],
    ]),
    ...SEVERITY_BANDS.flatMap(({ name }) => bandPlaces(name)),
    ...outcome.byQuarter.flatMap(({ quarter }, at): Place[] => [
      [`/byQuarter/${at}/courses`, `quarter-${quarter}`],
      ...breakdownPlaces(`/byQuarter/${at}`, `quarter-${quarter}`),
    ]),
  ]);
}

/** The rungs of the ladder and the group of each. */
export const LADDER: readonly Place[] = [
  ['/ladder/courses', 'courses'],
  ['/ladder/withBaseline', 'with-baseline'],
  ['/ladder/withLaterScore', 'with-later-score'],
  ['/ladder/withInfusion6', 'with-infusion-6'],
  ['/ladder/withPostSeries', 'with-post-series'],
];

const RELIABLE_CHANGE: Place[] = [
  ['/reliableChange/improved', 'reliably-improved'],
  ['/reliableChange/none', 'reliably-unchanged'],
  ['/reliableChange/worsened', 'reliably-worsened'],
  ['/reliableChange/n', 'with-infusion-6'],
  ['/reliableChange/baselines', 'with-baseline'],
];

function ratePlaces(at: string, count: string, n: string, part: string | null = null): Place[] {
  return [
    [`${at}/count`, within(count, part)],
    [`${at}/n`, within(n, part)],
  ];
}

function setPlaces(): Place[] {
  return (['starters', 'completers', 'lastObserved'] as const).flatMap((set) => {
    const { group, prefix } = SET_GROUPS[set];
    const rates = Object.entries(OUTCOME_GROUPS).flatMap(([name, counted]) =>
      ratePlaces(`/${set}/${name}`, `${prefix}${counted}`, group),
    );
    const own: Place[] = [[`/${set}/n`, group], ...rates];
    return set === 'starters' ? own : [...own, ...pairedPlaces(set)];
  });
}

function pairedPlaces(set: 'completers' | 'lastObserved'): Place[] {
  const { group, prefix } = SET_GROUPS[set];
  return [
    ...['withEndpoint', 'baseline/n', 'endpoint/n', 'reduction/n'].map((part): Place => [`/${set}/${part}`, group]),
    [`/${set}/percentReduction/n`, `${prefix}with-percent-reduction`],
    [`/${set}/responders/n`, `${prefix}responders`],
  ];
}

function boundPlaces(): Place[] {
  const names = ['response', 'remissionBelow20', 'remissionAtMost10'] as const;
  const { group } = SET_GROUPS.bounds;
  return [
    ['/bounds/n', group],
    ...names.flatMap((name) => [
      ...ratePlaces(`/bounds/${name}/worst`, OUTCOME_GROUPS[name], group),
      ...ratePlaces(`/bounds/${name}/best`, `${OUTCOME_GROUPS[name]}-at-best`, group),
    ]),
  ];
}

function trajectoryPlaces(): Place[] {
  const lines = {
    trajectory: null,
    trajectoryOfResponders: 'responders',
    trajectoryOfNonResponders: 'non-responders',
    trajectoryOfStoppedEarly: 'without-infusion-6',
  };
  return Object.entries(lines).flatMap(([line, part]) =>
    INFUSIONS.map((k): Place => [`/${line}/${k - 1}/n`, within(`scored-at-${k}`, part)]),
  );
}

function attritionPlaces({ lastScoredInfusion, reasons }: CohortOutcome['attrition'][number], at: number): Place[] {
  const group = `last-scored-at-${lastScoredInfusion}`;
  return [
    [`/attrition/${at}/count`, group],
    ...Object.keys(reasons).map((reason): Place => [
      `/attrition/${at}/reasons/${reason}`,
      within(group, reason === COMPLETED ? 'completed' : `stopped-${reason}`),
    ]),
  ];
}

function bandPlaces(name: string): Place[] {
  const part = `baseline-${name}`;
  return [
    ...ratePlaces(`/completersResponseByBaselineBand/${name}`, 'responders', SET_GROUPS.completers.group, part),
    ...breakdownPlaces(`/byBaselineBand/${name}`, part),
  ];
}

function breakdownPlaces(at: string, part: string): Place[] {
  const { starters, completers } = SET_GROUPS;
  return [
    [`${at}/starters`, within(starters.group, part)],
    ...['completers', 'baseline/n', 'endpoint/n', 'reduction/n'].map((figure): Place => [
      `${at}/${figure}`,
      within(completers.group, part),
    ]),
    ...ratePlaces(`${at}/responseOfStarters`, 'responders', starters.group, part),
    ...ratePlaces(`${at}/responseOfCompleters`, 'responders', completers.group, part),
  ];
}
