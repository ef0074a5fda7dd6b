import { memo, type KeyboardEvent } from 'react';
import classes from './import.module.css';
import type { Remark } from './marks';
import { correctCell, restoreCell } from './open-import';
import { columnName } from './sheet';

interface Props {
  row: number;
  cells: readonly string[];
  columns: readonly number[];
  header: readonly string[];
  remarks: readonly Remark[];
  corrected: ReadonlySet<string>;
}

/** One row of the file, each cell to be typed into, and under it what is wrong with which cell. */
export const EditableRow = memo(function EditableRow(props: Props) {
  const { row, cells, columns, header, remarks, corrected } = props;
  return (
    <>
      <tr data-remarks={remarks.length > 0 || undefined}>
        <th scope="row">{row + 1}</th>
        {columns.map((column) => {
          const own = remarks.filter(({ columnNumber }) => columnNumber === column + 1);
          return (
            <Cell
              key={column}
              row={row}
              column={column}
              label={`Row ${row + 1}, ${columnName(header, column)}`}
              text={cells[column] ?? ''}
              remarks={own}
              corrected={corrected.has(`${row}:${column}`)}
            />
          );
        })}
      </tr>
      {remarks.length > 0 && (
        <tr className={classes.remarks}>
          <td colSpan={columns.length + 1}>
            <ul>
              {remarks.map((remark, at) => (
                <li key={at} id={remarkId(remark)}>
                  <Sentence remark={remark} corrected={corrected} />
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
});

function Sentence({ remark, corrected }: { remark: Remark; corrected: ReadonlySet<string> }) {
  const { kind, column, columnNumber, row, message } = remark;
  const changed = columnNumber !== null && corrected.has(`${row - 1}:${columnNumber - 1}`);
  return (
    <span data-changed={changed || undefined}>
      <span aria-hidden>{MARK[kind]}</span> {kind === 'fault' ? 'Fault' : 'Unusual'}
      {column === null ? '' : `, ${column === '' ? 'column without a name' : column}`}: {message}
      {changed && ' Corrected, not checked yet.'}
    </span>
  );
}

interface CellProps {
  row: number;
  column: number;
  label: string;
  text: string;
  remarks: readonly Remark[];
  corrected: boolean;
}

function Cell({ row, column, label, text, remarks, corrected }: CellProps) {
  const fault = remarks.some(({ kind }) => kind === 'fault');
  const kind = fault ? 'fault' : remarks.length > 0 ? 'unusual' : undefined;
  return (
    <td data-kind={kind} data-corrected={corrected || undefined}>
      {kind && (
        <span aria-hidden className={classes.mark}>
          {MARK[kind]}
        </span>
      )}
      <input
        value={text}
        aria-label={label}
        aria-invalid={fault || undefined}
        aria-describedby={remarks.map(remarkId).join(' ') || undefined}
        data-row={row}
        data-column={column}
        style={{ minWidth: `${widthOf(text) + (kind ? 6 : 3)}ch` }}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget: { value } }) => correctCell(row, column, value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') restoreCell(row, column);
          else move(event);
        }}
      />
    </td>
  );
}

/** In characters; a longer text scrolls in its cell. */
function widthOf(text: string): number {
  return Math.min(28, Math.max(4, text.length));
}

const MARK: Record<Remark['kind'], string> = { fault: '⚠', unusual: '◇' };

function remarkId({ row, columnNumber, rule }: Remark): string {
  return `remark-${row}-${columnNumber ?? 0}-${rule}`;
}

/** Up and down in a column, as in a spreadsheet. */
function move(event: KeyboardEvent<HTMLInputElement>): void {
  const cell = event.currentTarget;
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const column = cell.dataset['column'] ?? '';
  const same = cell.closest('table')?.querySelectorAll<HTMLInputElement>(`[data-column="${column}"]`);
  const cells = [...(same ?? [])];
  cells[cells.indexOf(cell) + step]?.focus();
}
