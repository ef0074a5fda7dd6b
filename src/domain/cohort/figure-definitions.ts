import { REMISSION_RULES } from '../course/judgement/remission.js';
import { PLAIN, POINTS, SHARE, alone, ofMean, ofRate } from './figure-definition.js';
import type { FigureDefinition } from './figure-definition.js';
import type { PairedFigures, ResponderFigures } from './paired-figures.js';
import type { BoundFigures, StarterFigures } from './starters.js';

const RESPONSE = {
  name: 'response',
  label: 'Response',
  howCounted: 'The endpoint is at most half of the baseline, and the baseline is above 0.',
};
const REMISSION_BELOW_20 = {
  name: 'remissionBelow20',
  label: 'Remission (below 20)',
  howCounted: `The endpoint is ${REMISSION_RULES['below-20'].highest} or lower.`,
};
const REMISSION_AT_MOST_10 = {
  name: 'remissionAtMost10',
  label: 'Remission (at most 10)',
  howCounted: `The endpoint is ${REMISSION_RULES['at-most-10'].highest} or lower.`,
};
const WORSENED = {
  name: 'worsened',
  label: 'Worsened',
  howCounted: 'The endpoint is higher than the baseline.',
};

/** Figures of courses that have both a baseline and an endpoint. */
export const PAIRED_FIGURES: readonly FigureDefinition<PairedFigures>[] = [
  {
    ...POINTS,
    name: 'meanReduction',
    label: 'Mean reduction',
    howCounted: 'Baseline minus endpoint of each course, averaged.',
    read: ({ reduction }) => ofMean(reduction),
  },
  {
    ...PLAIN,
    name: 'percentReductionOfMeans',
    label: 'Percent reduction of means',
    estimator: '100 x (mean baseline - mean endpoint) / mean baseline',
    unit: 'percent',
    howCounted: 'Both means are of the same courses.',
    read: (set) => alone(set.percentReductionOfMeans, set.n),
  },
  {
    ...POINTS,
    name: 'meanPercentReduction',
    label: 'Mean percent reduction',
    unit: 'percent',
    howCounted: 'The percent reduction of each course, averaged; a course with baseline 0 has none and is left out.',
    read: ({ percentReduction }) => ofMean(percentReduction),
  },
  {
    ...POINTS,
    name: 'baselineMean',
    label: 'Mean baseline',
    howCounted: 'The score at infusion 1, averaged over the courses of the set.',
    read: ({ baseline }) => ofMean(baseline),
  },
  {
    ...POINTS,
    name: 'endpointMean',
    label: 'Mean endpoint',
    howCounted: 'The endpoint, averaged over the courses of the set.',
    read: ({ endpoint }) => ofMean(endpoint),
  },
  {
    ...PLAIN,
    name: 'cohenDz',
    label: 'Effect size (Cohen d_z)',
    estimator: 'mean reduction / SD of reductions',
    unit: 'standardDeviations',
    howCounted: 'The SD is of the reductions themselves, with divisor n - 1.',
    read: (set) => alone(set.cohenDz, set.n),
  },
  { ...SHARE, ...RESPONSE, read: ({ response }) => ofRate(response) },
  { ...SHARE, ...REMISSION_BELOW_20, read: (set) => ofRate(set.remissionBelow20) },
  { ...SHARE, ...REMISSION_AT_MOST_10, read: (set) => ofRate(set.remissionAtMost10) },
  { ...SHARE, ...WORSENED, read: ({ worsened }) => ofRate(worsened) },
];

/** Figures of the responders alone, who are never the whole set. */
export const RESPONDER_FIGURES: readonly FigureDefinition<ResponderFigures>[] = [
  {
    ...PLAIN,
    name: 'respondersBaselineMean',
    label: 'Mean baseline of responders only',
    estimator: 'mean',
    unit: 'points',
    howCounted: 'Responders only: chosen for their result, so not what a patient may expect.',
    read: ({ baselineMean, n }) => alone(baselineMean, n),
  },
  {
    ...PLAIN,
    name: 'respondersEndpointMean',
    label: 'Mean endpoint of responders only',
    estimator: 'mean',
    unit: 'points',
    howCounted: 'Responders only: chosen for their result, so not what a patient may expect.',
    read: ({ endpointMean, n }) => alone(endpointMean, n),
  },
  {
    ...PLAIN,
    name: 'respondersPercentReductionOfMeans',
    label: 'Percent reduction of means of responders only',
    estimator: '100 x (mean baseline - mean endpoint) / mean baseline',
    unit: 'percent',
    howCounted: 'Responders only: chosen for their result, so not what a patient may expect.',
    read: ({ percentReductionOfMeans, n }) => alone(percentReductionOfMeans, n),
  },
];

/** Rates among everyone who started. */
export const STARTER_FIGURES: readonly FigureDefinition<StarterFigures>[] = [
  { ...SHARE, ...RESPONSE, read: ({ response }) => ofRate(response) },
  { ...SHARE, ...REMISSION_BELOW_20, read: (set) => ofRate(set.remissionBelow20) },
  { ...SHARE, ...REMISSION_AT_MOST_10, read: (set) => ofRate(set.remissionAtMost10) },
  {
    ...SHARE,
    ...WORSENED,
    howCounted: `${WORSENED.howCounted} Of a course without one nobody knows; it counts as not worsened, so the rate may be too low.`,
    read: ({ worsened }) => ofRate(worsened),
  },
];

/** Rates if every missing endpoint were a failure, and if every one were a success. */
export const BOUND_FIGURES: readonly FigureDefinition<BoundFigures>[] = (
  [
    ['response', RESPONSE],
    ['remissionBelow20', REMISSION_BELOW_20],
    ['remissionAtMost10', REMISSION_AT_MOST_10],
  ] as const
).flatMap(([key, figure]) => [
  {
    ...SHARE,
    name: `${key}WorstCase`,
    label: `${figure.label}, worst case`,
    howCounted: `${figure.howCounted} Every missing endpoint counts as not achieved.`,
    read: (bounds: BoundFigures) => ofRate(bounds[key].worst),
  },
  {
    ...SHARE,
    name: `${key}BestCase`,
    label: `${figure.label}, best case`,
    howCounted: `${figure.howCounted} Every missing endpoint counts as achieved.`,
    read: (bounds: BoundFigures) => ofRate(bounds[key].best),
  },
]);
