import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import { weekdayInWords } from '../../../domain/calendar/date-words';
import { showDate } from '../../components/dates';
import type { Line } from './lines';
import { Section } from './section';

/** What is planned for the seven days after today, day by day. */
export function ComingWeek({ lines }: { lines: readonly Line[] }) {
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
              <Table.Tr key={`${courseId} ${slot}`}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {dueOn && `${weekdayInWords(dueOn)} ${showDate(dueOn)}`}
                </Table.Td>
                <Table.Td>
                  <Anchor component={Link} href={`/patients/${patientId}`} fw={600}>
                    {chartNumber}
                  </Anchor>
                </Table.Td>
                <Table.Td>{label}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
