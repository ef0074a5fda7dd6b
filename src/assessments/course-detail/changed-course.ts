import type { CourseChange } from '../../courses/course.dto.js';
import type { Course } from '../../courses/course.entity.js';
import type { Actor } from '../../staff/sessions/actor.js';

/** What people correct of a course. */
export const COURSE_FIELDS = [
  ...(['kind', 'indication', 'startedOn', 'protocol', 'clinicianId'] as const),
  ...(['stoppedOn', 'stoppedReason', 'stoppedNote', 'underWayOn'] as const),
] as const;

/** The course as a change leaves it: what was not sent stays. */
export function changed(before: Course, change: CourseChange, actor: Actor): Course {
  const { stopped, clinicianId, underWayOn } = change;
  const stop =
    stopped === undefined
      ? {}
      : {
          stoppedOn: stopped?.on ?? null,
          stoppedReason: stopped?.reason ?? null,
          stoppedNote: stopped?.note ?? null,
        };
  return {
    ...before,
    kind: change.kind ?? before.kind,
    indication: change.indication ?? before.indication,
    startedOn: change.startedOn ?? before.startedOn,
    protocol: change.protocol ?? before.protocol,
    clinicianId: clinicianId === undefined ? before.clinicianId : clinicianId,
    ...stop,
    ...(underWayOn !== undefined && { underWayOn, underWayBy: underWayOn === null ? null : actor.staffId }),
    version: before.version + 1,
    changedAt: actor.at,
    changedBy: actor.staffId,
    requestId: actor.requestId,
  };
}
