import type { ComparedFigure } from '../domain/cohort/comparison.js';
import { BENEFIT_NAMES, OUTCOMES, OUTCOME_NAMES, forEachName } from '../domain/cohort/outcomes.js';
import { ANALYSIS_SETS } from '../domain/cohort/sets.js';
import type { FigureReading } from '../domain/cohort/figure-definitions.js';
import type { Figure } from '../domain/cohort/figures.js';
import type { PairedFigures, ResponderFigures } from '../domain/cohort/paired-figures.js';
import type { RateBounds, BoundFigures, StarterFigures } from '../domain/cohort/starters.js';
import { MAX_TOTAL } from '../domain/cudos/score.js';
import type { Description } from '../domain/statistics/describe.js';
import type { Rate } from '../domain/statistics/rate.js';
import { count, numberOrNull, objectSchema, oneOfTexts, ref, text } from '../http/schema.js';

const rates = forEachName(OUTCOME_NAMES, (name) => ref('Rate', OUTCOMES[name].rule));
const bounds = forEachName(BENEFIT_NAMES, (name) => ref('Bound', OUTCOMES[name].label));
export const percentReductionOfMeans = numberOrNull(
  '100 x (mean baseline - mean endpoint) / mean baseline: per cent, at most 100, positive is better; null without a ' +
    'course or with a mean baseline of 0',
  undefined,
  100,
);

/** What names a figure, and what is read out of it; the same alone and in a comparison. */
const named = {
  name: text('Unique within its set'),
  label: text('In words'),
  unit: oneOfTexts(['points', 'percent', 'standardDeviations'], 'Of values and intervals'),
  set: oneOfTexts(Object.keys(ANALYSIS_SETS), 'The analysis set'),
  howCounted: text('Which courses are counted, and how'),
  group: text('The courses in n: a `group` of `GET /v1/cohorts/courses`'),
  countGroup: text('Of a rate: the courses in count, as such a group'),
};
const reading = {
  value: numberOrNull('Null where there is nothing to estimate'),
  n: count('Courses it is of'),
  count: count('Of a rate: courses of which it is so'),
  ci95: ref('Interval'),
};

/** The figures of the four analysis sets, for the components of the API document. */
export const figureSchemas = {
  Interval: {
    type: 'array',
    description: '95 % interval, low and high, in the unit of its estimate; both null without one',
    minItems: 2,
    maxItems: 2,
    items: { type: ['number', 'null'] },
  },
  Description: objectSchema<Description>('How values are spread, in their own unit', {
    n: count('How many values'),
    mean: numberOrNull('Null without a value'),
    sd: numberOrNull('Standard deviation with n - 1; null under two values', 0),
    ci95: ref('Interval', 'Of the mean, by Student t; nulls under two values'),
    median: numberOrNull('Null without a value'),
    q1: numberOrNull('Lower quartile (type 7); null without a value'),
    q3: numberOrNull('Upper quartile (type 7); null without a value'),
  }),
  Rate: objectSchema<Rate>('How many of how many', {
    count: count('Courses of which it is so'),
    n: count('Courses counted'),
    percent: numberOrNull('100 x count / n; null of nobody', 0, 100),
    ci95: ref('Interval', 'Per cent, by Wilson; nulls of nobody'),
  }),
  StarterFigures: objectSchema<StarterFigures>(
    `Rates among all courses with a baseline; a missing infusion 6 counts as not achieved (${ANALYSIS_SETS.starters.fieldTerm})`,
    {
      n: count('Courses with a baseline'),
      ...rates,
      responseWorstCasePercent: numberOrNull('If all without infusion 6 had failed', 0, 100),
      responseBestCasePercent: numberOrNull('If all without infusion 6 had responded', 0, 100),
    },
  ),
  ResponderFigures: objectSchema<ResponderFigures>('The responders of a set; never the whole of it', {
    n: count('Courses that responded'),
    baselineMean: numberOrNull('Points; null without a responder', 0, MAX_TOTAL),
    endpointMean: numberOrNull('Points; null without a responder', 0, MAX_TOTAL),
    percentReductionOfMeans,
  }),
  PairedFigures: objectSchema<PairedFigures>(
    'An analysis set of courses that all have a baseline and an endpoint; the same courses in every figure. Completers: ' +
      `${ANALYSIS_SETS.completers.fieldTerm}; last observed: ${ANALYSIS_SETS.lastObserved.fieldTerm}`,
    {
      n: count('Courses in the set'),
      withEndpoint: count('The same as n: every course of the set has an endpoint'),
      baseline: ref('Description', 'Points 0-64, lower is better'),
      endpoint: ref('Description', 'Points 0-64, lower is better'),
      reduction: ref('Description', 'Baseline - endpoint: points -64 to 64, positive is better'),
      cohenDz: numberOrNull('Mean reduction / SD of reductions; null without an SD above 0'),
      percentReductionOfMeans,
      percentReduction: ref(
        'Description',
        '100 x reduction / baseline of each course, at most 100, positive is better; n leaves out baselines of 0',
      ),
      ...rates,
      responders: ref('ResponderFigures'),
    },
  ),
  Bound: objectSchema<RateBounds>('Between which rates the truth lies', {
    worst: ref('Rate', 'If all without infusion 6 had failed'),
    best: ref('Rate', 'If all without infusion 6 had succeeded'),
  }),
  BoundFigures: objectSchema<BoundFigures>(
    `Rates among all starters, whatever the missing did (${ANALYSIS_SETS.bounds.fieldTerm})`,
    {
      n: count('Courses with a baseline'),
      ...bounds,
    },
  ),
  Figure: objectSchema<Figure>(
    'A figure that can be quoted alone',
    {
      ...named,
      estimator: text('How it is computed'),
      interval: oneOfTexts(['Student t, 95 %', 'Wilson, 95 %', 'none'], 'How `ci95` is computed'),
      ...reading,
    },
    ['count', 'countGroup'],
  ),
  Reading: objectSchema<FigureReading>('A figure of one side of a comparison', reading, ['count']),
  ComparedFigure: objectSchema<ComparedFigure>(
    'A figure of two periods side by side',
    {
      ...named,
      period: ref('Reading'),
      against: ref('Reading'),
      difference: numberOrNull('`period` - `against`, in the unit; null where either is missing'),
      ci95: ref('Interval', 'Of the difference'),
      interval: oneOfTexts(
        ['Newcombe hybrid score, 95 %', 'Welch t, 95 %', 'none'],
        'How the interval of the difference is computed',
      ),
    },
    ['countGroup'],
  ),
};
