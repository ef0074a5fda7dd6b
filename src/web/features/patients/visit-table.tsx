import { Table } from '@mantine/core';
import type { Schemas } from '../../api/client';
import type { Entry } from './entry';
import { VisitRow } from './visit-row';
import { visitsOf } from './visits';

interface Props {
  course: Schemas['CourseDetailResponse'];
  onEntry: (entry: Entry) => void;
}

/** What is known of each visit, and what can be done about it. */
export function VisitTable({ course, onEntry }: Props) {
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing={6} horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Visit</Table.Th>
            <Table.Th>Day</Table.Th>
            <Table.Th>Score</Table.Th>
            <Table.Th>Recorded</Table.Th>
            <Table.Th>What to do</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {visitsOf(course).map((visit) => (
            <VisitRow key={visit.slot} courseId={course.id} visit={visit} onEntry={onEntry} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
