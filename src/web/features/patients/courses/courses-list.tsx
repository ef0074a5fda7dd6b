import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { capital, counted } from '../../../../domain/numbers/words';
import { coursesUnderWayQuery } from '../../../api/courses-under-way';
import { MarkRules } from '../../../components/course/course-marks';
import { useChoice, usePart } from '../../../components/lists/filter-fields';
import { Filters, type ActiveFilter } from '../../../components/lists/filters';
import { Loaded } from '../../../components/loaded';
import type { Course } from '../../../entries/entry';
import { CoursesOfPatients, courseRowOf } from './courses-of-patients';
import { COURSE_ORDERS, listed, listedOf, type CourseOrder } from './listed-courses';

const ORDERS = Object.entries(COURSE_ORDERS).map(([value, { label }]) => ({ value, label }));

/** Who is treated now: latest score, change, scores so far and next visit; all of them, or those who may need a look. */
export function UnderWayList({ markedOnly }: { markedOnly: boolean }) {
  const query = useQuery(coursesUnderWayQuery);
  const asked = useCourseFilters('nextVisit');
  return (
    <ListOfCourses
      {...asked}
      query={query}
      label={markedOnly ? 'under way that may need a look' : 'under way'}
      isAsked={({ marks }) => !markedOnly || marks.length > 0}
    />
  );
}

/** Which courses of a list are looked for, and in which order they are shown; kept in the address. */
export function useCourseFilters(usual: CourseOrder) {
  return { part: usePart('find', 'Chart number'), order: useChoice('sorted', 'Sorted', ORDERS, usual) };
}

interface ListProps extends ReturnType<typeof useCourseFilters> {
  /** Filters of this list alone. */
  fields?: ReactNode;
  active?: readonly ActiveFilter[];
  query: Parameters<typeof Loaded<Course[]>>[0]['query'];
  /** What the courses are, in words that follow their number. */
  label: string;
  isAsked: (course: Course) => boolean;
  /** So many are shown, and more at a press. */
  most?: number;
  /** Whether the query has not read all of them yet. */
  isBeginning?: boolean;
  /** Shows more of them. */
  more?: ReactNode;
}

export function ListOfCourses({ fields, active = [], query, label, isAsked, part, order, ...rest }: ListProps) {
  const { most = Infinity, isBeginning = false, more } = rest;
  return (
    <Stack maw={1100}>
      <Filters active={[...active, ...part.active, ...order.active]}>
        {fields}
        {part.field}
        {order.field}
      </Filters>
      <Loaded query={query} height={320}>
        {(all) => {
          const found = listed(all.filter(isAsked).map(listedOf), part.value, order.value as CourseOrder);
          const shown = found.slice(0, most);
          const count = counted(isBeginning ? shown.length : found.length, 'course');
          return (
            <>
              <Text size="sm" c="dimmed" role="status">
                {isBeginning ? `The first ${count}` : count} {label}.
              </Text>
              {shown.length > 0 && <CoursesOfPatients label={capital(label)} rows={shown.map(courseRowOf)} />}
              <MarkRules names={shown.flatMap(({ course }) => course.marks)} />
              {(isBeginning || shown.length < found.length) && more}
            </>
          );
        }}
      </Loaded>
    </Stack>
  );
}
