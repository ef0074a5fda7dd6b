import { Button, Group, Text } from '@mantine/core';
import { showInstant } from '../../../components/dates';
import type { Course } from '../../../entries/entry';
import { useSession } from '../../../session/session';
import classes from '../scores.module.css';
import { cellName, shownEntry, type Cell } from '../store/cells';
import { bandOf, entryWords } from '../store/words';
import { dateOf, dateWords, type Dates } from './cell-date';
import type { Command } from './keys';
import { dateInWords } from '../../../../domain/calendar/date-words';

interface Props {
  course: Course;
  cell: Cell;
  dates: Dates;
  /** The date that was chosen for what is typed; null where none was. */
  chosen: string | null;
  onCommand: (command: Command) => void;
}

const BUTTONS: { kind: 'missed' | 'date' | 'openForm' | 'undo'; label: string }[] = [
  { kind: 'missed', label: 'Missed' },
  { kind: 'date', label: 'Another day' },
  { kind: 'openForm', label: 'Form' },
  { kind: 'undo', label: 'Undo' },
];

/** All that is known of the active cell in one line, and its commands as buttons: a tablet has digits and no letters. */
export function CellBar({ course, cell, dates, chosen, onCommand }: Props) {
  const { timeZone } = useSession().clinic;
  const name = cellName(course, cell.address);
  return (
    <Group justify="space-between" gap="xs" data-beside-cell className={classes.commands}>
      <Text className={classes.line}>
        <strong>{name}</strong>: {factsOf(cell, chosen, dates, timeZone).join(', ')}
      </Text>
      <Group gap={6} role="group" aria-label={`What to do at ${name}`}>
        {BUTTONS.map(({ kind, label }) => (
          <Button
            key={kind}
            variant="default"
            size="compact-sm"
            // The cell keeps the focus, and what is typed in it.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onCommand({ kind })}
          >
            {label}
          </Button>
        ))}
      </Group>
    </Group>
  );
}

function factsOf(cell: Cell, chosen: string | null, dates: Dates, timeZone: string): string[] {
  const entry = shownEntry(cell);
  const { recorded, dueOn, state } = cell;
  if (entry === null) {
    const planned = dueOn === null ? 'no planned day' : `planned on ${dateInWords(dueOn)}`;
    const words = state === 'unresolved' ? ['unresolved', planned] : ['due', planned];
    return [...words, `written as of ${dateWords(dateOf(cell, chosen, dates), dates.today)}`];
  }
  const facts = [entryWords(entry), bandOf(entry)];
  if (entry.assessedOn !== null) facts.push(`on ${dateInWords(entry.assessedOn)}`);
  if (entry.note) facts.push(`“${entry.note}”`);
  if (recorded !== null && cell.pending === null) {
    const who = recorded.recordedByName ?? 'the command line';
    facts.push(`recorded by ${who}, ${showInstant(recorded.recordedAt, timeZone)}`);
    if (recorded.noTotalBecause) facts.push(recorded.noTotalBecause);
  }
  return facts.filter((fact) => fact !== '');
}
