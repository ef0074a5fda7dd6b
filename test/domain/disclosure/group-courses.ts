import type { CohortCourse } from '../../../src/domain/cohort/cohort-course.js';
import type { Indication } from '../../../src/domain/course/record/indications.js';
import type { CourseKind } from '../../../src/domain/course/record/kinds.js';

export type Course = CohortCourse & { kind: CourseKind; indication: Indication };

/** How many courses of which end, all of one day, a person each. */
export interface Some {
  startedOn: string;
  /** Fell from 40 to 5: responded, and in remission by both rules. */
  responded?: number;
  /** From 40 to 30. */
  others?: number;
  /** From 40, and not seen again. */
  stopped?: number;
  indication?: Indication;
}

const ENDS = { responded: 5, others: 30, stopped: null } as const;
let made = 0;

/** Courses by their ends; the person of each is `p1`, `p2` and so on, new in each call. */
export function some({ startedOn, indication = 'depression', ...ends }: Some): Course[] {
  return (Object.keys(ENDS) as (keyof typeof ENDS)[]).flatMap((name) =>
    Array.from({ length: ends[name] ?? 0 }, (): Course => {
      const end = ENDS[name];
      made += 1;
      return {
        courseId: `p${made}/c${made}`,
        kind: 'induction',
        indication,
        startedOn,
        scores: [40, null, null, null, null, end],
        postSeries: null,
        stoppedReason: end === null ? 'cost' : null,
        status: end === null ? 'stopped' : 'completed',
      };
    }),
  );
}
