import { sampleClinic } from '../../../src/commands/sample/sample-clinic.js';
import { closedGroups } from '../../../src/domain/disclosure/closed-groups.js';
import type { PublicCourse } from '../../../src/domain/disclosure/frozen-groups.js';
import { sixScoresOf, totalAt } from '../../../src/domain/course/record/course-record.js';
import { courseStatus, isConcluded } from '../../../src/domain/course/judgement/status.js';

const today = '2026-11-25';

/** The concluded inductions of the sample clinic, as a cohort counts them. */
export function sampleInductions(): PublicCourse[] {
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
          kind: course.kind,
          indication: course.indication,
          scores: sixScoresOf(course),
          postSeries: totalAt(course, 'post-series'),
          stoppedReason: course.stopped?.reason ?? null,
          status,
          startedOn: course.startedOn,
        },
      ];
    });
}

/** Its closed groups, as a publication of them all counts them. */
export function sampleGroups() {
  const { closed } = closedGroups({ courses: sampleInductions(), underWay: [], after: null, today });
  return closed.map((group) => ({ ...group, closedOn: null }));
}
