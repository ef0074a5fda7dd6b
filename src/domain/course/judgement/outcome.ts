import type { CalendarDate } from '../../calendar/calendar.js';
import type { ClinicDays } from '../../calendar/clinic-days.js';
import type { TotalScore } from '../../cudos/score.js';
import { severityOf, type SeverityBand } from '../../cudos/severity.js';
import type { WholeNumber } from '../../numbers/number-types.js';
import { baselineOf } from './baseline.js';
import { recordOf, sixScoresOf, totalAt, type CourseRecord } from '../record/course-record.js';
import { currentScoreOf, type CurrentScore } from './current-score.js';
import { endpointOutcome, type EndpointOutcome } from './endpoint-outcome.js';
import { endpointBy, type EndpointRule } from './endpoint.js';
import { reliableChangeThreshold, type Baselines } from './reliable-change.js';
import { slotStates, type SlotState } from './slot-states.js';
import { courseStatus, type CourseStatus } from './status.js';
import { trendOf, type Trend } from './trend.js';

/** The score a course began with. */
export interface Baseline {
  readonly total: TotalScore;
  /** The day it was taken. */
  readonly on: CalendarDate | null;
  readonly band: SeverityBand;
}

/** What a reliable change was measured by, shown beside it. */
export interface ReliableChangeBasis {
  /** Points; more than this is reliable. Null under 10 baselines, and where all are equal. @minimum 0 */
  readonly threshold: number | null;
  /** Points; null when the clinic has fewer than two baselines. @minimum 0 */
  readonly sdOfBaselines: number | null;
  /** How many baselines the SD is of; from a few it says little. */
  readonly baselines: WholeNumber;
  /** Whose baselines they are. */
  readonly sdSource: string;
}

/** Everything that is said of one course. */
export interface CourseOutcome {
  readonly status: CourseStatus;
  /** The six infusions. */
  readonly slots: readonly SlotState[];
  /** How many of the six infusions have a total. @integer @minimum 0 @maximum 6 */
  readonly infusionsScored: number;
  /** Null without a score at infusion 1. */
  readonly baseline: Baseline | null;
  /** Null without any score. */
  readonly current: CurrentScore | null;
  /** Null under three scores, and without a threshold of reliable change. */
  readonly trend: Trend | null;
  /** The rule that `endpoint` follows. */
  readonly endpointRule: EndpointRule;
  /** By the rule asked for; null while there is none. */
  readonly endpoint: EndpointOutcome | null;
  /** The endpoint by each rule; null while there is none. */
  readonly endpoints: Readonly<Record<EndpointRule, EndpointOutcome | null>>;
  readonly reliableChangeBasis: ReliableChangeBasis;
}

/** What a course can't know by itself. */
export interface OutcomeContext {
  /** Today's calendar date at the clinic. */
  readonly today: string;
  readonly baselines: Baselines;
  /** The days on which the clinic treats; every day unless stated. */
  readonly clinicDays?: ClinicDays;
  /** The rule of the headline endpoint; infusion 6 unless said otherwise. */
  readonly endpointRule?: EndpointRule;
}

/**
 * What did this course achieve so far?
 *
 * Input: a course, today's date, the baselines of the clinic's induction courses, and
 * optionally the rule of the headline endpoint. Output: status, states of the six slots, baseline, current score, trend, and
 * the endpoint by each of the three rules with all its figures; whatever does not exist yet is null.
 *
 * @example courseOutcome(course from 40 at infusion 1 to 10 at infusion 6, { today,
 *   baselines: { n: 12, sd: 10 } })
 * // status 'completed', endpoint.reduction 30, endpoint.response true, threshold 7.84
 */
export function courseOutcome(course: CourseRecord, context: OutcomeContext): CourseOutcome {
  const { today, baselines, endpointRule = 'infusion-6' } = context;
  const scores = sixScoresOf(course);
  const threshold = reliableChangeThreshold(baselines);
  const judgedBy = (rule: EndpointRule): EndpointOutcome | null => {
    const endpoint = endpointBy(rule, scores, totalAt(course, 'post-series'));
    return endpoint && endpointOutcome(baselineOf(scores), endpoint, threshold);
  };
  const endpoints = {
    'infusion-6': judgedBy('infusion-6'),
    'last-observed': judgedBy('last-observed'),
    'post-series': judgedBy('post-series'),
  };
  return {
    status: courseStatus(course, today),
    slots: slotStates(course, today, context.clinicDays),
    infusionsScored: scores.filter((total) => total !== null).length,
    baseline: baselineIn(course),
    current: currentScoreOf(course),
    trend: trendOf(course, threshold),
    endpointRule,
    endpoint: endpoints[endpointRule],
    endpoints,
    reliableChangeBasis: {
      threshold,
      sdOfBaselines: baselines.sd,
      baselines: baselines.n,
      sdSource: 'Baselines of all induction courses of this clinic',
    },
  };
}

function baselineIn(course: CourseRecord): Baseline | null {
  const total = baselineOf(sixScoresOf(course));
  if (total === null) return null;
  const on = recordOf(course, 'infusion-1')?.assessedOn ?? null;
  return { total, on, band: severityOf(total) };
}
