import type { AnalysisSet } from './definitions.js';

/** The groups of courses behind a figure: those of its n and, of a rate, those of its count. */
export interface FigureGroups {
  group: string;
  countGroup?: string;
}

/** Whom each analysis set counts, and how the groups that are judged by its endpoint begin. */
export const SET_GROUPS: Readonly<Record<AnalysisSet, { group: string; prefix: string }>> = {
  starters: { group: 'with-baseline', prefix: '' },
  completers: { group: 'with-infusion-6', prefix: '' },
  lastObserved: { group: 'with-later-score', prefix: 'last-observed-' },
  bounds: { group: 'with-baseline', prefix: '' },
};

/** The group of those an outcome is achieved by, without the beginning of its set. */
export const OUTCOME_GROUPS = {
  response: 'responders',
  remissionBelow20: 'remitted-below-20',
  remissionAtMost10: 'remitted-at-most-10',
  worsened: 'worsened',
} as const;

/**
 * Which courses stand behind a figure?
 *
 * Input: an analysis set and the name of one of its figures. Output: the names of groups (as
 * `groupNamed` takes them) of the courses in its n and, where it is a rate, in its count.
 *
 * Source: this service's definitions.
 *
 * Example: `response` of `starters` counts `responders` among `with-baseline`.
 */
export function groupsOfFigure(set: AnalysisSet, name: string): FigureGroups {
  const { group, prefix } = SET_GROUPS[set];
  if (name === 'meanPercentReduction') return { group: `${prefix}with-percent-reduction` };
  if (name.startsWith('responders')) return { group: `${prefix}responders` };
  const counted = OUTCOME_GROUPS[name.replace(/(Worst|Best)Case$/, '') as keyof typeof OUTCOME_GROUPS];
  if (counted === undefined) return { group };
  return { group, countGroup: `${prefix}${counted}${name.endsWith('BestCase') ? '-at-best' : ''}` };
}
