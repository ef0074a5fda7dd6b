import { Table, Text } from '@mantine/core';
import { memo } from 'react';
import { dateInWords, weekdayInWords } from '../../../domain/calendar/date-words';
import { TableCell, TableRow } from '../../components/rows/row';
import { ChartNumberLink } from '../../components/rows/row-link';
import type { Line } from './lines';
import { Section } from './section';
import classes from './today.module.css';

/** What is planned for the seven days after today, day by day. */
export const ComingWeek = memo(function ComingWeek({ lines }: { lines: readonly Line[] }) {
  return (
    <Section title="Coming week" count={lines.length}>
      {lines.length === 0 ? (
        <Text c="dimmed">Nothing is planned for the next seven days.</Text>
      ) : (
        <Table aria-label="Coming week" verticalSpacing={4} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Planned</Table.Th>
              <Table.Th>Chart number</Table.Th>
              <Table.Th>Visit</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ courseId, patientId, slot, chartNumber, label, dueOn }) => (
              <TableRow key={`${courseId} ${slot}`} highlighted={false}>
                <TableCell className={classes.day}>
                  {dueOn && `${weekdayInWords(dueOn)} ${dateInWords(dueOn)}`}
                </TableCell>
                <TableCell>
                  <ChartNumberLink href={`/patients/${patientId}`}>{chartNumber}</ChartNumberLink>
                </TableCell>
                <TableCell>{label}</TableCell>
              </TableRow>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
});
