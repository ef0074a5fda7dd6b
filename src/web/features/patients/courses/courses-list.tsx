import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { addDays } from '../../../../domain/calendar/calendar';
import { capital, counted } from '../../../../domain/numbers/words';
import { coursesConcludedQuery, coursesUnderWayQuery } from '../../../api/courses-under-way';
import { MarkRules } from '../../../components/course/course-marks';
import { useChoice, usePart } from '../../../components/lists/filter-fields';
import { Filters, type ActiveFilter } from '../../../components/lists/filters';
import { Loaded } from '../../../components/loaded';
import type { Course } from '../../../entries/entry';
import { useSession } from '../../../session/session';
import { CoursesOfPatients, courseRowOf } from './courses-of-patients';
import { ANY_STATE, CONCLUDED_STATES } from './course-states';
import { COURSE_ORDERS, listed, listedOf, type CourseOrder } from './listed-courses';

const ORDERS = Object.entries(COURSE_ORDERS).map(([value, { label }]) => ({ value, label }));

/** Who is treated now: latest score, change, scores so far and next visit; all of them, or those who may need a look. */
export function UnderWayList({ markedOnly }: { markedOnly: boolean }) {
  const query = useQuery(coursesUnderWayQuery);
  return (
    <CoursesList
      query={query}
      label={markedOnly ? 'under way that may need a look' : 'under way'}
      usual="nextVisit"
      isAsked={({ marks }) => !markedOnly || marks.length > 0}
    />
  );
}

const STATES = [ANY_STATE, ...CONCLUDED_STATES];

/** Days before today; a large clinic has too many courses to sort all of them at once. */
const STARTS = [
  { value: '', label: 'the last 3 months', days: 92 },
  { value: 'year', label: 'the last 12 months', days: 366 },
  { value: 'ever', label: 'any time', days: null },
];

/** Courses that are over: how each ended, its scores, and the next score after the series. */
export function ConcludedList() {
  const { today } = useSession().clinic;
  const state = useChoice('state', 'State', STATES);
  const started = useChoice('started', 'Started in', STARTS);
  const days = STARTS.find(({ value }) => value === started.value)?.days ?? null;
  const query = useQuery(coursesConcludedQuery(days === null ? null : addDays(today, -days)));
  return (
    <CoursesList
      fields={
        <>
          {started.field}
          {state.field}
        </>
      }
      active={[...started.active, ...state.active]}
      query={query}
      label="concluded"
      usual="latestStart"
      isAsked={({ status }) => state.value === '' || status === state.value}
    />
  );
}

interface ListProps {
  /** Filters of this list alone. */
  fields?: ReactNode;
  active?: readonly ActiveFilter[];
  query: Parameters<typeof Loaded<Course[]>>[0]['query'];
  /** What the courses are, in words that follow their number. */
  label: string;
  usual: CourseOrder;
  isAsked: (course: Course) => boolean;
}

function CoursesList({ fields, active = [], query, label, usual, isAsked }: ListProps) {
  const part = usePart('find', 'Chart number');
  const order = useChoice('sorted', 'Sorted', ORDERS, usual);
  return (
    <Stack maw={1100}>
      <Filters active={[...active, ...part.active, ...order.active]}>
        {fields}
        {part.field}
        {order.field}
      </Filters>
      <Loaded query={query} height={320}>
        {(all) => {
          const shown = listed(all.filter(isAsked).map(listedOf), part.value, order.value as CourseOrder);
          return (
            <>
              <Text size="sm" c="dimmed" role="status">
                {counted(shown.length, 'course')} {label}.
              </Text>
              {shown.length > 0 && <CoursesOfPatients label={capital(label)} rows={shown.map(courseRowOf)} />}
              <MarkRules names={shown.flatMap(({ course }) => course.marks)} />
            </>
          );
        }}
      </Loaded>
    </Stack>
  );
}
