import type { EndpointRule } from '../course/judgement/endpoint.js';

/** A way to choose which courses count. */
export interface AnalysisSetDefinition {
  label: string;
  /** Which courses are counted, and how those without an endpoint are treated, in words for every reader. */
  counts: string;
  /** What trials call it. */
  fieldTerm: string;
  /** The group of courses in n. */
  group: 'with-baseline' | 'with-infusion-6' | 'with-later-score' | 'with-post-series';
  /** The endpoint by which its courses are judged. */
  endpoint: EndpointRule;
  /** What a missing endpoint is. */
  missing: string;
}

/**
 * The endpoints that sets are judged by: how the names of the groups judged by them begin, and when that is.
 */
export const SET_ENDPOINTS = {
  'infusion-6': { prefix: '', words: 'at infusion 6' },
  'last-observed': { prefix: 'last-observed-', words: 'by the last score' },
  'post-series': { prefix: 'post-series-', words: 'by the post-series score' },
} as const satisfies Record<EndpointRule, { prefix: string; words: string }>;

/**
 * Which courses count? The one table of analysis sets, which are always shown together.
 *
 * Source: National Research Council (2010), doi:10.17226/12955 (drop-outs as failures); Little et al. (2012),
 * doi:10.1056/NEJMsr1203730 (why the last observation carried forward is for sensitivity only); Manski CF (1990), American
 * Economic Review 80:319-323 (bounds).
 */
export const ANALYSIS_SETS = {
  starters: {
    label: 'Starters',
    counts: 'All courses with a score at infusion 1; one without a score at infusion 6 counts as not achieved.',
    fieldTerm: 'intention to treat with non-responder imputation',
    group: 'with-baseline',
    endpoint: 'infusion-6',
    missing: 'a non-response',
  },
  completers: {
    label: 'Completers',
    counts: 'Courses with a score at infusion 1 and at infusion 6; those that stopped are left out.',
    fieldTerm: 'observed cases',
    group: 'with-infusion-6',
    endpoint: 'infusion-6',
    missing: 'not in the set',
  },
  lastObserved: {
    label: 'Last observed',
    counts: 'Courses with a score at infusion 1 and a later one; the last score stands in for infusion 6.',
    fieldTerm: 'last observation carried forward',
    group: 'with-later-score',
    endpoint: 'last-observed',
    missing: 'replaced by the last score',
  },
  postSeries: {
    label: 'Post-series',
    counts: 'Completers with a score 1 to 30 days after infusion 6, which is their endpoint.',
    fieldTerm: 'observed cases at follow-up',
    group: 'with-post-series',
    endpoint: 'post-series',
    missing: 'not in the set',
  },
  modelBased: {
    label: 'Model-based',
    counts:
      'All courses with a score at infusion 1, if those who stopped would have gone on like those whose scores were alike.',
    fieldTerm: 'likelihood estimate under missing at random (MMRM-type)',
    group: 'with-baseline',
    endpoint: 'infusion-6',
    missing: 'estimated from the scores that are there',
  },
  bounds: {
    label: 'Bounds',
    counts: 'All courses with a score at infusion 1, at the worst and at the best possible outcome.',
    fieldTerm: 'worst-case and best-case bounds',
    group: 'with-baseline',
    endpoint: 'infusion-6',
    missing: 'a failure in all, and a success in all',
  },
} as const satisfies Readonly<Record<string, AnalysisSetDefinition>>;

/** Under so many completers the model estimates nothing. */
export const FEWEST_FOR_MODEL = 20;

export type AnalysisSet = keyof typeof ANALYSIS_SETS;
