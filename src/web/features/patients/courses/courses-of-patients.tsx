import { Table, Text } from '@mantine/core';
import { capital } from '../../../../domain/numbers/words';
import { courseWords, movementOf, slotWords, statusWords } from '../../../components/course-words';
import cards from '../../../components/cards.module.css';
import { ChartNumberLink } from '../../../components/course/chart-number-link';
import { CourseMarks } from '../../../components/course/course-marks';
import { Sparkline } from '../../../components/course/sparkline';
import { showDate } from '../../../components/dates';
import { totalsOf } from '../../../entries/course-record';
import { useSession } from '../../../session/session';
import type { ListedCourse } from './listed-courses';

interface Props {
  /** What they have in common. */
  label: string;
  rows: readonly ListedCourse[];
}

/** A row a course: its state, scores, how far they fell, and what comes next. */
export function CoursesOfPatients({ label, rows }: Props) {
  return (
    <Table
      aria-label={label}
      highlightOnHover
      verticalSpacing={6}
      horizontalSpacing="xs"
      className={`${cards.cards} ${cards.pairs}`}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Patient</Table.Th>
          <Table.Th>Scores</Table.Th>
          <Table.Th>Latest</Table.Th>
          <Table.Th>Next visit</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <CourseRow key={row.course.id} {...row} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function CourseRow({ course, current, next }: ListedCourse) {
  const { today } = useSession().clinic;
  return (
    <Table.Tr>
      <Table.Td>
        <ChartNumberLink href={`/patients/${course.patientId}?course=${course.id}`}>
          {course.chartNumber}
        </ChartNumberLink>
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {courseWords(course)}
        </Text>
        {course.status !== 'active' && <Text size="xs">{capital(statusWords(course))}</Text>}
        <CourseMarks names={course.marks} />
      </Table.Td>
      <Table.Td>
        <Sparkline scores={totalsOf(course)} />
      </Table.Td>
      <Table.Td>
        {current === null ? (
          'No score yet'
        ) : (
          <>
            <b>{current.total}</b> {current.band.label}
            {current.reductionSinceBaseline !== null && (
              <Text size="xs" c="dimmed">
                {movementOf(current.reductionSinceBaseline, current.percentReductionSinceBaseline)}
              </Text>
            )}
          </>
        )}
      </Table.Td>
      <Table.Td>
        {next && capital(slotWords(next.slot))}
        {!next && (
          <Text span c="dimmed" size="sm" visibleFrom="sm">
            none planned
          </Text>
        )}
        {next?.dueOn && (
          <Text size="xs" c="dimmed">
            {next.dueOn < today && 'was planned '}
            {showDate(next.dueOn)}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
