import { shownIn } from '../store/words';
import type { Row } from '../store/cells';
import type { Block } from './block';
import type { Position } from './moves';

/** A pasted block and the position of its first cell. */
export interface Paste {
  block: string[][];
  position: Position;
}

/**
 * The rows and cells that a spreadsheet puts on the clipboard: lines of cells between tabs; a cell in quotes may hold
 * tabs, lines and doubled quotes. The line end after the last row is no row of its own.
 */
export function parseClipboard(clipboard: string): string[][] {
  const text = clipboard.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/gy;
  for (let match = cells.exec(text); match; match = cells.exec(text)) {
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows;
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
