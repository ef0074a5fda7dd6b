import { baselineOf } from '../course/judgement/baseline.js';
import { endpointBy } from '../course/judgement/endpoint.js';
import type { EndpointRule } from '../course/judgement/endpoint.js';
import { reductionOf } from '../course/judgement/reduction.js';
import { reliableChange } from '../course/judgement/reliable-change.js';
import type { ReliableChange } from '../course/judgement/reliable-change.js';
import { isRemission } from '../course/judgement/remission.js';
import { isResponse } from '../course/judgement/response.js';
import { INFUSION_NUMBERS } from '../course/record/slots.js';
import { STOP_REASONS } from '../course/record/stop-reasons.js';
import { isWorsened } from '../course/judgement/worsened.js';
import { SEVERITY_BANDS, severityOf } from '../cudos/severity.js';
import { lastScoredInfusion } from './attrition.js';
import type { CohortCourse } from './cohort-course.js';
import { firstResponse } from './time-to-response.js';

/** Is a course in the group, when so many points (null: not known) are a reliable change? */
export type Membership = (course: CohortCourse, threshold: number | null) => boolean;

/** Courses that some number of a cohort counts. */
export interface GroupDefinition {
  label: string;
  holds: Membership;
}

type Judgement = (baseline: number, endpoint: number, threshold: number | null) => boolean;

const AFTER_BASELINE = INFUSION_NUMBERS.slice(1);

const isStarter: Membership = ({ scores }) => baselineOf(scores) !== null;
const both =
  (one: Membership, other: Membership): Membership =>
  (course, threshold) =>
    one(course, threshold) && other(course, threshold);

/** A starter of whom it is so by the endpoint of this rule; without that endpoint it is not. */
function judgedBy(rule: EndpointRule, judge: Judgement): Membership {
  return ({ scores, postSeries }, threshold) => {
    const baseline = baselineOf(scores);
    const endpoint = endpointBy(rule, scores, postSeries);
    return baseline !== null && endpoint !== null && judge(baseline, endpoint.total, threshold);
  };
}

const hasEndpoint = (rule: EndpointRule) => judgedBy(rule, () => true);
const lacksInfusion6: Membership = (course, threshold) =>
  isStarter(course, threshold) && !hasEndpoint('infusion-6')(course, threshold);

const OUTCOMES: Readonly<Record<string, { label: string; judge: Judgement }>> = {
  responders: { label: 'Responded', judge: isResponse },
  'non-responders': { label: 'Did not respond', judge: (from, to) => !isResponse(from, to) },
  'remitted-below-20': {
    label: 'Remission (below 20)',
    judge: (_, to) => isRemission('below-20', to),
  },
  'remitted-at-most-10': {
    label: 'Remission (at most 10)',
    judge: (_, to) => isRemission('at-most-10', to),
  },
  worsened: { label: 'Worsened', judge: isWorsened },
  'with-percent-reduction': { label: 'Baseline above 0', judge: (from) => from > 0 },
};

function outcomes(prefix: string, rule: EndpointRule, where: string) {
  return Object.entries(OUTCOMES).map(([name, { label, judge }]): [string, GroupDefinition] => [
    `${prefix}${name}`,
    { label: `${label}, ${where}`, holds: judgedBy(rule, judge) },
  ]);
}

function atBest(name: string): [string, GroupDefinition][] {
  const { label = '', judge = () => false } = OUTCOMES[name] ?? {};
  const known = judgedBy('infusion-6', judge);
  const holds: Membership = (course, threshold) => known(course, threshold) || lacksInfusion6(course, threshold);
  return [[`${name}-at-best`, { label: `${label} at infusion 6, or not scored there`, holds }]];
}

function reliably(name: string, label: string, change: ReliableChange): [string, GroupDefinition] {
  const judge: Judgement = (from, to, threshold) => reliableChange(reductionOf(from, to), threshold) === change;
  return [name, { label, holds: judgedBy('infusion-6', judge) }];
}

function eachInfusion(
  infusions: readonly number[],
  prefix: string,
  label: string,
  holds: (course: CohortCourse, infusion: number) => boolean,
): [string, GroupDefinition][] {
  return infusions.map((infusion) => [
    `${prefix}-${infusion}`,
    { label: `${label} ${infusion}`, holds: (course) => holds(course, infusion) },
  ]);
}

const group = (label: string, holds: Membership): GroupDefinition => ({ label, holds });

/**
 * Every group of courses that has a name of its own; the quarters, which have no end, are beside it.
 */
export const GROUPS: ReadonlyMap<string, GroupDefinition> = new Map([
  ['courses', group('All concluded courses', () => true)],
  ['with-baseline', group('With a baseline (starters)', isStarter)],
  ['with-later-score', group('With a baseline and a later score', hasEndpoint('last-observed'))],
  ['with-infusion-6', group('With a baseline and infusion 6 (completers)', hasEndpoint('infusion-6'))],
  [
    'with-post-series',
    group(
      'With a baseline, infusion 6 and a post-series score',
      both(hasEndpoint('infusion-6'), hasEndpoint('post-series')),
    ),
  ],
  ['without-infusion-6', group('With a baseline, without infusion 6', lacksInfusion6)],
  ...outcomes('', 'infusion-6', 'at infusion 6'),
  ...outcomes('last-observed-', 'last-observed', 'by the last score'),
  ...['responders', 'remitted-below-20', 'remitted-at-most-10'].flatMap(atBest),
  reliably('reliably-improved', 'Reliably improved at infusion 6', 'improved'),
  reliably('reliably-unchanged', 'No reliable change at infusion 6', 'none'),
  reliably('reliably-worsened', 'Reliably worsened at infusion 6', 'worsened'),
  ['completed', group('Completed', ({ status }) => status === 'completed')],
  ...Object.entries(STOP_REASONS).map(([reason, label]): [string, GroupDefinition] => [
    `stopped-${reason}`,
    group(
      `Stopped: ${label.toLowerCase()}`,
      ({ status, stoppedReason }) => status === 'stopped' && (stoppedReason ?? 'unknown') === reason,
    ),
  ]),
  ...eachInfusion(
    INFUSION_NUMBERS,
    'scored-at',
    'Scored at infusion',
    ({ scores }, k) => (scores[k - 1] ?? null) !== null,
  ),
  ...eachInfusion(
    INFUSION_NUMBERS,
    'last-scored-at',
    'With a baseline, last scored at infusion',
    (course, k) => isStarter(course, null) && lastScoredInfusion(course.scores) === k,
  ),
  ...eachInfusion(
    AFTER_BASELINE,
    'at-risk-at',
    'Scored there or later without a response before infusion',
    (course, k) => isStarter(course, null) && firstResponse(course).time >= k,
  ),
  ...eachInfusion(
    AFTER_BASELINE,
    'first-response-at',
    'First response at infusion',
    (course, k) => firstResponse(course).event && firstResponse(course).time === k,
  ),
  ...SEVERITY_BANDS.map(({ name, label, from, to }): [string, GroupDefinition] => [
    `baseline-${name}`,
    group(`Baseline ${label.toLowerCase()} (${from}-${to})`, ({ scores }) => {
      const baseline = baselineOf(scores);
      return baseline !== null && severityOf(baseline).name === name;
    }),
  ]),
]);
