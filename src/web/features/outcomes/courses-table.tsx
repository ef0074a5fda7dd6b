import { Anchor, Box, Table, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { REMISSION_RULES } from '../../../domain/course/judgement/remission';
import { STOP_REASONS } from '../../../domain/course/record/stop-reasons';
import type { Schemas } from '../../api/client';
import type { paths } from '../../api/schema';
import { KIND_LABELS } from '../../components/course-words';
import { useCohortSearch } from './cohort-search';
import classes from './outcomes.module.css';
import { showMean } from '../../components/figures';
import { dateInWords } from '../../../domain/calendar/date-words';

type Course = Schemas['CohortCourseResponse'];
type Endpoint = NonNullable<Course['infusion6']>;

type Sort = NonNullable<NonNullable<paths['/v1/cohorts/courses']['get']['parameters']['query']>['sort']>;

/** Each with what the list is sorted by, where it can be. */
const COLUMNS: readonly (readonly [string, Sort?])[] = [
  ['Chart number', 'chartNumber'],
  ['Kind'],
  ['Started', 'startedOn'],
  ['Status'],
  ['Baseline', 'baseline'],
  ['Endpoint', 'endpoint'],
  ['Reduction', 'reduction'],
  ['Percent', 'percentReduction'],
  ['Response'],
  ['Remission'],
  ['Change'],
];

const ENDPOINTS = { infusion6: 'infusion 6', lastObserved: 'last score', postSeries: 'post-series' } as const;

interface Props {
  courses: readonly Course[];
  /** The score that the group is judged by. */
  by: Schemas['CohortCoursePage']['judgedBy'];
}

/** Courses with what each counts as. */
export function CoursesTable({ courses, by }: Props) {
  return (
    <Box className={classes.wide} role="region" tabIndex={0} aria-label="Courses">
      <Table verticalSpacing={6} className={classes.courses}>
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map(([column, sort]) => (
              <Header key={column} column={column} sort={sort}>
                {column === 'Endpoint' && (
                  <Text size="xs" c="dimmed" fw={400}>
                    {ENDPOINTS[by]}
                  </Text>
                )}
              </Header>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {courses.map((course) => (
            <Row key={course.courseId} course={course} by={by} />
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}

interface HeaderProps {
  column: string;
  sort: Sort | undefined;
  children: ReactNode;
}

/** The name of a column; pressed, it sorts the list, the highest first, and pressed again the other way round. The address keeps that. */
function Header({ column, sort, children }: HeaderProps) {
  const { search, change } = useCohortSearch();
  if (sort === undefined) return <Table.Th scope="col">{column}</Table.Th>;
  const sorted = (search.get('sort') ?? 'startedOn') === sort;
  const falling = search.get('order') !== 'asc';
  const order = sorted && falling ? 'asc' : 'desc';
  return (
    <Table.Th scope="col" aria-sort={sorted ? (falling ? 'descending' : 'ascending') : 'none'}>
      <UnstyledButton className={classes.sort} onClick={() => change({ sort, order })}>
        {column}
        <span aria-hidden className={sorted ? undefined : classes.unsorted}>
          {sorted && !falling ? ' ▲' : ' ▼'}
        </span>
      </UnstyledButton>
      {children}
    </Table.Th>
  );
}

function Row({ course, by }: { course: Course; by: Props['by'] }) {
  const { patientId, chartNumber, kind, startedOn, baseline } = course;
  const endpoint = course[by];
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <Anchor component={Link} href={`/patients/${patientId}`} inherit underline="always">
          {chartNumber}
        </Anchor>
      </Table.Th>
      <Table.Td>{KIND_LABELS[kind]}</Table.Td>
      <Table.Td className={classes.day}>{dateInWords(startedOn)}</Table.Td>
      <Table.Td>{statusOf(course)}</Table.Td>
      <Table.Td>{baseline ?? 'none'}</Table.Td>
      {endpoint ? <EndpointCells endpoint={endpoint} /> : <Table.Td colSpan={6}>no score</Table.Td>}
    </Table.Tr>
  );
}

function EndpointCells({ endpoint }: { endpoint: Endpoint }) {
  const { total, band, infusion, reduction, percentReduction, response } = endpoint;
  return (
    <>
      <Table.Td>
        {total} {band.label.toLowerCase()}
        {infusion !== null && infusion !== 6 && ` (infusion ${infusion})`}
      </Table.Td>
      <Table.Td>{reduction ?? '–'}</Table.Td>
      <Table.Td>{percentReduction === null ? '–' : `${showMean(percentReduction)} %`}</Table.Td>
      <Table.Td>{response === null ? '–' : response ? 'yes' : 'no'}</Table.Td>
      <Table.Td>{remissionOf(endpoint)}</Table.Td>
      <Table.Td>{changeOf(endpoint)}</Table.Td>
    </>
  );
}

function statusOf({ status, stoppedReason }: Course): string {
  if (status === 'lost') return 'silent: no visit for long';
  if (stoppedReason === null) return status;
  return `${status}: ${STOP_REASONS[stoppedReason].toLowerCase()}`;
}

function remissionOf({ remissionBelow20, remissionAtMost10 }: Endpoint): string {
  if (remissionAtMost10) return 'by both rules';
  return remissionBelow20 ? REMISSION_RULES['below-20'].words : 'no';
}

function changeOf({ reliableChange, worsened }: Endpoint): string {
  if (reliableChange === null) return worsened ? 'worsened' : '–';
  if (reliableChange !== 'none') return `reliably ${reliableChange}`;
  return worsened ? 'worsened, not reliably' : 'no reliable change';
}
