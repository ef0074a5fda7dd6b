import { Button, Group, Table, Text } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { daysBetween } from '../../../domain/calendar/calendar';
import { infusionNumber } from '../../../domain/course/record/slots';
import cards from '../../components/cards.module.css';
import { ChartNumberLink } from '../../components/course/chart-number-link';
import { showDate } from '../../components/dates';
import { isMovable, type VisitMove } from '../patients/visits/movable-visit';
import { lineKeys } from './line-keys';
import type { Line } from './lines';
import { ScoreField, ScoreNote } from './score-field';
import classes from './today.module.css';
import { useLineScore } from './use-line-score';

interface Props {
  name: string;
  lines: readonly Line[];
  today: string;
  onMissed: (line: Line) => void;
  /** Undefined where nothing can be moved any more. */
  onMove?: (move: VisitMove) => void;
  /** Says what was saved, or why it was not. */
  onSaved: (words: string) => void;
}

/** Visits to look at, a line each: the score is typed in it, and with the focus on it one key leads on. */
export function LineTable({ name, lines, ...rest }: Props) {
  return (
    <Table aria-label={name} verticalSpacing={6} horizontalSpacing="xs" highlightOnHover className={cards.cards}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Visit</Table.Th>
          <Table.Th>Score</Table.Th>
          <Table.Th className={classes.screen}>Actions</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <LineRow key={`${line.courseId} ${line.slot}`} line={line} {...rest} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface RowProps extends Pick<Props, 'today' | 'onMissed' | 'onMove' | 'onSaved'> {
  line: Line;
}

function LineRow({ line, today, onMissed, onMove, onSaved }: RowProps) {
  const [, go] = useLocation();
  const score = useLineScore(line, today, onSaved);
  const { chartNumber, patientId, courseId, slot, label, dueOn } = line;
  const infusion = infusionNumber(slot);
  const patient = `/patients/${patientId}?course=${courseId}`;
  // The table has the six infusions alone.
  const grid = infusion === null ? null : `/scores?course=${courseId}&infusion=${infusion}`;
  const form = `/courses/${courseId}/form/${slot}`;
  const of = `${chartNumber}, ${label.toLowerCase()}`;
  const move = onMove && dueOn && isMovable(slot) ? () => onMove({ courseId, chartNumber, slot, dueOn }) : null;
  const keys = lineKeys({
    s: () => go(grid ?? patient),
    f: () => go(form),
    m: () => onMissed(line),
    ...(move && { d: move }),
    p: () => go(`/patients/${patientId}`),
  });
  return (
    <>
      <Table.Tr onKeyDown={keys}>
        <Table.Td>
          <ChartNumberLink href={`/patients/${patientId}`}>{chartNumber}</ChartNumberLink>{' '}
          <Text span size="sm" className={classes.visit}>
            {label}
          </Text>
          {dueOn && dueOn < today && (
            <Text size="xs" c="dimmed">
              {showDate(dueOn)}, {agoWords(daysBetween(dueOn, today))}
            </Text>
          )}
        </Table.Td>
        <Table.Td>
          <ScoreField of={of} score={score} />
        </Table.Td>
        <Table.Td className={`${classes.screen} ${cards.whole}`}>
          <Group gap={6}>
            {grid && (
              <Button
                component={Link}
                href={grid}
                variant="light"
                size="compact-sm"
                className={classes.target}
                aria-label={`Score ${of} in the table`}
              >
                Table
              </Button>
            )}
            <Button
              component={Link}
              href={form}
              variant="default"
              size="compact-sm"
              className={classes.target}
              aria-label={`Form of ${of}`}
            >
              Form
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              className={classes.target}
              aria-label={`Missed: ${of}`}
              onClick={() => onMissed(line)}
            >
              Missed
            </Button>
            {move && (
              <Button
                variant="subtle"
                size="compact-sm"
                className={classes.target}
                aria-label={`Move ${of} to another day`}
                onClick={move}
              >
                Move
              </Button>
            )}
          </Group>
        </Table.Td>
      </Table.Tr>
      <ScoreNote of={of} score={score} elsewhere={grid ?? patient} />
    </>
  );
}

function agoWords(days: number): string {
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
