import { shownIn } from '../store/words';
import type { Row } from '../store/cells';
import type { Block } from './block';
import type { Position } from './moves';

/** A pasted block and the position of its first cell. */
export interface Paste {
  block: string[][];
  position: Position;
}

/** A block as a spreadsheet takes it: totals, `missed`, and nothing where nothing is recorded. */
export function clipboardText(block: Block, rowAt: (index: number) => Row | null, today: string): string {
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
