import { Button, Group, Kbd, Text } from '@mantine/core';
import { useRef, type RefObject } from 'react';
import { dateOf, dateWords, type Dates } from './cell-date';
import { shownEntry, type Cell } from '../store/cells';
import { commitOfText } from './commit';
import type { GridState } from './grid-state';
import classes from '../scores.module.css';
import { ReplacedValue } from './replaced-value';
import { useRoomBesideCell } from './room-beside-cell';
import type { Field } from './use-navigation';
import { dateInWords } from '../../../../domain/calendar/date-words';

export const NOTE_ID = 'cell-note';

interface Props {
  state: GridState;
  cell: Cell;
  dates: Dates;
  field: RefObject<Field | null>;
  onSave: () => void;
  onGiveUp: () => void;
  onPlanned: () => void;
}

/** Is there something to say beside the active cell? */
export function hasNote({ mode, date }: GridState, { pending }: Cell): boolean {
  return mode !== 'navigating' || date !== null || (pending !== null && pending.phase.kind !== 'saving');
}

/** What will be saved, or why what was typed is not saved. */
export function CellNote(props: Props) {
  const { state, cell } = props;
  const { pending } = cell;
  if (state.mode !== 'navigating' || state.date !== null) return <TypingNote {...props} />;
  if (pending === null || pending.phase.kind === 'saving') return null;
  return (
    <section id={NOTE_ID} aria-label="About this cell">
      <Text size="sm">{pending.phase.message}</Text>
      <Text size="sm" c="dimmed">
        <Kbd size="xs">Enter</Kbd> {ENTER[pending.phase.kind]} <Kbd size="xs">Del</Kbd> gives it up.
      </Text>
    </section>
  );
}

const ENTER = {
  kept: 'goes on; it is sent by itself.',
  refused: 'corrects it or tries again.',
  unusual: 'saves it all the same, with a reason.',
  conflict: 'shows both values.',
};

function TypingNote({ state, cell, dates, field, onSave, onGiveUp, onPlanned }: Props) {
  const panel = useRef<HTMLElement>(null);
  useRoomBesideCell(panel, field);
  const date = dateOf(cell, state.date, dates);
  const planned = plannedDay(state, cell, dates);
  const commit = commitOfText(cell, state.text, date, null);
  return (
    <section ref={panel} id={NOTE_ID} aria-label="About this cell">
      {commit.kind === 'ask' && commit.question.kind === 'amendment' && (
        <ReplacedValue cell={cell} entry={commit.question.entry} />
      )}
      <Text size="sm">
        Of <strong>{dateWords(date, dates.today)}</strong>
        <Text span c="dimmed" className="key-hints">
          &nbsp;· <Kbd size="xs">d</Kbd> another day
          {planned !== null && (
            <>
              &nbsp;· <Kbd size="xs">p</Kbd> planned days
            </>
          )}
        </Text>
      </Text>
      {state.mode !== 'navigating' && (
        // The cell keeps the focus, and a number pad without Enter stays open.
        <Group gap="xs" mt={6} onMouseDown={(event) => event.preventDefault()}>
          <Button size="compact-md" className={classes.target} onClick={onSave}>
            Save
          </Button>
          <Button size="compact-md" variant="default" className={classes.target} onClick={onGiveUp}>
            Give up
          </Button>
          {planned !== null && (
            <Button size="compact-md" variant="default" className={classes.target} onClick={onPlanned}>
              Planned day, {dateInWords(planned)}
            </Button>
          )}
        </Group>
      )}
    </section>
  );
}

/** The planned day of an empty cell, where it has passed and today would be recorded: a row that is typed late is of several days. */
function plannedDay({ date }: GridState, cell: Cell, { today, rule }: Dates): string | null {
  const { dueOn } = cell;
  const isPast = dueOn !== null && dueOn < today;
  return isPast && rule === 'today' && date === null && shownEntry(cell) === null ? dueOn : null;
}
