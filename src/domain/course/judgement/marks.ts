import { INFUSION_NUMBERS, type InfusionNumber, type SixScores } from '../record/slots.js';
import { sixScoresOf, type CourseRecord } from '../record/course-record.js';
import { baselineOf } from './baseline.js';
import { percentReductionOf, reductionOf } from './reduction.js';
import { reliableChange } from './reliable-change.js';
import { LOST_AFTER_DAYS, courseStatus, type CourseStatus } from './status.js';

/** What a mark is called, and when it is set. */
interface Mark {
  /** A few words in lower case, as beside a patient. */
  readonly label: string;
  /** The rule, to follow a colon. */
  readonly rule: string;
}

/** A mark that the scores of the series decide; null where they can't yet, or can't at all. */
interface ScoreMark extends Mark {
  judge(scores: SixScores, threshold: number | null): boolean | null;
}

/** From which infusion on a course is looked at. */
const FIRST_JUDGED: InfusionNumber = 3;

const LEAST_IMPROVEMENT = { percent: 20, byInfusion: 4 } as const;

/**
 * By which marks is a course found that may need a look? Each asks somebody to look; none says what to do.
 *
 * Each judges by the totals at infusions 1-6 so far (0-64 or null) and the clinic's threshold of reliable change in points
 * (null: none), from infusion 3 on, and null says that it can't: there is no baseline (for a percentage, none above 0), too
 * few scores, or no threshold.
 *
 * Source: doi:10.1038/s41398-024-03027-2 for improvement by 20 % at the fourth infusion; Jacobson and Truax 1991,
 * doi:10.1037/0022-006X.59.1.12, for reliable change.
 *
 * @example SCORE_MARKS.noImprovement.judge([40, 38, 36, 33, null, null], null) // true: 7 of 40 points are 17.5 %
 * @example SCORE_MARKS.rising.judge([40, 28, 29, 30, null, null], null) // true
 */
const SCORE_MARKS = {
  noImprovement: {
    label: 'under 20 % better',
    rule: 'at infusion 4 or later, the latest score is less than 20 % below the baseline: a published rule, doi:10.1038/s41398-024-03027-2.',
    judge: (scores) => {
      const latest = latestOf(scores);
      const baseline = baselineOf(scores);
      if (latest === null || baseline === null || latest.infusion < LEAST_IMPROVEMENT.byInfusion) return null;
      const percent = percentReductionOf(baseline, latest.total);
      return percent === null ? null : percent < LEAST_IMPROVEMENT.percent;
    },
  },
  rising: {
    label: 'rising',
    rule: 'each of the latest three scores is higher than the one before.',
    judge: (scores) => {
      const [first, second, third] = observed(scores)
        .slice(-3)
        .map(({ total }) => total);
      if (first === undefined || second === undefined || third === undefined) return null;
      return first < second && second < third;
    },
  },
  reliablyWorse: {
    label: 'reliably worse',
    rule: 'at infusion 3 or later, the latest score is above the baseline by more than a reliable change.',
    judge: (scores, threshold) => {
      const latest = latestOf(scores);
      const baseline = baselineOf(scores);
      if (latest === null || baseline === null || latest.infusion < FIRST_JUDGED) return null;
      const change = reliableChange(reductionOf(baseline, latest.total), threshold);
      return change === null ? null : change === 'worsened';
    },
  },
} as const satisfies Record<string, ScoreMark>;

export type ScoreMarkName = keyof typeof SCORE_MARKS;
const SCORE_MARK_NAMES = Object.keys(SCORE_MARKS) as ScoreMarkName[];

/** Every mark with its words: those of the scores, and that nothing came for long. */
export const COURSE_MARKS = {
  ...SCORE_MARKS,
  silent: {
    label: 'silent',
    rule: `nobody closed the course, and nothing was recorded for more than ${LOST_AFTER_DAYS.induction} days (maintenance: ${LOST_AFTER_DAYS.maintenance}).`,
  },
} as const satisfies Record<string, Mark>;

export type MarkName = keyof typeof COURSE_MARKS;

/**
 * Does somebody have to look at this course, and why?
 *
 * Input: a course, today's calendar date at the clinic, and the threshold of reliable change in points (null: none).
 * Output: the names of its marks, in the order of `COURSE_MARKS`; none for a course that is completed or stopped, which is
 * judged by its outcome.
 *
 * @example marksOf(course under way with 40, 28, 29, 30 at infusions 1-4, '2026-03-13', 7.84) // ['rising']
 */
export function marksOf(course: CourseRecord, today: string, threshold: number | null): MarkName[] {
  return marksBy(courseStatus(course, today), sixScoresOf(course), threshold);
}

/** The same of a course whose status and totals at infusions 1-6 are known. */
export function marksBy(status: CourseStatus, scores: SixScores, threshold: number | null): MarkName[] {
  if (status === 'lost') return ['silent'];
  if (status !== 'active') return [];
  return SCORE_MARK_NAMES.filter((name) => isMarkedBy(name, scores, threshold) === true);
}

/**
 * Do these scores set this mark?
 *
 * Input: the name of a mark of scores, the totals at infusions 1-6 so far (0-64 or null), and the threshold of reliable
 * change in points (null: none). Output: whether they do; null where they can't say.
 *
 * @example isMarkedBy('rising', [40, 28, 29, null, null, null], null) // false
 * @example isMarkedBy('rising', [40, 28, null, null, null, null], null) // null
 */
export function isMarkedBy(name: ScoreMarkName, scores: SixScores, threshold: number | null): boolean | null {
  return SCORE_MARKS[name].judge(scores, threshold);
}

function observed(scores: SixScores): { infusion: InfusionNumber; total: number }[] {
  return INFUSION_NUMBERS.flatMap((infusion) => {
    const total = scores[infusion - 1] ?? null;
    return total === null ? [] : [{ infusion, total }];
  });
}

function latestOf(scores: SixScores) {
  return observed(scores).at(-1) ?? null;
}
