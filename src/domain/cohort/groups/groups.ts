import { severityOf } from '../../cudos/severity.js';
import type { SeverityBand } from '../../cudos/severity.js';
import type { EndpointRule } from '../../course/judgement/endpoint.js';
import { percentReductionOf } from '../../course/judgement/reduction.js';
import type { ReliableChange } from '../../course/judgement/reliable-change.js';
import { REMISSION_RULES, isRemission } from '../../course/judgement/remission.js';
import type { RemissionRule } from '../../course/judgement/remission.js';
import { groupOf, type Group, type Named } from './group.js';
import type { CourseFacts } from '../judged-course.js';
import { OUTCOMES } from '../outcomes.js';
import type { BenefitName, OutcomeName } from '../outcomes.js';
import { ANALYSIS_SETS, SET_ENDPOINTS } from '../sets.js';
import type { AnalysisSet } from '../sets.js';
import { quarterInWords } from '../../calendar/period.js';

const lacksInfusion6 = ({ isStarter, response }: Pick<CourseFacts, 'isStarter' | 'response'>) =>
  isStarter && response === null;

/** The rungs of the ladder, each counted among the one before: the CONSORT flow. */
export const RUNGS = {
  courses: groupOf({ name: 'courses', label: 'All concluded courses' }, [], () => true),
  withBaseline: groupOf(
    { name: 'with-baseline', label: 'With a baseline (starters)' },
    ['isStarter'],
    ({ isStarter }) => isStarter,
  ),
  withLaterScore: groupOf(
    { name: 'with-later-score', label: 'With a baseline and a later score' },
    ['last-observed'],
    (course) => course['last-observed'] !== null,
  ),
  withInfusion6: groupOf(
    { name: 'with-infusion-6', label: 'With a baseline and infusion 6 (completers)' },
    ['response'],
    ({ response }) => response !== null,
  ),
  withPostSeries: {
    ...groupOf(
      { name: 'with-post-series', label: 'With a baseline, infusion 6 and a post-series score' },
      ['hasPostSeries'],
      ({ hasPostSeries }) => hasPostSeries,
    ),
    endpoint: 'post-series',
  },
} as const satisfies Record<string, Group>;

export const STARTERS = RUNGS.withBaseline;
export const COMPLETERS = RUNGS.withInfusion6;
export const WITHOUT_INFUSION_6 = groupOf(
  { name: 'without-infusion-6', label: 'With a baseline, without infusion 6' },
  ['isStarter', 'response'],
  lacksInfusion6,
);

/** Who is in n of this analysis set? */
export function membersOf(set: AnalysisSet): Group {
  const { group } = ANALYSIS_SETS[set];
  return Object.values(RUNGS).find(({ name }) => name === group) ?? STARTERS;
}

/** Who achieved this outcome by this endpoint? Without the endpoint nobody did. */
export function achieved(name: OutcomeName, endpoint: EndpointRule): Group {
  return judgedBy(endpoint, OUTCOMES[name].group, name, true);
}

/** Who would have achieved it if everybody without a score at infusion 6 had? */
export function achievedAtBest(outcome: BenefitName): Group {
  const { name, label } = OUTCOMES[outcome].group;
  const { about, holds } = achieved(outcome, 'infusion-6');
  return {
    name: `${name}-at-best`,
    label: `${label} at infusion 6, or not scored there`,
    about: [...about, 'isStarter', 'response'],
    holds: (course) => holds(course) || lacksInfusion6(course),
  };
}

/** The courses that were judged and are no response. */
export function nonResponders(endpoint: EndpointRule): Group {
  return failed('response', OUTCOMES.response.rest, endpoint);
}

/** The courses that were judged and of which this outcome is not so. */
export function failed(name: OutcomeName, rest: Named, endpoint: EndpointRule): Group {
  return judgedBy(endpoint, rest, name, false);
}

/** Of the courses with this endpoint those of which the outcome is so, or is not. */
function judgedBy(endpoint: EndpointRule, named: Named, outcome: OutcomeName, isSo: boolean): Group {
  const words = wordsBy(endpoint, named);
  // Response at infusion 6 is a fact of its own, since the scores of each infusion are told apart by it.
  if (outcome === 'response' && endpoint === 'infusion-6') {
    return groupOf(words, ['response'], ({ response }) => response === isSo);
  }
  const group = groupOf(words, ['baseline', endpoint], ({ baseline, [endpoint]: total }) => {
    return baseline !== null && total !== null && OUTCOMES[outcome].judge(baseline, total) === isSo;
  });
  return { ...group, endpoint };
}

/** The courses with a baseline above 0, so that a percentage of it can be computed. */
export function withPercentReduction(endpoint: EndpointRule): Group {
  const words = wordsBy(endpoint, { name: 'with-percent-reduction', label: 'Baseline above 0' });
  const group = groupOf(words, ['baseline', endpoint], ({ baseline, [endpoint]: total }) => {
    return baseline !== null && total !== null && percentReductionOf(baseline, total) !== null;
  });
  return { ...group, endpoint };
}

function wordsBy(endpoint: EndpointRule, { name, label }: Named): Named {
  const { prefix, words } = SET_ENDPOINTS[endpoint];
  return { name: `${prefix}${name}`, label: `${label}, ${words}` };
}

const RELIABLY: Readonly<Record<ReliableChange, Named>> = {
  improved: { name: 'reliably-improved', label: 'Reliably improved at infusion 6' },
  none: { name: 'reliably-unchanged', label: 'No reliable change at infusion 6' },
  worsened: { name: 'reliably-worsened', label: 'Reliably worsened at infusion 6' },
};

/** Who changed by more than chance, or did not, at infusion 6? Nobody without a threshold. */
export function reliably(change: ReliableChange): Group {
  return groupOf(RELIABLY[change], ['reliableChange'], ({ reliableChange }) => reliableChange === change);
}

/** Who was not yet in remission by this rule at infusion 1? */
export function unremittedBy(rule: RemissionRule): Group {
  const label = `Baseline not in remission (${REMISSION_RULES[rule].words})`;
  return groupOf({ name: `unremitted-${rule}`, label }, ['baseline'], ({ baseline }) => {
    return baseline !== null && !isRemission(rule, baseline);
  });
}

/** Whose baseline lies in this band? */
export function baselineIn({ name, label, from, to }: SeverityBand): Group {
  const words = { name: `baseline-${name}`, label: `Baseline ${label.toLowerCase()} (${from}-${to})` };
  return groupOf(words, ['baseline'], ({ baseline }) => baseline !== null && severityOf(baseline).name === name);
}

/** How the names of the groups of a quarter begin. */
export const QUARTER_PREFIX = 'quarter-';

/** Who started in this quarter, `2026-Q1`? */
export function startedIn(quarter: string): Group {
  const words = { name: `${QUARTER_PREFIX}${quarter}`, label: `Started in ${quarterInWords(quarter)}` };
  const started = { quarter, among: RUNGS.courses };
  return { ...groupOf(words, ['quarter'], (course) => course.quarter === quarter), started };
}
