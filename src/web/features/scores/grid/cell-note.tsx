import { Kbd, Text } from '@mantine/core';
import { dateOf, dateWords, type Dates } from './cell-date';
import type { Cell } from '../store/cells';
import { commitOfText } from './commit';
import type { GridState } from './grid-state';
import { ReplacedValue } from './replaced-value';

export const NOTE_ID = 'cell-note';

interface Props {
  state: GridState;
  cell: Cell;
  dates: Dates;
}

/** Is there something to say beside the active cell? */
export function hasNote({ mode, date }: GridState, { pending }: Cell): boolean {
  return mode !== 'navigating' || date !== null || (pending !== null && pending.phase.kind !== 'saving');
}

/** What will be saved, or why what was typed is not saved. */
export function CellNote({ state, cell, dates }: Props) {
  const { pending } = cell;
  if (state.mode !== 'navigating' || state.date !== null) return <TypingNote state={state} cell={cell} dates={dates} />;
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

function TypingNote({ state, cell, dates }: Props) {
  const date = dateOf(cell, state.date, dates);
  const commit = commitOfText(cell, state.text, date, null);
  return (
    <section id={NOTE_ID} aria-label="About this cell">
      {commit.kind === 'ask' && commit.question.kind === 'amendment' && (
        <ReplacedValue cell={cell} entry={commit.question.entry} />
      )}
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
