import { cohortChart, type CohortChartName } from '../domain/charts/cohort/cohort-charts.js';
import type { UnfinishedChoice } from '../domain/charts/cohort/quarterly-trend.js';
import type { Chart } from '../domain/charts/parts/chart.js';
import { cohortOfTally } from '../domain/cohort/cohort.js';
import { directorOutcome, type CountedDirectorOutcome } from '../domain/cohort/director-outcome.js';
import { fittedModel, modelInput } from '../domain/cohort/model-based.js';
import { forEachName } from '../domain/cohort/outcomes.js';
import type { Tally } from '../domain/cohort/tally/tally.js';
import type { Baselines } from '../domain/course/judgement/reliable-change.js';

/** What a cohort adds up to, and what is wanted of it. */
export interface FiguresJob {
  tally: Tally;
  /** Of the clinic, whatever the cohort. */
  baselines: Baselines;
  /** Whether the model-based estimate is wanted, which takes longer than all else. */
  model: boolean;
  charts: readonly CohortChartName[];
  unfinished?: UnfinishedChoice;
}

export interface CohortFigures extends CountedDirectorOutcome {
  /** Courses of the filter that no figure counts yet. */
  underWay: number;
  /** Those that were wanted. */
  charts: Record<CohortChartName, Chart>;
}

/** The outcome of a cohort, without a model-based estimate where none is wanted, and its charts. */
export function cohortFigures({ tally, baselines, model, charts, unfinished }: FiguresJob): CohortFigures {
  const cohort = cohortOfTally(tally, baselines);
  const { outcome, groups } = directorOutcome(cohort, model ? fittedModel(modelInput(cohort)) : null);
  const underWay = [...tally.values()].reduce((total, quarter) => total + quarter.underWay, 0);
  return {
    underWay,
    outcome,
    groups,
    charts: forEachName(charts, (name) => cohortChart(name, outcome, cohort, unfinished)),
  };
}
