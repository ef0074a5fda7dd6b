import { Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { addDays } from '../../../../domain/calendar/calendar';
import { capital, counted } from '../../../../domain/numbers/words';
import { coursesConcludedQuery, coursesUnderWayQuery } from '../../../api/courses-under-way';
import { MarkRules } from '../../../components/course/course-marks';
import { useInAddress } from '../../../components/in-address';
import { Loaded } from '../../../components/loaded';
import type { Course } from '../../../entries/entry';
import { useSession } from '../../../session/session';
import { CoursesOfPatients } from './courses-of-patients';
import { COURSE_ORDERS, listed, listedOf, orderNamed, type CourseOrder } from './listed-courses';

const ORDERS = Object.entries(COURSE_ORDERS).map(([value, { label }]) => ({ value, label }));

interface Props {
  /** Leads to other patients. */
  choice: ReactNode;
}

/** Who is treated now: latest score, change, scores so far and next visit; all of them, or those who may need a look. */
export function UnderWayList({ choice, markedOnly }: Props & { markedOnly: boolean }) {
  const query = useQuery(coursesUnderWayQuery);
  const label = markedOnly ? 'under way that may need a look' : 'under way';
  return (
    <CoursesList
      choice={choice}
      query={query}
      label={label}
      usual="nextVisit"
      isAsked={({ marks }) => !markedOnly || marks.length > 0}
    />
  );
}

const STATES = [
  { value: '', label: 'any' },
  { value: 'completed', label: 'completed' },
  { value: 'stopped', label: 'stopped' },
  { value: 'lost', label: 'no further visit' },
];

/** Days before today; a large clinic has too many courses to sort all of them at once. */
const STARTS = [
  { value: '', label: 'the last 3 months', days: 92 },
  { value: 'year', label: 'the last 12 months', days: 366 },
  { value: 'ever', label: 'any time', days: null },
];

/** Courses that are over: how each ended, its scores, and the next score after the series. */
export function ConcludedList({ choice }: Props) {
  const { today } = useSession().clinic;
  const [state, setState] = useInAddress('state');
  const [started, setStarted] = useInAddress('started');
  const days = (STARTS.find(({ value }) => value === started) ?? STARTS[0])?.days ?? null;
  const query = useQuery(coursesConcludedQuery(days === null ? null : addDays(today, -days)));
  return (
    <CoursesList
      choice={
        <>
          {choice}
          <NativeSelect
            label="Started in"
            data={STARTS.map(({ value, label }) => ({ value, label }))}
            value={started}
            onChange={({ currentTarget }) => setStarted(currentTarget.value)}
          />
          <NativeSelect
            label="State"
            data={STATES}
            value={state}
            onChange={({ currentTarget }) => setState(currentTarget.value)}
          />
        </>
      }
      query={query}
      label="concluded"
      usual="latestStart"
      isAsked={({ status }) => state === '' || status === state}
    />
  );
}

interface ListProps extends Props {
  query: Parameters<typeof Loaded<Course[]>>[0]['query'];
  /** What the courses are, in words that follow their number. */
  label: string;
  usual: CourseOrder;
  isAsked: (course: Course) => boolean;
}

function CoursesList({ choice, query, label, usual, isAsked }: ListProps) {
  const [typed, setTyped] = useInAddress('find');
  const [sorted, setSorted] = useInAddress('sorted');
  const order = orderNamed(sorted, usual);
  return (
    <Stack maw={1100}>
      <Group align="flex-end">
        {choice}
        <TextInput
          label="Chart number"
          autoComplete="off"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <NativeSelect
          label="Sorted"
          data={ORDERS}
          value={order}
          onChange={({ currentTarget }) => setSorted(currentTarget.value)}
        />
      </Group>
      <Loaded query={query} height={320}>
        {(all) => {
          const shown = listed(all.filter(isAsked).map(listedOf), typed, order);
          return (
            <>
              <Text size="sm" c="dimmed" role="status">
                {counted(shown.length, 'course')} {label}.
              </Text>
              {shown.length > 0 && <CoursesOfPatients label={capital(label)} rows={shown} />}
              <MarkRules names={shown.flatMap(({ course }) => course.marks)} />
            </>
          );
        }}
      </Loaded>
    </Stack>
  );
}
