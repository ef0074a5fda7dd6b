import { severityOf, type SeverityBand } from '../../cudos/severity.js';
import { baselineOf } from './baseline.js';
import type { CalendarDate } from '../../calendar/calendar.js';
import type { TotalScore } from '../../cudos/score.js';
import { scoresInTime, sixScoresOf, type CourseRecord } from '../record/course-record.js';
import type { SlotName } from '../record/slots.js';
import { percentReductionOf, reductionOf, type PercentReduction, type Reduction } from './reduction.js';

/** The latest score of a course and how it moved; positive reductions are better. */
export interface CurrentScore {
  readonly slot: SlotName;
  readonly total: TotalScore;
  /** The day it was taken. */
  readonly on: CalendarDate;
  readonly band: SeverityBand;
  /** Points, positive is better; null without a baseline, and while the baseline is the latest score. */
  readonly reductionSinceBaseline: Reduction | null;
  /** Per cent of the baseline, positive is better; null also for a baseline of 0. */
  readonly percentReductionSinceBaseline: PercentReduction | null;
  /** Points, positive is better, against the score before this one; null when there is none. */
  readonly reductionSinceLast: Reduction | null;
}

/**
 * How is the patient now?
 *
 * Input: a course. Output: its latest score by date, post-series and follow-ups included, with its band
 * and the reductions (points and percent, positive is better) since baseline and since the score
 * before. Null when the course has no score.
 *
 * The latest score describes the patient, it is never the endpoint.
 *
 * @example currentScoreOf(course with 40, 31, 22 at infusions 1, 2, 4)
 * // total 22, reductionSinceBaseline 18, percentReductionSinceBaseline 45, reductionSinceLast 9
 */
export function currentScoreOf(course: CourseRecord): CurrentScore | null {
  const scores = scoresInTime(course);
  const latest = scores.at(-1);
  if (latest === undefined) return null;
  const previous = scores.at(-2);
  const baseline = latest.slot === 'infusion-1' ? null : baselineOf(sixScoresOf(course));
  const { assessedOn: on, ...score } = latest;
  const { total } = score;
  return {
    ...score,
    on,
    band: severityOf(total),
    reductionSinceBaseline: baseline === null ? null : reductionOf(baseline, total),
    percentReductionSinceBaseline: baseline === null ? null : percentReductionOf(baseline, total),
    reductionSinceLast: previous === undefined ? null : reductionOf(previous.total, total),
  };
}
