import { INFUSION_NUMBERS } from '../../../../domain/course/record/slots.js';
import type { Position } from './moves';
import { counted } from '../../../../domain/numbers/words';

/** A block of cells, by the rows and columns at its edges. */
export interface Block {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The block between two corners; the patients' column is no part of it. */
export function blockBetween(a: Position, b: Position): Block {
  const [first, last] = [INFUSION_NUMBERS[0], INFUSION_NUMBERS.length];
  const columns = [a.column, b.column].map((column) => Math.min(last, Math.max(first, column)));
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
}

export function sizeWords({ top, bottom, left, right }: Block): string {
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  return `${counted(rows, 'row')} by ${counted(columns, 'column')}`;
}
