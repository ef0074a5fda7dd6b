import { ApiParam } from '@nestjs/swagger';
import { COHORT_CHART_NAMES } from '../domain/charts/cohort/cohort-charts.js';
import { cohortOf } from '../domain/cohort/cohort.js';
import { COMPARISON_NOTE, compareCohorts } from '../domain/cohort/comparison.js';
import { markBacktest } from '../domain/cohort/mark-backtest.js';
import { forEachName } from '../domain/cohort/outcomes.js';
import { unfinishedInWords } from '../domain/cohort/unfinished.js';
import { directorOutcome } from '../domain/cohort/director-outcome.js';
import { endpointOutcome } from '../domain/course/judgement/endpoint-outcome.js';
import { rate } from '../domain/statistics/rate.js';
import { chartExample } from '../http/chart-json.js';
import { UNDER_WAY } from './courses/cohort-courses.js';
import type { CohortCoursePage } from './courses/cohort-courses.dto.js';
import type { CohortResponse, ComparisonResponse } from './cohort.dto.js';
import type { MarksResponse } from './marks.dto.js';

/** The hand check of the definitions: five courses scored at infusions 1 and 6. */
const [befores, afters] = [
  [40, 20, 30, 50, 10],
  [10, 12, 9, 30, 1],
];
const cohort = cohortOf(
  befores.map((before, at) => ({
    courseId: String(at),
    scores: [before, null, null, null, null, afters[at] ?? null],
    postSeries: null,
    stoppedReason: null,
    status: 'completed',
    startedOn: '2026-01-12',
  })),
  { n: 12, sd: 10 },
);
const { outcome, groups } = directorOutcome(cohort);

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
  groups: { '/underWay': UNDER_WAY.name, ...groups },
};

const { asOf, filter, definitionsVersion, underWay, ladder } = example;
const [baseline, endpoint] = [40, { infusion: 6, total: 10 }];
const courses: CohortCoursePage = {
  asOf,
  filter,
  definitionsVersion,
  judgedBy: 'infusion6',
  total: 1,
  next: null,
  group: { name: 'responders', label: 'Responded, at infusion 6' },
  reliableChangeThreshold: outcome.reliableChange.threshold,
  items: [
    {
      courseId: '019a5c1e-8f00-7000-8000-000000000020',
      patientId: '019a5c1e-8f00-7000-8000-000000000010',
      chartNumber: 'A-1042',
      kind: 'induction',
      indication: 'depression',
      startedOn: '2026-01-12',
      status: 'completed',
      stoppedReason: null,
      daysToInfusion6: 17,
      baseline,
      infusion6: endpointOutcome(baseline, endpoint, outcome.reliableChange.threshold),
      lastObserved: endpointOutcome(baseline, endpoint, outcome.reliableChange.threshold),
      postSeries: null,
    },
  ],
};

const comparison: ComparisonResponse = {
  asOf,
  definitionsVersion,
  note: COMPARISON_NOTE,
  period: { filter, underWay, unfinished: unfinishedInWords(ladder.courses, underWay), ladder },
  against: { filter: { ...filter, from: '2025-10-01', to: '2025-12-31' }, underWay: 0, unfinished: null, ladder },
  figures: compareCohorts(outcome, outcome),
};

/** Two of twenty marked courses responded, and eight of ten others. */
const marks: MarksResponse = {
  asOf,
  filter,
  definitionsVersion,
  starters: rate(10, 30),
  marks: markBacktest(
    Array.from({ length: 30 }, (_, at) => ({
      marks: { noImprovement: at < 20, rising: at < 20, reliablyWorse: at < 20, silent: at < 20 },
      responded: at < 2 || at >= 22,
      scoredAtInfusion6: true,
    })),
  ),
};

/** One answer of each route, by its operation id. */
export const cohortExamples = {
  CohortController_outcome: example,
  CohortController_dashboard: {
    ...example,
    dataVersion: 'IJ9pbNWZ1pmrKFTZWcWTVQ',
    charts: forEachName(COHORT_CHART_NAMES, () => chartExample),
  },
  CohortController_courses: courses,
  CohortController_comparison: comparison,
  CohortController_differences: { ...chartExample, asOf, filter, definitionsVersion, by: 'clinician' },
  CohortController_marks: marks,
  CohortController_chart: { ...chartExample, asOf, filter, underWay, definitionsVersion, ladder },
};

/** Documents the name of a chart in the address. */
export const CohortChartParam = () => ApiParam({ name: 'name', enum: [...COHORT_CHART_NAMES], example: 'trajectory' });
