import { Kbd, Text } from '@mantine/core';
import { dateOf, dateWords, type Dates } from './cell-date';
import type { Cell } from './cells';
import { outcomeOfTyping } from './commit';
import type { Desk } from './desk';
import { Replaced } from './replaced';

export const NOTE_ID = 'cell-note';

interface Props {
  desk: Desk;
  cell: Cell;
  dates: Dates;
}

/** Has the active cell something to say beside it? */
export function hasNote({ mode, date }: Desk, { pending }: Cell): boolean {
  return mode !== 'moving' || date !== null || (pending !== null && pending.phase.is !== 'saving');
}

/** What will be written, or why what was typed is not saved, beside the cell that it is about. */
export function CellNote({ desk, cell, dates }: Props) {
  const { pending } = cell;
  if (desk.mode !== 'moving' || desk.date !== null) return <TypingNote desk={desk} cell={cell} dates={dates} />;
  if (pending === null || pending.phase.is === 'saving') return null;
  return (
    <section id={NOTE_ID} aria-label="About this cell">
      <Text size="sm">{pending.phase.message}</Text>
      <Text size="sm" c="dimmed">
        <Kbd size="xs">Enter</Kbd> {ENTER[pending.phase.is]} <Kbd size="xs">Del</Kbd> gives it up.
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

function TypingNote({ desk, cell, dates }: Props) {
  const date = dateOf(cell, desk.date, dates);
  const outcome = outcomeOfTyping(cell, desk.text, date, null);
  const replaces = outcome.is === 'ask' && outcome.question.asks === 'reason';
  return (
    <section id={NOTE_ID} aria-label="About this cell">
      {replaces && outcome.question.asks === 'reason' && <Replaced cell={cell} entry={outcome.question.entry} />}
      <Text size="sm">
        Of <strong>{dateWords(date, dates.today)}</strong>
        <Text span c="dimmed">
          {' '}
          · <Kbd size="xs">d</Kbd> another day
        </Text>
      </Text>
    </section>
  );
}
