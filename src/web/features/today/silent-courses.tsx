import { Button, Group, Kbd, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { memo, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { daysBetween } from '../../../domain/calendar/calendar';
import { LOST_AFTER_DAYS } from '../../../domain/course/judgement/status';
import { counted } from '../../../domain/numbers/words';
import type { Schemas } from '../../api/client';
import cards from '../../components/cards.module.css';
import { ChartNumberLink } from '../../components/rows/row-link';
import { courseWords } from '../../components/course-words';
import { Loaded } from '../../components/loaded';
import { ProblemNotice } from '../../components/problem-notice';
import { useExtendCourse } from '../patients/extend-course';
import { LazyStopCourseDialog } from './lazy-dialogs';
import { lineKeys } from './line-keys';
import { Section } from './section';
import { silentQuery } from './today-queries';
import { dateInWords } from '../../../domain/calendar/date-words';

type Course = Schemas['CourseDetailResponse'];

/** Courses that nobody closed and of which nothing came for long: one key closes or extends each. */
export const SilentCourses = memo(function SilentCourses({ today }: { today: string }) {
  const silent = useInfiniteQuery(silentQuery);
  const [stopping, setStopping] = useState<Course | null>(null);
  const [extended, setExtended] = useState<Course | null>(null);
  const extend = useExtendCourse((course) => setExtended(course.underWayOn === null ? null : course));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = silent;
  const more = hasNextPage && (
    <Button variant="default" mt="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      Show more
    </Button>
  );
  return (
    <Loaded query={silent} height={60}>
      {(courses) => (
        <>
          {courses.length > 0 && (
            <SilentList
              courses={courses}
              today={today}
              more={more}
              onStop={setStopping}
              onExtend={(course) => !extend.isPending && extend.mutate({ course, on: today })}
            />
          )}
          {extend.error && <ProblemNotice error={extend.error} />}
          <Extended
            course={extended}
            pending={extend.isPending}
            onTakeBack={(course) => extend.mutate({ course, on: null })}
          />
          {stopping && <LazyStopCourseDialog course={stopping} opened onClose={() => setStopping(null)} />}
        </>
      )}
    </Loaded>
  );
});

interface ExtendedProps {
  /** Said to be under way just now; null where none was. */
  course: Course | null;
  pending: boolean;
  onTakeBack: (course: Course) => void;
}

function Extended({ course, pending, onTakeBack }: ExtendedProps) {
  return (
    <Group gap="xs" mt={course ? undefined : 'calc(-1 * var(--mantine-spacing-xl))'}>
      <Text size="sm" role="status">
        {course && `${course.chartNumber} is under way again.`}
      </Text>
      {course && (
        <Button variant="subtle" size="compact-sm" loading={pending} onClick={() => onTakeBack(course)}>
          Take that back
        </Button>
      )}
    </Group>
  );
}

interface ListProps {
  courses: readonly Course[];
  today: string;
  /** Shows the next of them; false where these are all. */
  more: ReactNode;
  onStop: (course: Course) => void;
  onExtend: (course: Course) => void;
}

function SilentList({ courses, today, more, onStop, onExtend }: ListProps) {
  const which = more === false ? counted(courses.length, 'course') : 'Courses';
  return (
    <Section title={`${which} fell silent: stopped, or still under way?`} count={undefined}>
      <Text size="sm" c="dimmed" mb={4}>
        Nothing was recorded for more than {LOST_AFTER_DAYS.induction} days (maintenance: {LOST_AFTER_DAYS.maintenance}
        ). They count as “no further visit” until a score comes, or you say what happened.
      </Text>
      <Table
        aria-label="Fell silent"
        verticalSpacing={6}
        horizontalSpacing="xs"
        highlightOnHover
        className={cards.cards}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Chart number</Table.Th>
            <Table.Th>Last heard of</Table.Th>
            <Table.Th>What happened?</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {courses.map((course) => (
            <SilentRow
              key={course.id}
              course={course}
              today={today}
              onStop={() => onStop(course)}
              onExtend={() => onExtend(course)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {more}
      <KeyHelp />
    </Section>
  );
}

function KeyHelp() {
  return (
    <Text size="sm" c="dimmed" mt="xs" className="key-hints">
      On a line: <Kbd size="xs">x</Kbd> stopped, <Kbd size="xs">u</Kbd> still under way, <Kbd size="xs">s</Kbd> table of
      scores, <Kbd size="xs">p</Kbd> patient, <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> other lines.
    </Text>
  );
}

interface RowProps {
  course: Course;
  today: string;
  onStop: () => void;
  onExtend: () => void;
}

function SilentRow({ course, today, onStop, onExtend }: RowProps) {
  const [, go] = useLocation();
  const { id, patientId, chartNumber, lastEntryOn, startedOn } = course;
  const heard = lastEntryOn ?? startedOn;
  const keys = lineKeys({
    x: onStop,
    u: onExtend,
    s: () => go(`/scores?course=${id}`),
    p: () => go(`/patients/${patientId}`),
  });
  return (
    <Table.Tr onKeyDown={keys}>
      <Table.Td>
        <ChartNumberLink href={`/patients/${patientId}`}>{chartNumber}</ChartNumberLink>
        <Text size="xs" c="dimmed">
          {courseWords(course)}
        </Text>
      </Table.Td>
      <Table.Td>
        {dateInWords(heard)}
        <Text size="xs" c="dimmed">
          {lastEntryOn === null ? 'its start, ' : ''}
          {daysBetween(heard, today)} days ago
        </Text>
      </Table.Td>
      <Table.Td className={cards.whole}>
        <Group gap={6}>
          <Button variant="default" size="compact-sm" aria-label={`Stopped: ${chartNumber}`} onClick={onStop}>
            Stopped
          </Button>
          <Button variant="light" size="compact-sm" aria-label={`Still under way: ${chartNumber}`} onClick={onExtend}>
            Still under way
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
