import { Text } from '@mantine/core';
import { entryOf, type Entry } from '../../../entries/entry';
import { shownEntry, type Cell } from '../store/cells';
import { withDay } from '../store/words';

/** The old value struck through, and the new one; a form's answers are named where a total replaces them. */
export function ReplacedValue({ cell, entry }: { cell: Cell; entry: Entry }) {
  const before = cell.pending?.phase.kind === 'saving' ? shownEntry(cell) : entryOf(cell.recorded);
  const losesAnswers = before !== null && before.answers !== null && entry.answers === null;
  return (
    <div>
      <Text>
        <del>{withDay(before)}</del> <span aria-label="becomes">→</span> <strong>{withDay(entry)}</strong>
      </Text>
      {losesAnswers && <Text size="sm">The 18 answers of the form are replaced too; the history keeps them.</Text>}
    </div>
  );
}
