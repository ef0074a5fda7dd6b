import { OUTCOMES, OUTCOME_NAMES, forEachName } from '../cohort/outcomes.js';
import type { OutcomeName } from '../cohort/outcomes.js';
import type { AnalysisSet } from '../cohort/sets.js';

/** What a number can measure. */
export type Measure =
  | OutcomeName
  | 'nonResponse'
  | 'notWorsened'
  | 'remission'
  | 'stopped'
  | 'completed'
  | 'before'
  | 'after'
  | 'score'
  | 'percentFall'
  | 'pointsFall'
  | 'effectSize'
  | 'patients'
  | 'other';

/** Whom a number counts; published numbers know more groups than the words of a claim do. */
export type Who = 'starters' | 'completers' | 'responders';
export type PublishedWho = Who | AnalysisSet | 'lastObservedResponders' | 'everyCourse';

/** What each measures, in the words of an answer. */
export const MEASURES: Readonly<Record<Measure, string>> = {
  ...forEachName(OUTCOME_NAMES, (name) => OUTCOMES[name].patients),
  nonResponse: 'patients without success (no response)',
  notWorsened: 'patients who did not get worse',
  remission: 'patients in remission, by a rule that is not named',
  stopped: 'patients who stopped before infusion 6',
  completed: 'patients scored at infusions 1 and 6, of all who started',
  before: 'the mean score before the first infusion',
  after: 'the mean score at infusion 6',
  score: 'a mean score',
  percentFall: 'the fall of the mean score in percent',
  pointsFall: 'the fall of the mean score in points',
  effectSize: 'the effect size',
  patients: 'how many patients were counted',
  other: 'something that no publication measures',
};

/** Each group, in the words of an answer. */
export const WHO: Readonly<Record<PublishedWho, string>> = {
  starters: 'all patients who started',
  completers: 'the patients scored at infusions 1 and 6',
  responders: 'the successful patients alone',
  lastObserved: 'patients with any later score, where the last one stands in for infusion 6',
  lastObservedResponders: 'the patients alone who were successful by their last score, whichever it was',
  postSeries: 'the patients who have a score after the series too',
  modelBased: 'all patients who started, with the missing scores estimated',
  bounds: 'all patients who started, with the missing results taken at their worst or best',
  everyCourse: 'all patients, with or without a first score',
};

const RATES: ReadonlySet<Measure> = new Set<Measure>([
  ...OUTCOME_NAMES,
  ...(['nonResponse', 'notWorsened', 'remission', 'stopped', 'completed'] as const),
]);

/**
 * Is this a share of patients?
 *
 * Input: a measure. Output: true for success, remission and worsening, false for scores and counts.
 *
 * Example: `response` is one, `percentFall` is none.
 */
export function isRate(measure: Measure): boolean {
  return RATES.has(measure);
}

/**
 * Which group does a number speak of when the words around it don't say?
 *
 * Input: a measure. Output: all who started for a share of patients, because a missing result is no success;
 * completers for a score, because only they have both scores; null for a count.
 *
 * Example: `over 80 % of patients improved` is taken to speak of all who started.
 */
export function impliedWho(measure: Measure): Who | null {
  if (isRate(measure)) return 'starters';
  return measure === 'patients' || measure === 'other' ? null : 'completers';
}
