import type { ReactNode } from 'react';
import type { Cell } from '../store/cells';
import { savingWords, shownIn } from '../store/words';
import classes from '../scores.module.css';

/** The value, and under it what it means and how far its saving has come. */
export function CellLines({
  cell,
  today,
  value,
  typing = false,
}: {
  cell: Cell;
  today: string;
  /** The field in place of the value while the cell is active. */
  value?: ReactNode;
  /** Is the person typing into it? Then only what is typed is shown. */
  typing?: boolean;
}) {
  const shown = shownIn(cell, today);
  const saving = savingWords(cell);
  const needsLooking = saving !== '' && saving !== 'saved' && saving !== 'saving …';
  const isWord = shown.look === 'missed' || shown.look === 'form';
  const hidden = typing || (value !== undefined && !isWord);
  return (
    <>
      <span className={classes.value} data-look={shown.look}>
        {value}
        {!hidden && <span className={classes.word}>{shown.value}</span>}
      </span>
      <span className={classes.detail}>
        {needsLooking ? <strong>{saving}</strong> : shown.detail}
        {saving === 'saved' && <span title="saved"> ✓</span>}
        {saving === 'saving …' && <span title="saving"> …</span>}
      </span>
    </>
  );
}
