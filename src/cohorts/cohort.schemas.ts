import { COURSE_KINDS } from '../domain/course/record/kinds.js';
import { QUARTER_PATTERN } from '../domain/calendar/period.js';
import type { AttritionStep } from '../domain/cohort/attrition.js';
import type { GroupFigures, QuarterFigures } from '../domain/cohort/breakdowns.js';
import type { Ladder } from '../domain/cohort/ladder.js';
import type { ReliableChangeCounts } from '../domain/cohort/reliable-change-counts.js';
import type { ResponseStep } from '../domain/cohort/time-to-response.js';
import { INDICATIONS } from '../domain/course/record/indications.js';
import { STOP_REASONS } from '../domain/course/record/stop-reasons.js';
import { MAX_TOTAL } from '../domain/cudos/score.js';
import { SEVERITY_BANDS } from '../domain/cudos/severity.js';
import { chartParts } from '../http/chart-response.js';
import * as schema from '../http/schema.js';
import type {
  AppliedFilter,
  CohortChartResponse,
  CohortCoursePage,
  CohortCourseResponse,
  CohortResponse,
  ComparedCohort,
  ComparisonResponse,
} from './cohort.dto.js';
import { figureSchemas, percentReductionOfMeans } from './figure.schemas.js';

const { count, listOf, numberOrNull, objectSchema, ref } = schema;
const BANDS = SEVERITY_BANDS.map(({ name }) => name);

const group: schema.SchemasOf<GroupFigures> = {
  starters: count('Courses with a baseline'),
  completers: count('Starters with infusion 6'),
  responseOfStarters: ref('Rate', 'A missing infusion 6 counts as no response'),
  responseOfCompleters: ref('Rate'),
  baseline: ref('Description', 'Of completers: points 0-64, lower is better'),
  endpoint: ref('Description', 'Of completers: points 0-64, lower is better'),
  reduction: ref('Description', 'Of completers: points -64 to 64, positive is better'),
  percentReductionOfMeans,
};

/** Which courses are counted; the same in every answer about a cohort. */
const counted = {
  asOf: { type: 'string', format: 'date-time', description: 'When it was computed' },
  filter: ref('AppliedFilter'),
  underWay: count('Courses in the filter that are still under way; no figure counts them'),
  definitionsVersion: schema.text('The version of the definitions behind every figure'),
  ladder: ref('Ladder'),
};
const points = (of: string) => listOf('Description', `Observed scores at infusions 1 to 6, in points 0-64: ${of}`);

/** What is said of a cohort, for the components of the API document. */
export const cohortSchemas = {
  ...figureSchemas,
  Ladder: objectSchema<Ladder>('How many courses are left at each rung; never rising', {
    courses: count('All concluded courses in the filter'),
    withBaseline: count('Of these, with a score at infusion 1'),
    withLaterScore: count('Of these, with a score at any of infusions 2 to 6'),
    withInfusion6: count('Of these, with a score at infusion 6'),
    withPostSeries: count('Of these, with a post-series score'),
  }),
  AppliedFilter: objectSchema<AppliedFilter>('The filter that was applied; null: not asked', {
    from: schema.dayOrNull('First day of the start'),
    to: schema.dayOrNull('Last day of the start'),
    kind: schema.oneOfTextsOrNull(COURSE_KINDS, 'Kind of course'),
    indication: schema.oneOfTextsOrNull(Object.keys(INDICATIONS), 'What the course is given for'),
    baselineBand: schema.oneOfTextsOrNull(BANDS, 'Severity band of the baseline'),
    minimumBaseline: schema.integerOrNull('Lowest baseline, in points', 0, MAX_TOTAL),
    clinician: { type: ['string', 'null'], format: 'uuid', description: 'Treating clinician' },
  }),
  GroupFigures: objectSchema<GroupFigures>('One group of a breakdown', group),
  QuarterFigures: objectSchema<QuarterFigures>('The courses that started in one quarter', {
    quarter: { ...schema.text('Year and quarter'), pattern: QUARTER_PATTERN.source },
    courses: count('All concluded courses that started in it'),
    ...group,
  }),
  AttritionStep: objectSchema<AttritionStep>('Starters last scored at one infusion', {
    lastScoredInfusion: schema.integer('The infusion', 1, 6),
    count: count('Starters last scored there'),
    reasons: {
      type: 'object',
      description: 'How many for which reason for stopping; `completed` where the course was',
      additionalProperties: count('Starters'),
    },
  }),
  ResponseStep: objectSchema<ResponseStep>('One infusion of the Kaplan-Meier curve of response', {
    infusion: schema.integer('Infusion number', 2, 6),
    atRisk: count('Starters scored here or later who had not responded before'),
    responses: count('Of these, with their first response here'),
    notYetResponded: schema.number('Proportion without a response so far', 0, 1),
    everResponded: numberOrNull('Proportion with a response so far; null of nobody', 0, 1),
  }),
  ReliableChangeCounts: objectSchema<ReliableChangeCounts>(
    'Completers who changed by more than the noise of the instrument',
    {
      threshold: numberOrNull('Points; more than this is reliable. Null without an SD', 0),
      improved: { type: ['integer', 'null'], minimum: 0, description: 'Fell by more' },
      none: { type: ['integer', 'null'], minimum: 0, description: 'Changed by no more' },
      worsened: { type: ['integer', 'null'], minimum: 0, description: 'Rose by more' },
      n: count('Completers counted'),
      sd: numberOrNull('SD of all baselines of the cohort, points; null under two', 0),
      baselines: count('How many baselines that SD is of'),
    },
  ),
  CohortOutcome: objectSchema<CohortResponse>('What the courses of a filter achieved', {
    ...counted,
    starters: ref('StarterFigures', 'Courses with a baseline; the headline'),
    completers: ref('PairedFigures', 'Courses with a baseline and infusion 6'),
    lastObserved: ref('PairedFigures', 'Courses with any later score, judged by the last of them'),
    bounds: ref('BoundFigures', 'Starters, if the missing had all failed or all succeeded'),
    trajectory: points('all courses'),
    trajectoryOfResponders: points('completers who responded'),
    trajectoryOfNonResponders: points('completers who did not'),
    trajectoryOfStoppedEarly: points('starters without infusion 6'),
    reliableChange: ref('ReliableChangeCounts'),
    lastScoredInfusion: {
      type: 'array',
      description: 'Starters by the infusion, 1 to 6, they were last scored at',
      items: count('Starters'),
    },
    attrition: listOf('AttritionStep', 'Infusions 1 to 6'),
    timeToResponse: listOf('ResponseStep', 'Infusions 2 to 6'),
    completersResponseByBaselineBand: schema.eachOf(BANDS, ref('Rate'), 'Per baseline band'),
    byBaselineBand: schema.eachOf(BANDS, ref('GroupFigures'), 'Per severity band of the baseline'),
    byQuarter: listOf('QuarterFigures', 'Quarters of the start, first to last'),
    figures: listOf('Figure', 'The figures of the four analysis sets as a flat list'),
    groups: {
      type: 'object',
      description:
        'The courses behind each count, by the JSON pointer of the count in this answer: a `group` of ' +
        '`GET /v1/cohorts/courses`. Figures carry theirs themselves',
      additionalProperties: schema.text('Name of the group'),
    },
  }),
  CohortCourse: objectSchema<CohortCourseResponse>('One course, and what it counts as', {
    courseId: { ...schema.text('The course'), format: 'uuid' },
    patientId: { ...schema.text('The patient'), format: 'uuid' },
    chartNumber: schema.text('The chart number of the patient'),
    kind: schema.oneOfTexts(COURSE_KINDS, 'Kind of course'),
    startedOn: { ...schema.text('First day'), format: 'date' },
    status: schema.oneOfTexts(['active', 'completed', 'stopped'], 'How it stands'),
    stoppedReason: schema.oneOfTextsOrNull(Object.keys(STOP_REASONS), 'Null: not stopped'),
    baseline: schema.integerOrNull('Points; null without a score at infusion 1', 0, MAX_TOTAL),
    infusion6: schema.refOrNull('EndpointOutcome', 'By infusion 6; null without a score there'),
    lastObserved: schema.refOrNull('EndpointOutcome', 'By the last score; null without a later one'),
  }),
  CohortCoursePage: objectSchema<CohortCoursePage>('The courses of a group, latest start first', {
    asOf: counted.asOf,
    filter: counted.filter,
    definitionsVersion: counted.definitionsVersion,
    group: objectSchema<CohortCoursePage['group']>('Who is listed', {
      name: schema.text('As it was asked for'),
      label: schema.text('In words'),
    }),
    total: count('Courses in the group, on all pages'),
    reliableChangeThreshold: numberOrNull(
      'Points; more than this is a reliable change in this cohort. Null under two baselines',
      0,
    ),
    items: listOf('CohortCourse', 'Courses of this page'),
    next: { type: ['string', 'null'], description: 'Cursor of the next page; null on the last' },
  }),
  ComparedCohort: objectSchema<ComparedCohort>('One side of a comparison', {
    filter: counted.filter,
    underWay: counted.underWay,
    ladder: counted.ladder,
  }),
  Comparison: objectSchema<ComparisonResponse>('Two periods side by side', {
    asOf: counted.asOf,
    definitionsVersion: counted.definitionsVersion,
    note: schema.text('What must be read with every comparison'),
    period: ref('ComparedCohort'),
    against: ref('ComparedCohort'),
    figures: listOf('ComparedFigure', 'Figures of both sides, and the first minus the second'),
  }),
  CohortChart: objectSchema<CohortChartResponse>('A chart, with which courses it counts', {
    ...chartParts,
    ...counted,
  }),
};
