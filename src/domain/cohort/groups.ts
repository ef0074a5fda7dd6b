import { QUARTER_PATTERN } from '../calendar/period.js';
import { SEVERITY_BANDS, severityOf } from '../cudos/severity.js';
import type { SeverityBand } from '../cudos/severity.js';
import { ENDINGS, endingLabel } from '../course/judgement/ending.js';
import type { EndpointRule } from '../course/judgement/endpoint.js';
import type { ReliableChange } from '../course/judgement/reliable-change.js';
import { REMISSION_RULES, isRemission } from '../course/judgement/remission.js';
import type { RemissionRule } from '../course/judgement/remission.js';
import { INFUSION_NUMBERS } from '../course/record/slots.js';
import { AFTER_BASELINE } from './judged-course.js';
import type { JudgedCourse } from './judged-course.js';
import { BENEFIT_NAMES, OUTCOMES, OUTCOME_NAMES } from './outcomes.js';
import type { BenefitName, OutcomeDefinition, OutcomeName } from './outcomes.js';
import { ANALYSIS_SETS, SET_ENDPOINTS } from './sets.js';
import type { AnalysisSet, SetEndpoint } from './sets.js';

/** Courses that some number of a cohort counts, by the name they are asked for with. */
export interface Group {
  name: string;
  label: string;
  holds: (course: JudgedCourse) => boolean;
}

const QUARTER = 'quarter-';

const hasEndpoint = (rule: EndpointRule) => (course: JudgedCourse) => course.judgements[rule] !== null;
const isStarter = ({ baseline }: JudgedCourse) => baseline !== null;
const lacksInfusion6 = (course: JudgedCourse) => isStarter(course) && !hasEndpoint('infusion-6')(course);

/** The rungs of the ladder, each counted among the one before: the CONSORT flow. */
export const RUNGS = {
  courses: { name: 'courses', label: 'All concluded courses', holds: () => true },
  withBaseline: { name: 'with-baseline', label: 'With a baseline (starters)', holds: isStarter },
  withLaterScore: {
    name: 'with-later-score',
    label: 'With a baseline and a later score',
    holds: hasEndpoint('last-observed'),
  },
  withInfusion6: {
    name: 'with-infusion-6',
    label: 'With a baseline and infusion 6 (completers)',
    holds: hasEndpoint('infusion-6'),
  },
  withPostSeries: {
    name: 'with-post-series',
    label: 'With a baseline, infusion 6 and a post-series score',
    holds: (course) => hasEndpoint('infusion-6')(course) && hasEndpoint('post-series')(course),
  },
} as const satisfies Record<string, Group>;

export const STARTERS = RUNGS.withBaseline;
export const COMPLETERS = RUNGS.withInfusion6;
export const DATED_COMPLETERS: Group = {
  name: 'with-dates-at-1-and-6',
  label: 'Scored at infusions 1 and 6, with the day of both',
  holds: (course) => COMPLETERS.holds(course) && typeof course.course.daysToInfusion6 === 'number',
};
export const WITHOUT_INFUSION_6: Group = {
  name: 'without-infusion-6',
  label: 'With a baseline, without infusion 6',
  holds: lacksInfusion6,
};

/** Who is in n of this analysis set? */
export function membersOf(set: AnalysisSet): Group {
  const { group } = ANALYSIS_SETS[set];
  return Object.values(RUNGS).find(({ name }) => name === group) ?? STARTERS;
}

/** Who achieved this outcome by this endpoint? Without the endpoint nobody did. */
export function achieved(name: OutcomeName, endpoint: SetEndpoint): Group {
  const { group } = OUTCOMES[name];
  return judgedBy(endpoint, group, (course) => course.judgements[endpoint]?.outcomes[name] ?? false);
}

/** Who would have achieved it if everybody without a score at infusion 6 had? */
export function achievedAtBest(outcome: BenefitName): Group {
  const { name, label } = OUTCOMES[outcome].group;
  const { holds } = achieved(outcome, 'infusion-6');
  return {
    name: `${name}-at-best`,
    label: `${label} at infusion 6, or not scored there`,
    holds: (course) => holds(course) || lacksInfusion6(course),
  };
}

/** The courses that were judged and are no response. */
export function nonResponders(endpoint: SetEndpoint): Group {
  return failed('response', OUTCOMES.response.rest, endpoint);
}

function failed(name: OutcomeName, rest: { name: string; label: string }, endpoint: SetEndpoint): Group {
  return judgedBy(endpoint, rest, (course) => !(course.judgements[endpoint]?.outcomes[name] ?? true));
}

/** The courses with a baseline above 0, so that a percentage of it can be computed. */
export function withPercentReduction(endpoint: SetEndpoint): Group {
  const group = { name: 'with-percent-reduction', label: 'Baseline above 0' };
  return judgedBy(endpoint, group, (course) => (course.judgements[endpoint]?.percentReduction ?? null) !== null);
}

function judgedBy(endpoint: SetEndpoint, group: { name: string; label: string }, holds: Group['holds']): Group {
  const { prefix, words, among } = SET_ENDPOINTS[endpoint];
  const belongs = hasEndpoint(among);
  return {
    name: `${prefix}${group.name}`,
    label: `${group.label}, ${words}`,
    holds: (course) => belongs(course) && holds(course),
  };
}

const RELIABLY: Readonly<Record<ReliableChange, { name: string; label: string }>> = {
  improved: { name: 'reliably-improved', label: 'Reliably improved at infusion 6' },
  none: { name: 'reliably-unchanged', label: 'No reliable change at infusion 6' },
  worsened: { name: 'reliably-worsened', label: 'Reliably worsened at infusion 6' },
};

/** Who changed by more than chance, or did not, at infusion 6? Nobody without a threshold. */
export function reliably(change: ReliableChange): Group {
  return { ...RELIABLY[change], holds: ({ judgements }) => judgements['infusion-6']?.reliableChange === change };
}

/** Whose course ran to its end, fell silent, or was stopped for this reason? */
export function endedBy(ending: string): Group {
  const holds = (course: JudgedCourse) => course.ending === ending;
  const label = endingLabel(ending);
  if (ending === 'completed') return { name: 'completed', label, holds };
  if (ending === 'noFurtherVisit') return { name: 'lost', label: `Lost: ${label.toLowerCase()}`, holds };
  return { name: `stopped-${ending}`, label: `Stopped: ${label.toLowerCase()}`, holds };
}

/** Who has a score at this infusion, with or without a baseline? */
export function scoredAt(infusion: number): Group {
  return atInfusion('scored-at', 'Scored at infusion', infusion, ({ course }) => {
    return (course.scores[infusion - 1] ?? null) !== null;
  });
}

/** Which starters were last scored at this infusion? */
export function lastScoredAt(infusion: number): Group {
  return atInfusion('last-scored-at', 'With a baseline, last scored at infusion', infusion, (course) => {
    return isStarter(course) && course.lastScoredInfusion === infusion;
  });
}

/** Which starters could still respond for the first time at this infusion? */
export function atRiskAt(infusion: number): Group {
  const label = 'Scored there or later without a response before infusion';
  return atInfusion('at-risk-at', label, infusion, (course) => {
    return isStarter(course) && course.firstResponse.time >= infusion;
  });
}

/** Who responded for the first time at this infusion? */
export function firstResponseAt(infusion: number): Group {
  return atInfusion('first-response-at', 'First response at infusion', infusion, ({ firstResponse }) => {
    return firstResponse.event && firstResponse.time === infusion;
  });
}

/** Who responded for the first time at this infusion or before? */
export function respondedBy(infusion: number): Group {
  return atInfusion('responded-by', 'First response at or before infusion', infusion, ({ firstResponse }) => {
    return firstResponse.event && firstResponse.time <= infusion;
  });
}

function atInfusion(prefix: string, label: string, infusion: number, holds: Group['holds']): Group {
  return { name: `${prefix}-${infusion}`, label: `${label} ${infusion}`, holds };
}

/** Who was not yet in remission by this rule at infusion 1? */
export function unremittedBy(rule: RemissionRule): Group {
  return {
    name: `unremitted-${rule}`,
    label: `Baseline not in remission (${REMISSION_RULES[rule].words})`,
    holds: ({ baseline }) => baseline !== null && !isRemission(rule, baseline),
  };
}

/** Whose baseline lies in this band? */
export function baselineIn({ name, label, from, to }: SeverityBand): Group {
  return {
    name: `baseline-${name}`,
    label: `Baseline ${label.toLowerCase()} (${from}-${to})`,
    holds: ({ baseline }) => baseline !== null && severityOf(baseline).name === name,
  };
}

/** Who started in this quarter, `2026-Q1`? */
export function startedIn(quarter: string): Group {
  return {
    name: `${QUARTER}${quarter}`,
    label: `Started in ${quarter}`,
    holds: (course) => course.quarter === quarter,
  };
}

/** Who is in each of these groups? */
export function both(...groups: Group[]): Group {
  return {
    name: groups.map(({ name }) => name).join(','),
    label: groups.map(({ label }) => label).join('; '),
    holds: (course) => groups.every(({ holds }) => holds(course)),
  };
}

function judgedGroups(endpoint: SetEndpoint): Group[] {
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
  const quarter = name.startsWith(QUARTER) ? name.slice(QUARTER.length) : '';
  return QUARTER_PATTERN.test(quarter) ? startedIn(quarter) : (GROUPS.get(name) ?? null);
}
