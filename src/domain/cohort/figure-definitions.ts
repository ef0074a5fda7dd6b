import type { WholeNumber } from '../numbers/number-types.js';
import type { Description } from '../statistics/describe.js';
import type { Interval } from '../statistics/intervals.js';
import type { Rate } from '../statistics/rate.js';
import type { Count } from './cohort.js';
import { BENEFIT_NAMES, OUTCOMES, OUTCOME_NAMES } from './outcomes.js';
import type { BenefitName, OutcomeName } from './outcomes.js';
import type { PairedFigures, ResponderFigures } from './paired-figures.js';
import type { BoundFigures, StarterFigures } from './starters.js';

export type FigureUnit = 'points' | 'percent' | 'standardDeviations';
export type IntervalMethod = 'Student t, 95 %' | 'Fieller, 95 %' | 'Wilson, 95 %' | 'normal, 95 %' | 'none';

/** What is read out of a set's figures: the number with all it needs to be quoted alone. */
export interface FigureReading<N = WholeNumber> {
  /** Null where there is nothing to estimate. */
  value: number | null;
  /** Courses it is of. */
  n: N;
  /** Of a rate: courses of which it is so. */
  count?: N;
  ci95: Interval;
}

/** What a figure always says. */
export interface FigureTerms {
  /** Unique within its set. */
  name: string;
  /** In words. */
  label: string;
  /** How it is computed. */
  estimator: string;
  /** How `ci95` is computed. */
  interval: IntervalMethod;
  /** Of values and intervals. */
  unit: FigureUnit;
  /** Which courses are counted, and how. */
  howCounted: string;
}

/** One figure of an analysis set: what it is called, how it is estimated, where it is read. */
export interface FigureDefinition<Source> extends FigureTerms {
  /** Of a rate: of which outcome. */
  outcome?: OutcomeName;
  read: (source: Source) => FigureReading<Count>;
}

const POINTS = { estimator: 'mean', interval: 'Student t, 95 %', unit: 'points' } as const;
export const SHARE = { estimator: 'count / n', interval: 'Wilson, 95 %', unit: 'percent' } as const;
const RATIO = {
  estimator: '100 x (mean baseline - mean endpoint) / mean baseline',
  interval: 'Fieller, 95 %',
  unit: 'percent',
} as const;
const PLAIN = { interval: 'none' } as const;

const ofMean = ({ mean, n, ci95 }: Description<Count>) => ({ value: mean, n, ci95 });
export const ofRate = ({ percent, n, count, ci95 }: Rate<Count>) => ({ value: percent, n, count, ci95 });
const ofRatio = ({
  percentReductionOfMeans: value,
  percentReductionOfMeansCi95: ci95,
  n,
}: Pick<
  ResponderFigures<Count>,
  'n' | 'percentReductionOfMeans' | 'percentReductionOfMeansCi95'
>): FigureReading<Count> => ({
  value,
  n,
  ci95,
});
const alone = (value: number | null, n: Count): FigureReading<Count> => ({ value, n, ci95: [null, null] });

function rateFigure(outcome: OutcomeName): FigureDefinition<Record<OutcomeName, Rate<Count>>> {
  const { label, rule } = OUTCOMES[outcome];
  return {
    ...SHARE,
    name: outcome,
    label,
    howCounted: rule,
    outcome,
    read: (set) => ofRate(set[outcome]),
  };
}

/** Figures of courses that have both a baseline and an endpoint. */
export const PAIRED_FIGURES: readonly FigureDefinition<PairedFigures<Count>>[] = [
  {
    ...POINTS,
    name: 'meanReduction',
    label: 'Mean reduction',
    howCounted: 'Baseline minus endpoint of each course, averaged.',
    read: ({ reduction }) => ofMean(reduction),
  },
  {
    ...RATIO,
    name: 'percentReductionOfMeans',
    label: 'Percent reduction of means',
    howCounted: 'Both means are of the same courses.',
    read: ofRatio,
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
    label: 'Effect size (Cohen’s dz)',
    estimator: 'mean reduction / SD of reductions',
    unit: 'standardDeviations',
    howCounted: 'The SD is of the reductions themselves, with divisor n - 1.',
    read: (set) => alone(set.cohenDz, set.n),
  },
  ...OUTCOME_NAMES.map(rateFigure),
];

const RESPONDERS_ONLY = {
  ...PLAIN,
  howCounted: 'Responders only: chosen for their result, so not what a patient may expect.',
};

/** Figures of the responders alone, who are never the whole set. */
export const RESPONDER_FIGURES: readonly FigureDefinition<ResponderFigures<Count>>[] = [
  {
    ...RESPONDERS_ONLY,
    name: 'respondersBaselineMean',
    label: 'Mean baseline of responders only',
    estimator: 'mean',
    unit: 'points',
    read: ({ baselineMean, n }) => alone(baselineMean, n),
  },
  {
    ...RESPONDERS_ONLY,
    name: 'respondersEndpointMean',
    label: 'Mean endpoint of responders only',
    estimator: 'mean',
    unit: 'points',
    read: ({ endpointMean, n }) => alone(endpointMean, n),
  },
  {
    ...RESPONDERS_ONLY,
    ...RATIO,
    name: 'respondersPercentReductionOfMeans',
    label: 'Percent reduction of means of responders only',
    read: ofRatio,
  },
];

/** Rates among everyone who started. */
export const STARTER_FIGURES: readonly FigureDefinition<StarterFigures<Count>>[] = [
  ...OUTCOME_NAMES.map(starterFigure),
  {
    ...SHARE,
    name: 'withoutInfusion6',
    label: 'Without a score at infusion 6',
    howCounted: 'Who stopped, was not seen again, or missed the score at infusion 6.',
    read: ({ withoutInfusion6 }) => ofRate(withoutInfusion6),
  },
];

function starterFigure(name: OutcomeName): FigureDefinition<StarterFigures<Count>> {
  const figure = rateFigure(name);
  const { kind, label } = OUTCOMES[name];
  if (kind === 'benefit') return figure;
  const unknown = `Of a course without one nobody knows; it counts as not ${label.toLowerCase()}, so the rate may be too low.`;
  return { ...figure, howCounted: `${figure.howCounted} ${unknown}` };
}

/** Rates if every missing endpoint were a failure, and if every one were a success. */
export const BOUND_FIGURES: readonly FigureDefinition<BoundFigures<Count>>[] = BENEFIT_NAMES.flatMap((name) => [
  boundFigure(name, 'worst', 'not achieved'),
  boundFigure(name, 'best', 'achieved'),
]);

function boundFigure(
  outcome: BenefitName,
  end: 'worst' | 'best',
  missing: string,
): FigureDefinition<BoundFigures<Count>> {
  const { label, rule } = OUTCOMES[outcome];
  return {
    ...SHARE,
    name: `${outcome}${end === 'worst' ? 'Worst' : 'Best'}Case`,
    label: `${label}, ${end} case`,
    howCounted: `${rule} Every missing endpoint counts as ${missing}.`,
    outcome,
    read: (bounds) => ofRate(bounds[outcome][end]),
  };
}
