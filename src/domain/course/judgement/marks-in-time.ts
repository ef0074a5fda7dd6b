import { INFUSION_NUMBERS, LAST_INFUSION, infusionSlot, type SixScores } from '../record/slots.js';
import type { CourseKind } from '../record/kinds.js';
import { isMarkedBy, type MarkName, type ScoreMarkName } from './marks.js';
import { silentBefore, type ConcludedStatus } from './status.js';

/** A concluded course with the days on which its entries were made. */
export interface PastCourse {
  readonly kind: CourseKind;
  readonly status: ConcludedStatus;
  readonly startedOn: string;
  readonly stoppedOn: string | null;
  /** The last day on which somebody said that it was under way. */
  readonly underWayOn: string | null;
  /** Totals (0-64) at infusions 1-6; null where there is none. */
  readonly scores: SixScores;
  /** The day of each slot that is scored, or missed on a day that is known, by the name of the slot. */
  readonly days: Readonly<Record<string, string>>;
}

/** Whether each mark was shown while the course was under way; null: it could not have been. */
export type MarksInTime = Readonly<Record<MarkName, boolean | null>>;

/** What was recorded of infusion 6 ends a course, so a mark is shown before it alone. */
const BEFORE_THE_LAST = INFUSION_NUMBERS.slice(0, -1);

/**
 * Which marks did this course have while it was under way, as somebody who looked then would have seen them?
 *
 * Input: a concluded course, today's calendar date at the clinic, and the threshold of reliable change by the day
 * (`thresholdInTime`). Output: for each mark of scores whether it was set on the day of any score before infusion 6, by the scores
 * and the baselines up to that day alone: what came later takes no mark away. Null where it could not be judged on any of
 * these days. `silent` where more days than `LOST_AFTER_DAYS` lay between two entries, or between the last one and the end of the course.
 *
 * Days are those of the visits: a score that was typed later counts as typed on its day, and a total that was amended as
 * it is now.
 *
 * @example marksInTime(course scored 40, 38, 36, 33, 20, 10 at infusions 1-6, today, () => 7.84).noImprovement
 * // true: at infusion 4 it was 17.5 % better
 */
export function marksInTime(
  course: PastCourse,
  today: string,
  thresholdOn: (day: string) => number | null,
): MarksInTime {
  const moments = momentsOf(course, thresholdOn);
  const marked = (name: ScoreMarkName): boolean | null => {
    const said = moments.map(({ scores, threshold }) => isMarkedBy(name, scores, threshold));
    if (said.includes(true)) return true;
    return said.includes(false) ? false : null;
  };
  return {
    noImprovement: marked('noImprovement'),
    rising: marked('rising'),
    reliablyWorse: marked('reliablyWorse'),
    silent: wasSilent(course, today),
  };
}

const LAST_OF_ALL = '9999';

/** The days of scores before infusion 6: what was known of the course, and how many points were reliable. */
function momentsOf({ scores, days }: PastCourse, thresholdOn: (day: string) => number | null) {
  return BEFORE_THE_LAST.flatMap((infusion) => {
    const day = days[infusionSlot(infusion)];
    if (day === undefined || (scores[infusion - 1] ?? null) === null) return [];
    const known = scores.map((total, index) => (index < infusion ? total : null));
    return [{ scores: known, threshold: thresholdOn(day) }];
  });
}

function wasSilent(course: PastCourse, today: string): boolean {
  const { kind, startedOn } = course;
  const ended = endOf(course, today);
  const known = heardOn(course).filter((day) => ended === null || day <= ended);
  // Until something is recorded, a course is silent from its start on.
  const since = startedOn < (known[0] ?? LAST_OF_ALL) ? [startedOn, ...known] : known;
  const until = [...since.slice(1), ...(ended === null ? [] : [ended])];
  return until.some((day, index) => (since[index] ?? day) < silentBefore(kind, day));
}

/** Every day on which something was recorded, in their order. */
function heardOn({ days, underWayOn }: PastCourse): string[] {
  return [...Object.values(days), ...(underWayOn === null ? [] : [underWayOn])].sort();
}

/** The day on which a course was over; null where infusion 6 was missed on a day that nobody noted. */
function endOf({ status, days, stoppedOn }: PastCourse, today: string): string | null {
  if (status === 'completed') return days[infusionSlot(LAST_INFUSION)] ?? null;
  return status === 'stopped' ? stoppedOn : today;
}
