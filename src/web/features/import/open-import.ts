import { useSyncExternalStore } from 'react';
import type { DateFormat, DayCount, Progress, Report } from './import-stream';
import type { SheetFile } from './sheet';

/** A sheet on its way into the records: how it is to be read, what was corrected in it, and what the service said. */
export interface OpenImport {
  file: SheetFile;
  /** Rows as they are now, with the corrections. */
  rows: string[][];
  /** Place of the row with the names of the columns. */
  header: number;
  /** What each column means; empty where it is not imported. */
  meanings: string[];
  /** Columns whose meaning a person has chosen. */
  chosen: ReadonlySet<number>;
  /** What of the file as a whole a person has confirmed, by its sentence. */
  confirmed: ReadonlySet<string>;
  /** Rules whose findings in the rows a person has accepted. */
  accepted: ReadonlySet<string>;
  /** Null until it was said. */
  dateFormat: DateFormat | null;
  /** From when days are counted that are numbers. */
  dayCount: DayCount | null;
  step: 'columns' | 'check' | 'saved';
  report: Report | null;
  /** Rows as the service has checked them last. */
  checked: string[][];
  /** What was accepted when the rows were checked last. */
  checkedWith: ReadonlySet<string>;
  /** Cells that differ from what was checked, as `row:column`. */
  corrected: ReadonlySet<string>;
  /** What is under way, and how far it has come. */
  running: { task: Task; progress: Progress | null } | null;
  /** What went wrong last, and with what. */
  failure: { task: Task; error: Error } | null;
}

export type Task = 'check' | 'save' | 'save-good';

/**
 * Kept in memory only, as it is data of patients, and while other pages are looked at, so that nothing corrected is
 * lost by a look elsewhere; a reload or another person starts over.
 */
let current: OpenImport | null = null;
const watchers = new Set<() => void>();

function set(next: OpenImport | null): void {
  current = next;
  warnOnLeaving(next !== null && next.step !== 'saved');
  for (const watcher of watchers) watcher();
}

/** A reload would lose what was mapped and corrected, also from another page: nothing of a file is kept on the device. */
function warnOnLeaving(warn: boolean): void {
  if (warn) window.addEventListener('beforeunload', askToStay);
  else window.removeEventListener('beforeunload', askToStay);
}

function askToStay(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

export function useOpenImport(): OpenImport | null {
  return useSyncExternalStore(watch, () => current);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function openImport(): OpenImport | null {
  return current;
}

export function changeImport(change: Partial<OpenImport>): void {
  if (current) set({ ...current, ...change });
}

export function closeImport(): void {
  set(null);
}

/** Begins with a file as it was read, also where it was read in another way. */
export function beginImport(file: SheetFile): void {
  const { headerRows, columns, dayCount } = file.reading;
  set({
    file,
    rows: file.rows,
    header: (headerRows.at(-1) ?? 1) - 1,
    meanings: columns.map(({ meaning }) => meaning ?? ''),
    chosen: new Set(),
    confirmed: new Set(),
    accepted: new Set(),
    dateFormat: null,
    dayCount,
    step: 'columns',
    report: null,
    checked: file.rows,
    checkedWith: new Set(),
    corrected: new Set(),
    running: null,
    failure: null,
  });
}

export function chooseMeaning(column: number, name: string): void {
  if (!current) return;
  const meanings = current.meanings.with(column, name);
  set({ ...current, meanings, chosen: new Set(current.chosen).add(column) });
}

/** Accepts what breaks this rule as it is, or no longer. */
export function accept(rule: string, taken: boolean): void {
  if (current) set({ ...current, accepted: toggled(current.accepted, rule, taken) });
}

/** Confirms what the service says of the file as a whole, or no longer. */
export function confirm(message: string, confirmed: boolean): void {
  if (current) set({ ...current, confirmed: toggled(current.confirmed, message, confirmed) });
}

/** Empties the rows that the sheet hides, so that they are not imported. */
export function leaveHiddenRowsOut(): void {
  if (!current) return;
  const hidden = new Set(current.file.hidden);
  const rows = current.rows.map((row, at) => (hidden.has(at) ? [] : row));
  set({ ...current, rows, checked: rows });
}

function toggled(all: ReadonlySet<string>, one: string, on: boolean): ReadonlySet<string> {
  const next = new Set(all);
  if (on) next.add(one);
  else next.delete(one);
  return next;
}

/** Changes a cell. The service has not seen it until the rows are checked again. */
export function correctCell(row: number, column: number, text: string): void {
  if (!current) return;
  const cells = [...(current.rows[row] ?? [])];
  while (cells.length < column) cells.push('');
  cells[column] = text;
  const corrected = new Set(current.corrected).add(`${row}:${column}`);
  if (text === checkedText(row, column)) corrected.delete(`${row}:${column}`);
  set({ ...current, rows: current.rows.with(row, cells), corrected });
}

/** Takes a correction back. */
export function restoreCell(row: number, column: number): void {
  correctCell(row, column, checkedText(row, column));
}

function checkedText(row: number, column: number): string {
  return current?.checked[row]?.[column] ?? '';
}
