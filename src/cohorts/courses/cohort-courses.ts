import type { StopReason } from '../../domain/course/record/stop-reasons.js';
import type { CohortCourse } from '../../domain/cohort/cohort-course.js';
import { baselineOf } from '../../domain/course/judgement/baseline.js';
import { endpointOutcome } from '../../domain/course/judgement/endpoint-outcome.js';
import { endpointBy, type EndpointRule } from '../../domain/course/judgement/endpoint.js';
import { isConcluded, statusBy, type CourseStatus } from '../../domain/course/judgement/status.js';
import type { CohortCourseResponse } from './cohort-courses.dto.js';
import type { CohortCourseRow } from '../cohort.repository.js';

/** A course as a cohort counts it, or would once it is concluded. */
export type CourseOfCohort = Omit<CohortCourse, 'status'> &
  Pick<CohortCourseRow, 'patientId' | 'kind' | 'indication'> & { status: CourseStatus };

/** Courses that no figure counts, and so none of the domain's groups. */
export const UNDER_WAY = { name: 'under-way', label: 'Under way' };

export function toCourse(row: CohortCourseRow): CourseOfCohort {
  const { s1, s2, s3, s4, s5, s6, sixthMissed, silent, ...course } = row;
  const status = statusBy({ sixthMissed, sixthTotal: s6, stopped: course.stoppedReason !== null, silent });
  return { ...course, scores: [s1, s2, s3, s4, s5, s6], status };
}

/** No figure counts a course that is under way. */
export function isCounted(course: CourseOfCohort): course is CourseOfCohort & CohortCourse {
  return isConcluded(course.status);
}

/** A course with what it counts as by each endpoint, where more than the threshold in points is reliable. */
export function toCohortCourseResponse(
  { scores, postSeries, ...course }: CourseOfCohort,
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
    daysToInfusion6: course.daysToInfusion6 ?? null,
    stoppedReason: course.stoppedReason as StopReason | null,
    chartNumber,
    baseline,
    infusion6: judgedBy('infusion-6'),
    lastObserved: judgedBy('last-observed'),
    postSeries: judgedBy('post-series'),
  };
}
