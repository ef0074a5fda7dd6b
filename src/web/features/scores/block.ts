import { INFUSION_NUMBERS } from '../../../domain/course/record/slots.js';
import type { Row } from './cells';
import type { Spot } from './moves';
import { shownIn } from './words';

/** A block of cells: the spots of two corners and what lies between. */
export interface Block {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The block between two spots; the patients' column is no part of it. */
export function blockBetween(a: Spot, b: Spot): Block {
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
  return `${rows} ${rows === 1 ? 'row' : 'rows'} by ${columns} ${columns === 1 ? 'column' : 'columns'}`;
}

/** A block as spreadsheets take it: totals, `missed`, and nothing where nothing is recorded. */
export function textOf(block: Block, rowAt: (index: number) => Row | null, today: string): string {
  const lines: string[] = [];
  for (let at = block.top; at <= block.bottom; at += 1) {
    const cells = rowAt(at)?.cells.slice(block.left - 1, block.right) ?? [];
    lines.push(
      cells
        .map((cell) => shownIn(cell, today))
        .map(({ look, value }) => (look === 'scored' || look === 'missed' ? value : ''))
        .join('\t'),
    );
  }
  return lines.join('\n');
}
