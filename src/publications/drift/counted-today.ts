import { periodOf } from '../../domain/calendar/period.js';
import { baselineOf } from '../../domain/course/judgement/baseline.js';
import { holds } from '../../domain/disclosure/public-cohort.js';
import type { PublicCourse } from '../../domain/disclosure/frozen-groups.js';
import { sameInAll } from '../../domain/disclosure/renewed-group.js';
import { dataHashOf } from '../document/data-hash.js';
import type { Publication } from '../publication.entity.js';
import type { CoursesSince } from './publication-today.dto.js';

type Counted = Pick<Publication, 'period' | 'kind' | 'indication' | 'minimumBaseline'>;

/** The courses of the clinic that a publication would count, were all of its quarters closed today. */
export function countedToday(
  { period, minimumBaseline, ...cohort }: Counted,
  courses: readonly PublicCourse[],
): PublicCourse[] {
  const days = periodOf(period);
  return courses.filter(
    (course) =>
      holds(cohort, course) &&
      course.startedOn >= (days?.from ?? '') &&
      course.startedOn <= (days?.to ?? '') &&
      (minimumBaseline === null || (baselineOf(course.scores) ?? -1) >= minimumBaseline),
  );
}

/** The data hash that a document would state of these courses. */
export function hashToday(
  { edition, ...counted }: Counted & Pick<Publication, 'edition'>,
  courses: readonly PublicCourse[],
) {
  const today = countedToday(counted, courses);
  if (edition !== null) return dataHashOf(today.map((course) => ({ ...course, postSeries: null })));
  // As it was before there were closed groups.
  return dataHashOf(today.map(({ kind: _kind, indication: _indication, ...course }) => course));
}

/** How courses moved between two times. */
export function coursesSince(then: readonly PublicCourse[], now: readonly PublicCourse[]): CoursesSince {
  const idsOf = (courses: readonly PublicCourse[]) => new Set(courses.map(({ courseId }) => courseId));
  const [before, today] = [idsOf(then), idsOf(now)];
  const added = [...today].filter((id) => !before.has(id)).length;
  return {
    added,
    left: [...before].filter((id) => !today.has(id)).length,
    countedDifferently:
      today.size - added - sameInAll([then, now.map((course) => ({ ...course, postSeries: null }))]).length,
  };
}
