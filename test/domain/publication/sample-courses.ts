import { sampleClinic } from '../../../src/commands/sample/sample-clinic.js';
import type { CohortCourse } from '../../../src/domain/cohort/cohort-course.js';
import { sixScoresOf, totalAt } from '../../../src/domain/course/record/course-record.js';
import { courseStatus, isConcluded } from '../../../src/domain/course/judgement/status.js';

/** The concluded inductions of the sample clinic, as a cohort counts them. */
export function sampleInductions(): (CohortCourse & { courseId: string })[] {
  const today = '2026-11-25';
  const { patients } = sampleClinic({ seed: 1, today });
  return patients
    .flatMap(({ courses }) => courses)
    .filter(({ kind }) => kind === 'induction')
    .flatMap((course, at) => {
      const status = courseStatus(course, today);
      if (!isConcluded(status)) return [];
      return [
        {
          courseId: String(at),
          scores: sixScoresOf(course),
          postSeries: totalAt(course, 'post-series'),
          stoppedReason: course.stopped?.reason ?? null,
          status,
          startedOn: course.startedOn,
        },
      ];
    });
}
