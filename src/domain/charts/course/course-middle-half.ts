import type { ClinicDays } from '../../calendar/clinic-days.js';
import { LEAST_FOR_MIDDLE_HALF, type LikeQuartiles } from '../../course/judgement/middle-half.js';
import { infusionNumber } from '../../course/record/slots.js';
import { counted } from '../../numbers/words.js';
import type { ChartDataset } from '../parts/chart.js';
import { COLORS, faded } from '../parts/palette.js';
import type { TimelinePoint } from './course-timeline.js';

/** What the chart of a course is made with, beside the course. */
export interface TrajectoryContext {
  /** It names the patient by chart number. */
  readonly title: string;
  /** Today's calendar date at the clinic. */
  readonly today: string;
  /** The days on which the clinic treats; every day unless stated. */
  readonly clinicDays?: ClinicDays;
  /** Where other courses like it were; null where it is held against none. */
  readonly like: LikeQuartiles | null;
}

/**
 * How is the middle half of other courses drawn behind the line of a patient?
 *
 * Input: the visits of the series on the axis of days, and where other courses were (null: held against none). Output: two
 * lines in points 0-64 at the patient's own days, the upper one filled down to the lower, which has no name; none where
 * they are too few. An infusion at which too few were scored is a gap.
 *
 * @example middleHalfDatasets(series, like)[1].label // 'Middle half of 43 other courses'
 */
export function middleHalfDatasets(series: readonly TimelinePoint[], like: LikeQuartiles | null): ChartDataset[] {
  if (like === null || !hasEnough(like)) return [];
  const line = (label: string, end: 'from' | 'to', fill: string | false): ChartDataset => ({
    label,
    data: series.map(({ slot, day }) => {
      return { x: day, y: like.quartiles[(infusionNumber(slot) ?? 0) - 1]?.[end] ?? null };
    }),
    fill,
    backgroundColor: faded(COLORS.ink, 0.14),
    borderColor: faded(COLORS.ink, 0.4),
    borderWidth: 1,
    pointStyle: 'rect',
    pointRadius: 0,
    pointHitRadius: 0,
    pointHoverRadius: 0,
    spanGaps: false,
    // Behind every line, before the bands of severity.
    order: 50,
  });
  return [line('', 'from', false), line(`Middle half of ${like.courses} other courses`, 'to', '-1')];
}

/**
 * Which courses is a patient's line drawn before, in a sentence?
 *
 * Input: where other courses were; null: held against none. Output: one sentence, also where they are too few to draw;
 * none for null.
 *
 * @example likeCoursesInWords(43 inductions, moderate)
 * // ['Shaded: the middle half (25 to 75 %) of 43 other concluded induction courses of this clinic with a moderate baseline.']
 */
export function likeCoursesInWords(like: LikeQuartiles | null): string[] {
  if (like === null) return [];
  const courses = counted(like.courses, `other concluded ${like.kind} course`);
  const begun = `with a ${like.band.label.toLowerCase()} baseline`;
  return hasEnough(like)
    ? [`Shaded: the middle half (25 to 75 %) of ${courses} of this clinic ${begun}.`]
    : [
        `No middle half of other courses is drawn: it takes ${LEAST_FOR_MIDDLE_HALF}, and this clinic has ${courses} ${begun}.`,
      ];
}

function hasEnough({ quartiles }: LikeQuartiles): boolean {
  return quartiles.some((each) => each !== null);
}
