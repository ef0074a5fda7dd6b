import { ApiOkResponse, ApiParam } from '@nestjs/swagger';
import { COHORT_CHART_NAMES } from '../domain/charts/cohort-charts.js';
import { cohortOutcome } from '../domain/cohort/cohort-outcome.js';
import { ChartResponse } from '../http/chart-response.js';
import { ref } from '../http/schema.js';
import type { CohortResponse } from './cohort.dto.js';

/** The hand check of the definitions: five courses that all had six infusions. */
const [befores, afters] = [
  [40, 20, 30, 50, 10],
  [10, 12, 9, 30, 1],
];
const outcome = cohortOutcome(
  befores.map((before, at) => ({
    scores: [before, null, null, null, null, afters[at] ?? null],
    postSeries: null,
    stoppedReason: null,
    status: 'completed',
    startedOn: '2026-01-12',
  })),
);

const example: CohortResponse = {
  asOf: '2026-03-24T17:00:00.000Z',
  filter: {
    from: '2026-01-01',
    to: '2026-03-31',
    kind: 'induction',
    indication: null,
    baselineBand: null,
    minimumBaseline: null,
    clinician: null,
  },
  underWay: 2,
  ...outcome,
};

/** Documents what a cohort achieved, by the figures of the hand check. */
export const CohortOutcomeResponse = () =>
  ApiOkResponse({
    description:
      'Points 0-64, lower is better; per cent 0-100; null where there is nothing to estimate. `figures` is the same ' +
      'as a flat list, each with its set, estimator, n and interval.',
    schema: ref('CohortOutcome'),
    example,
  });

/** Documents a chart of the cohort. */
export const CohortChart = () => {
  const { asOf, filter, underWay, definitionsVersion, ladder } = example;
  return ChartResponse('CohortChart', { asOf, filter, underWay, definitionsVersion, ladder });
};

/** Documents the name of a chart in the address. */
export const CohortChartParam = () =>
  ApiParam({ name: 'name', enum: [...COHORT_CHART_NAMES], example: 'trajectory' });
