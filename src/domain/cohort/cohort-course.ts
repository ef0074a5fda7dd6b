import type { ConcludedStatus } from '../course/judgement/status.js';
import type { SixScores } from '../course/record/slots.js';

/** A concluded course, reduced to what a cohort counts. */
export interface CohortCourse {
  /** Which it is; in a publication it begins with the patient, as `personOf` says. */
  courseId: string;
  /** Totals (0-64) at infusions 1-6; null where there is none. */
  scores: SixScores;
  /** The total (0-64) 1 to 30 days after infusion 6. */
  postSeries: number | null;
  /** Name of the reason for stopping; null when the course was not stopped. */
  stoppedReason: string | null;
  status: ConcludedStatus;
  /** ISO calendar date. */
  startedOn: string;
  /** From the day of infusion 1 to that of infusion 6; null or left out where one has no score, or nobody asks. */
  daysToInfusion6?: number | null;
}
