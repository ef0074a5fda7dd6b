import type { CellAddress } from '../store/cells';

/** A position in the grid: the row from 0, and the column, 0 for the patient and 1-6 for the infusions. */
export interface Position {
  row: number;
  column: number;
}

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'next'
  | 'previous'
  | 'rowStart'
  | 'rowEnd'
  | 'start'
  | 'end'
  | 'pageUp'
  | 'pageDown';

/** Where the person goes after what is typed is settled: a move, or a cell that was pointed at. */
export type Next = Move | CellAddress;

const FIRST = 1;
const LAST = 6;
const PAGE = 10;

/** Where a move leads in a grid of so many rows; null where it leads out of it. Only Tab leaves, all others stop at the edge. */
export function positionAfter({ row, column }: Position, move: Move, rows: number): Position | null {
  const last = rows - 1;
  const down = (by: number) => ({ row: Math.max(0, Math.min(last, row + by)), column });
  switch (move) {
    case 'up':
      return down(-1);
    case 'down':
      return down(1);
    case 'pageUp':
      return down(-PAGE);
    case 'pageDown':
      return down(PAGE);
    case 'left':
      return { row, column: Math.max(0, column - 1) };
    case 'right':
      return { row, column: Math.min(LAST, column + 1) };
    case 'rowStart':
      return { row, column: FIRST };
    case 'rowEnd':
      return { row, column: LAST };
    case 'start':
      return { row: 0, column: FIRST };
    case 'end':
      return { row: last, column: LAST };
    case 'next':
      if (column < LAST) return { row, column: column + 1 };
      return row < last ? { row: row + 1, column: FIRST } : null;
    case 'previous':
      if (column > FIRST) return { row, column: column - 1 };
      return row > 0 ? { row: row - 1, column: LAST } : null;
  }
}
