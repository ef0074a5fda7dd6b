import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { daysBetween } from '../../../domain/calendar/calendar';
import { infusionNumber } from '../../../domain/course/record/slots';
import { showDate } from '../../components/dates';
import { lineKeys } from './line-keys';
import type { Line } from './lines';

interface Props {
  name: string;
  lines: readonly Line[];
  today: string;
  onMissed: (line: Line) => void;
}

/** Visits to look at, a line each; with the focus on a line, one key leads on. */
export function LineTable({ name, lines, today, onMissed }: Props) {
  return (
    <Table aria-label={name} verticalSpacing={6} horizontalSpacing="xs" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Chart number</Table.Th>
          <Table.Th>Visit</Table.Th>
          <Table.Th>Planned</Table.Th>
          <Table.Th>Lead on</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <LineRow key={`${line.courseId} ${line.slot}`} line={line} today={today} onMissed={onMissed} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface RowProps extends Pick<Props, 'today' | 'onMissed'> {
  line: Line;
}

function LineRow({ line, today, onMissed }: RowProps) {
  const [, go] = useLocation();
  const { chartNumber, patientId, courseId, slot, label, dueOn } = line;
  const grid = `/scores?course=${courseId}&infusion=${infusionNumber(slot)}`;
  const form = `/courses/${courseId}/form/${slot}`;
  const of = `${chartNumber}, ${label.toLowerCase()}`;
  const keys = lineKeys({
    s: () => go(grid),
    f: () => go(form),
    m: () => onMissed(line),
    p: () => go(`/patients/${patientId}`),
  });
  return (
    <Table.Tr onKeyDown={keys}>
      <Table.Td>
        <Anchor component={Link} href={`/patients/${patientId}`} fw={600} style={{ whiteSpace: 'nowrap' }}>
          {chartNumber}
        </Anchor>
      </Table.Td>
      <Table.Td>{label}</Table.Td>
      <Table.Td>
        {dueOn && showDate(dueOn)}
        {dueOn && dueOn < today && (
          <Text size="xs" c="dimmed">
            {agoWords(daysBetween(dueOn, today))}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={6}>
          <Button component={Link} href={grid} variant="light" size="compact-sm" aria-label={`Score ${of}`}>
            Score
          </Button>
          <Button component={Link} href={form} variant="default" size="compact-sm" aria-label={`Form of ${of}`}>
            Form
          </Button>
          <Button variant="default" size="compact-sm" aria-label={`Missed: ${of}`} onClick={() => onMissed(line)}>
            Missed
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function agoWords(days: number): string {
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
