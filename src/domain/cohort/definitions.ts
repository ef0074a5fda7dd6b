/**
 * Goes up when a definition changes what a figure says; every outcome carries it.
 */
export const DEFINITIONS_VERSION = '1';

/** The four ways to choose which courses count. They are always shown together. */
export type AnalysisSet = 'starters' | 'completers' | 'lastObserved' | 'bounds';

/** What an analysis set is called, and who is in it, in words for every reader. */
export const ANALYSIS_SETS: Readonly<Record<AnalysisSet, { label: string; counts: string }>> = {
  starters: {
    label: 'Starters',
    counts: 'All courses with a score at infusion 1; one without a score at infusion 6 counts as not achieved.',
  },
  completers: {
    label: 'Completers',
    counts: 'Courses with a score at infusion 1 and at infusion 6; those that stopped are left out.',
  },
  lastObserved: {
    label: 'Last observed',
    counts: 'Courses with a score at infusion 1 and a later one; the last score stands in for infusion 6.',
  },
  bounds: {
    label: 'Bounds',
    counts: 'All courses with a score at infusion 1, at the worst and at the best possible outcome.',
  },
};
