import { Pagination, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { EditableRow } from './editable-row';
import classes from './import.module.css';
import { rowsWith, stops, type Marks } from './marks';
import type { OpenImport } from './open-import';
import { RowTools, type View } from './row-tools';
import { columnName, rowsUnder } from './sheet';

const PAGE = 25;
const NONE: string[] = [];
const NO_REMARKS: never[] = [];

interface Place {
  row: number;
  column: number;
}

/** The rows with what is wrong under each, to be corrected in place; from fault to fault by one key. */
export function RowTable({ open, marks }: { open: OpenImport; marks: Marks }) {
  const { file, rows, header } = open;
  const headers = useMemo(() => file.reading.columns.map((column) => column.header), [file]);
  const [view, setView] = useState<View>(firstView(marks));
  const [page, setPage] = useState(1);
  const [target, setTarget] = useState<Place | null>(null);
  const table = useRef<HTMLDivElement>(null);
  // Listed by each check: a row that is emptied in between is still in the list.
  const [all] = useState(() => rowsUnder(rows, header));
  const shown = useMemo(() => (view === 'all' ? all : rowsWith(marks, view)), [view, all, marks]);
  const columns = columnsShown(open);
  const pages = Math.ceil(shown.length / PAGE);

  useEffect(() => {
    if (target) cellAt(table.current, target)?.focus();
  }, [target]);

  const goTo = (step: 1 | -1) => {
    const places = stops(marks, view === 'unusual' ? 'unusual' : 'fault').map(({ row, column }) => ({
      row,
      column: column ?? columns[0] ?? 0,
    }));
    const next = nextStop(places, focused(table.current) ?? target, step);
    if (!next) return;
    setPage(Math.floor(shown.indexOf(next.row) / PAGE) + 1);
    setTarget({ ...next });
  };
  useHotkeys(
    [
      ['F8', () => goTo(1)],
      ['shift+F8', () => goTo(-1)],
    ],
    [],
  );
  const choose = (chosen: View) => {
    setView(chosen);
    setPage(1);
    setTarget(null);
  };
  return (
    <Stack gap="sm">
      <RowTools marks={marks} all={all.length} view={view} choose={choose} goTo={goTo} />
      {shown.length === 0 && <Text c="dimmed">There are no such rows.</Text>}
      {shown.length > 0 && (
        <div className={classes.scroll} ref={table} role="region" aria-labelledby="rows-title" tabIndex={0}>
          <table className={classes.rows}>
            <thead>
              <tr>
                <th scope="col">Row</th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {columnName(headers, column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.slice((page - 1) * PAGE, page * PAGE).map((row) => (
                <EditableRow
                  key={row}
                  row={row}
                  cells={rows[row] ?? NONE}
                  columns={columns}
                  header={headers}
                  remarks={marks.byRow.get(row) ?? NO_REMARKS}
                  corrected={open.corrected}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {pages > 1 && (
        <Pagination
          total={pages}
          value={page}
          onChange={setPage}
          getControlProps={(control) => ({ 'aria-label': `${control} page` })}
          getItemProps={(number) => ({ 'aria-label': `Page ${number}` })}
        />
      )}
    </Stack>
  );
}

function firstView(marks: Marks): View {
  if (rowsWith(marks, 'fault').length > 0) return 'fault';
  return rowsWith(marks, 'unusual').length > 0 ? 'unusual' : 'all';
}

/** The columns that are imported. */
function columnsShown({ meanings }: OpenImport): number[] {
  return meanings.flatMap((name, at) => (name === '' ? [] : [at]));
}

function cellAt(table: HTMLElement | null, { row, column }: Place): HTMLElement | null {
  return table?.querySelector(`[data-row="${row}"][data-column="${column}"]`) ?? null;
}

function focused(table: HTMLElement | null): Place | null {
  const cell = document.activeElement;
  if (!(cell instanceof HTMLInputElement) || !table?.contains(cell)) return null;
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

/** The next place in this direction; from the last one on to the first. */
function nextStop(places: Place[], from: Place | null, step: 1 | -1): Place | undefined {
  const comes = ({ row, column }: Place) =>
    from === null || (row === from.row ? column - from.column : row - from.row) * step > 0;
  const ahead = places.filter(comes);
  const inOrder = ahead.length > 0 ? ahead : places;
  return step === 1 ? inOrder[0] : inOrder.at(-1);
}
