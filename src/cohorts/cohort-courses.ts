import type { CohortCourse } from '../domain/cohort/cohort-course.js';
import type { CohortOutcome } from '../domain/cohort/cohort-outcome.js';
import { outcomeGroups } from '../domain/cohort/outcome-groups.js';
import { baselineOf } from '../domain/course/judgement/baseline.js';
import { endpointOutcome } from '../domain/course/judgement/endpoint-outcome.js';
import { endpointBy, type EndpointRule } from '../domain/course/judgement/endpoint.js';
import { isConcluded, statusBy, type CourseStatus } from '../domain/course/judgement/status.js';
import type { CohortCourseResponse } from './cohort.dto.js';
import type { CourseRow, IdentifiedCourseRow } from './cohort.repository.js';

/** A course as a cohort counts it, or would once it is concluded. */
export type Course = Omit<CohortCourse, 'status'> & { status: CourseStatus };

/** The same, which it is and of which patient. */
export type IdentifiedCourse = Course & Pick<IdentifiedCourseRow, 'courseId' | 'patientId' | 'kind'>;

/** Courses that no figure counts, and so none of the domain's groups. */
export const UNDER_WAY = { name: 'under-way', label: 'Under way' };

/** The groups behind the counts of an answer, by the JSON pointer of the count. */
export function groupsOf(outcome: CohortOutcome): Record<string, string> {
  return { '/underWay': UNDER_WAY.name, ...outcomeGroups(outcome) };
}

export function toCourse(row: CourseRow): Course {
  const { s1, s2, s3, s4, s5, s6, postSeries, startedOn, stoppedReason, sixthMissed } = row;
  const status = statusBy({ sixthMissed, sixthTotal: s6, stopped: stoppedReason !== null });
  return { scores: [s1, s2, s3, s4, s5, s6], postSeries, stoppedReason, status, startedOn };
}

export function toIdentifiedCourse(row: IdentifiedCourseRow): IdentifiedCourse {
  const { courseId, patientId, kind } = row;
  return { ...toCourse(row), courseId, patientId, kind };
}

/** No figure counts a course that is under way. */
export function isCounted<Some extends Course>(course: Some): course is Some & CohortCourse {
  return isConcluded(course.status);
}

/** A course with what it counts as by both endpoints, where more than the threshold in points is reliable. */
export function toCohortCourseResponse(
  { scores, postSeries, ...course }: IdentifiedCourse,
  chartNumber: string,
  threshold: number | null,
): CohortCourseResponse {
  const baseline = baselineOf(scores);
  const judgedBy = (rule: EndpointRule) => {
    const endpoint = endpointBy(rule, scores, postSeries);
    return endpoint && endpointOutcome(baseline, endpoint, threshold);
  };
  return {
    ...course,
    chartNumber,
    baseline,
    infusion6: judgedBy('infusion-6'),
    lastObserved: judgedBy('last-observed'),
  };
}
