import type { PublishableChartName } from '../../../../domain/charts/public/public-charts';
import { ANALYSIS_SETS, type AnalysisSet } from '../../../../domain/cohort/sets';
import { PAIRED_FIGURES, RESPONDER_FIGURES, STARTER_FIGURES } from '../../../../domain/cohort/figure-definitions';
import { MANDATORY_FIGURES } from '../../../../domain/publication/publishable';
import type { NewPublication } from '../publication';

export interface Choice {
  value: string;
  label: string;
}

export interface FigureGroup {
  name: string;
  title: string;
  lead: string;
  /** What must be known before one of them is published. */
  warning: string | null;
  choices: Choice[];
}

const choicesOf = (set: AnalysisSet, definitions: readonly { name: string; label: string }[]): Choice[] =>
  definitions.map(({ name, label }) => ({ value: `${set}.${name}`, label }));

const usual = { warning: null };

/** The figures that can be published, the headline first. What is chosen is published in this order. */
export const FIGURE_GROUPS: readonly FigureGroup[] = [
  {
    ...usual,
    name: 'starters',
    title: 'Everybody who started',
    lead: 'The headline of anything public: who stopped early counts as not achieved.',
    choices: choicesOf('starters', STARTER_FIGURES),
  },
  {
    ...usual,
    name: 'completers',
    title: 'Scored at infusions 1 and 6',
    lead: ANALYSIS_SETS.completers.counts,
    choices: choicesOf('completers', PAIRED_FIGURES),
  },
  {
    ...usual,
    name: 'responders',
    title: 'Responders only',
    lead: 'Completers whose score fell by half or more.',
    warning:
      'These show only the patients for whom it went well. Quoted as the result of all they would mislead, so each sentence says whom it counts.',
    choices: choicesOf('completers', RESPONDER_FIGURES),
  },
];

export const CHART_CHOICES: readonly { value: PublishableChartName; label: string }[] = [
  { value: 'mean-before-after', label: 'Mean score before and after' },
  { value: 'trajectory', label: 'Mean score by infusion' },
  { value: 'attrition', label: 'Last scored infusion' },
  { value: 'time-to-response', label: 'Response by infusion' },
];

export const USUAL_FIGURES: readonly string[] = [
  ...MANDATORY_FIGURES,
  'completers.response',
  'completers.baselineMean',
  'completers.endpointMean',
  'completers.percentReductionOfMeans',
  'completers.respondersBaselineMean',
  'completers.respondersEndpointMean',
  'completers.respondersPercentReductionOfMeans',
];

export const USUAL_CHARTS: readonly PublishableChartName[] = ['mean-before-after', 'trajectory'];

const figureOrder = FIGURE_GROUPS.flatMap(({ choices }) => choices.map(({ value }) => value));
const chartOrder = CHART_CHOICES.map(({ value }) => value);

/** Chosen figures in the order of the choices, whatever order they were ticked in. */
export function inFigureOrder(chosen: readonly string[]): NewPublication['figures'] {
  return figureOrder.filter((value) => chosen.includes(value)) as NewPublication['figures'];
}

export function inChartOrder(chosen: readonly string[]): PublishableChartName[] {
  return chartOrder.filter((value) => chosen.includes(value));
}
