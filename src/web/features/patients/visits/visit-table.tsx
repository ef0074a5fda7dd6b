import { Table } from '@mantine/core';
import cards from '../../../components/cards.module.css';
import type { Course } from '../../../entries/entry';
import type { VisitAction } from './visit-action';
import { VisitRow } from './visit-row';
import { visitsOf, type Visit } from '../../../entries/visits';

interface Props {
  course: Course;
  onAction: (action: VisitAction) => void;
  onMove: (visit: Visit) => void;
}

/** What is known of each visit, and what can be done about it. */
export function VisitTable({ course, onAction, onMove }: Props) {
  return (
    <Table.ScrollContainer minWidth={640} className={cards.scroll}>
      <Table verticalSpacing={6} horizontalSpacing="xs" className={`${cards.cards} ${cards.pairs}`}>
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
            <VisitRow key={visit.slot} courseId={course.id} visit={visit} onAction={onAction} onMove={onMove} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
