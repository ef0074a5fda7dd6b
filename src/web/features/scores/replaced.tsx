import { Text } from '@mantine/core';
import type { Cell } from './cells';
import { shownEntry, standing, type Entry } from './entry';
import { withDay } from './words';

/** The old value struck through, and the new one; a form's answers are named where a total replaces them. */
export function Replaced({ cell, entry }: { cell: Cell; entry: Entry }) {
  const before = cell.pending?.phase.is === 'saving' ? shownEntry(cell) : standing(cell.recorded);
  const losesAnswers = before !== null && before.answers !== null && entry.answers === null;
  return (
    <div>
      <Text>
        <del>{withDay(before)}</del> <span aria-label="becomes">→</span> <strong>{withDay(entry)}</strong>
      </Text>
      {losesAnswers && (
        <Text size="sm">The 18 answers of the form no longer stand behind it; the history keeps them.</Text>
      )}
    </div>
  );
}
