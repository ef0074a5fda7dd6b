import type { EndpointOutcome } from '../../domain/course/judgement/endpoint-outcome.js';
import { INDICATIONS } from '../../domain/course/record/indications.js';
import { STOP_REASONS } from '../../domain/course/record/stop-reasons.js';
import type { TableCell } from '../../http/csv-lines.js';
import type { CohortCourseResponse } from './cohort-courses.dto.js';

const ENDPOINTS = { infusion6: 'infusion 6', lastObserved: 'last score', postSeries: 'post-series' } as const;
const JUDGED = [
  'total',
  'band',
  'reduction',
  'percent reduction',
  'response',
  'remission below 20',
  'remission at most 10',
  'worsened',
  'reliable change',
];

/** Courses as the table of a file: a line each, with every endpoint that it can be judged by. */
export function courseTable(courses: readonly CohortCourseResponse[]) {
  const judged = Object.values(ENDPOINTS).flatMap((endpoint) => JUDGED.map((name) => `${endpoint}: ${name}`));
  return {
    sheet: 'Courses',
    columns: [
      ...['chart number', 'kind', 'indication', 'started on', 'status', 'reason for stopping'],
      ...['days to infusion 6', 'baseline', ...judged],
    ],
    rows: courses.map((course): TableCell[] => [
      ...[course.chartNumber, course.kind, INDICATIONS[course.indication], { day: course.startedOn }, course.status],
      course.stoppedReason && STOP_REASONS[course.stoppedReason],
      ...[course.daysToInfusion6, course.baseline],
      ...cellsOf(course.infusion6),
      ...cellsOf(course.lastObserved),
      ...cellsOf(course.postSeries),
    ]),
  };
}

function cellsOf(endpoint: EndpointOutcome | null): TableCell[] {
  if (endpoint === null) return JUDGED.map(() => null);
  const { total, band, reduction, percentReduction, response, worsened, reliableChange } = endpoint;
  return [
    ...[total, band.label, reduction, percentReduction, yesOrNo(response)],
    ...[yesOrNo(endpoint.remissionBelow20), yesOrNo(endpoint.remissionAtMost10), yesOrNo(worsened), reliableChange],
  ];
}

function yesOrNo(value: boolean | null): string | null {
  if (value === null) return null;
  return value ? 'yes' : 'no';
}
