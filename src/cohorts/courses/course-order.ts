import type { CohortCourseResponse, CourseOrder, JudgedBy } from './cohort-courses.dto.js';

/** How courses are in order, and by which score the group is judged. */
export interface ListOrder {
  sort: CourseOrder;
  order: 'asc' | 'desc';
  judgedBy: JudgedBy;
}

/** Where a course is in a list; its start and id decide between equal values. */
export interface Place {
  value: number | string | null;
  startedOn: string;
  courseId: string;
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** Where a course is in a list of this order. */
export function coursePlaceOf(course: CohortCourseResponse, { sort, judgedBy }: ListOrder): Place {
  const { startedOn, courseId } = course;
  return { value: valueOf(course, sort, judgedBy), startedOn, courseId };
}

function valueOf(course: CohortCourseResponse, sort: CourseOrder, judgedBy: JudgedBy): number | string | null {
  switch (sort) {
    case 'startedOn':
    case 'chartNumber':
    case 'baseline':
      return course[sort];
    case 'endpoint':
      return course[judgedBy]?.total ?? null;
    case 'reduction':
    case 'percentReduction':
      return course[judgedBy]?.[sort] ?? null;
  }
}

/** The place as a cursor holds it. */
export function keyOfPlace({ value, startedOn, courseId }: Place): string[] {
  return [value === null ? '' : String(value), startedOn, courseId];
}

/** The place that a cursor holds. */
export function placeOfKey([value = '', startedOn = '', courseId = '']: string[], sort: CourseOrder): Place {
  const isText = sort === 'startedOn' || sort === 'chartNumber';
  return { value: value === '' ? null : isText ? value : Number(value), startedOn, courseId };
}

/** Which place comes first? One without a value is behind all others in both orders; of equal ones the latest start is first. */
export function inListOrder({ order }: Pick<ListOrder, 'order'>) {
  return (one: Place, other: Place): number => {
    if ((one.value === null) !== (other.value === null)) return one.value === null ? 1 : -1;
    const rising = compared(one.value, other.value);
    if (rising !== 0) return order === 'asc' ? rising : -rising;
    if (one.startedOn !== other.startedOn) return one.startedOn < other.startedOn ? 1 : -1;
    return one.courseId === other.courseId ? 0 : one.courseId < other.courseId ? 1 : -1;
  };
}

function compared(one: number | string | null, other: number | string | null): number {
  if (typeof one === 'string' && typeof other === 'string') return byNumber.compare(one, other);
  return Number(one) - Number(other);
}
