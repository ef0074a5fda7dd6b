import { useSyncExternalStore } from 'react';
import type { DateFormat, Progress, Report } from './import-stream';
import { likelyHeaders, type SheetFile } from './sheet';

/** A sheet on its way into the records: how it is to be read, what was corrected in it, and what the service said. */
export interface OpenImport {
  file: SheetFile;
  sheet: number;
  /** The rows with all corrections so far. */
  rows: string[][];
  /** Place of the row with the names of the columns. */
  header: number;
  /** What each column means; empty where it is not imported. Null until the service was asked. */
  meanings: string[] | null;
  /** Null until it was said. */
  dateFormat: DateFormat | null;
  step: 'columns' | 'check' | 'saved';
  report: Report | null;
  /** Rows as the service has checked them last. */
  checked: string[][];
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
 * lost by a look elsewhere; a reload or another person starts from nothing.
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

export function beginImport(file: SheetFile): void {
  set({ file, ...sheetOf(file, 0) });
}

export function chooseSheet(sheet: number): void {
  if (current) set({ file: current.file, ...sheetOf(current.file, sheet) });
}

export function chooseHeader(header: number): void {
  if (current) set({ file: current.file, ...sheetOf(current.file, current.sheet), header });
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

function sheetOf(file: SheetFile, sheet: number): Omit<OpenImport, 'file'> {
  const rows = file.sheets[sheet]?.rows ?? [];
  return {
    sheet,
    rows,
    header: likelyHeaders(rows)[0] ?? 0,
    meanings: null,
    dateFormat: null,
    step: 'columns',
    report: null,
    checked: rows,
    corrected: new Set(),
    running: null,
    failure: null,
  };
}
