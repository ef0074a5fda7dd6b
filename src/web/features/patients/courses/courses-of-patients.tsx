import { Table, Text } from '@mantine/core';
import { capital } from '../../../../domain/numbers/words';
import { courseWords, movementOf, slotWords, statusWords } from '../../../components/course-words';
import cards from '../../../components/cards.module.css';
import classes from './courses.module.css';
import { ChartNumberLink } from '../../../components/rows/row-link';
import { CourseMarks } from '../../../components/course/course-marks';
import { Sparkline } from '../../../components/course/sparkline';
import { totalsOf } from '../../../entries/course-record';
import type { Course } from '../../../entries/entry';
import { useSession } from '../../../session/session';
import type { ListedCourse } from './listed-courses';
import { dateInWords } from '../../../../domain/calendar/date-words';

/** A patient with the course that the list is of. */
export interface PatientRow {
  patientId: string;
  chartNumber: string;
  /** What else is known of the patient; empty where nothing is, or the list does not say it. */
  about: string;
  /** Null where there is no course yet. */
  listed: ListedCourse | null;
}

/** The row of a course that is listed by itself. */
export function courseRowOf(listed: ListedCourse): PatientRow {
  const { patientId, chartNumber } = listed.course;
  return { patientId, chartNumber, about: '', listed };
}

interface Props {
  /** What they have in common. */
  label: string;
  rows: readonly PatientRow[];
}

/** A row a patient: the state of the course, its scores, how far they fell, and what comes next. */
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
          <Row key={row.listed?.course.id ?? row.patientId} {...row} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ patientId, chartNumber, about, listed }: PatientRow) {
  const of = listed === null ? '' : `?course=${listed.course.id}`;
  return (
    <Table.Tr>
      <Table.Td>
        <ChartNumberLink href={`/patients/${patientId}${of}`}>{chartNumber}</ChartNumberLink>
        {about !== '' && (
          <Text size="xs" c="dimmed">
            {about}
          </Text>
        )}
        {listed === null ? <Text size="xs">No course yet</Text> : <CourseState course={listed.course} />}
      </Table.Td>
      <Table.Td>{listed && <Sparkline scores={totalsOf(listed.course)} />}</Table.Td>
      <Table.Td>{listed && <Latest {...listed} />}</Table.Td>
      <Table.Td>{listed && <NextVisit {...listed} />}</Table.Td>
    </Table.Tr>
  );
}

function CourseState({ course }: { course: Course }) {
  return (
    <>
      <Text size="xs" c="dimmed" visibleFrom="sm">
        {courseWords(course)}
      </Text>
      {course.status !== 'active' && <Text size="xs">{capital(statusWords(course))}</Text>}
      <CourseMarks names={course.marks} />
    </>
  );
}

function Latest({ current }: ListedCourse) {
  if (current === null) return 'No score yet';
  const { total, band, reductionSinceBaseline, percentReductionSinceBaseline } = current;
  return (
    <>
      <Text span inherit className={classes.whole}>
        <b>{total}</b> {band.label}
      </Text>
      {reductionSinceBaseline !== null && (
        <Text size="xs" c="dimmed" className={classes.whole}>
          {movementOf(reductionSinceBaseline, percentReductionSinceBaseline)}
        </Text>
      )}
    </>
  );
}

function NextVisit({ next }: ListedCourse) {
  const { today } = useSession().clinic;
  if (!next)
    return (
      <Text span c="dimmed" size="sm" visibleFrom="sm" className={classes.whole}>
        none planned
      </Text>
    );
  return (
    <>
      <Text span inherit className={classes.whole}>
        {capital(slotWords(next.slot))}
      </Text>
      {next.dueOn && (
        <Text size="xs" c="dimmed" className={classes.whole}>
          {next.dueOn < today && 'was planned '}
          {dateInWords(next.dueOn)}
        </Text>
      )}
    </>
  );
}
