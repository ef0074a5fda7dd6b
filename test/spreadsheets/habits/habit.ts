import type { WorkbookCell } from '../../support/workbook.js';

/** How a stranger keeps a spreadsheet, which faults the service finds in it, and how it can be saved. */
export interface Habit {
  name: string;
  file: string | Buffer;
  /** Settings with which it is checked. */
  settings?: Record<string, string>;
  /** Rules of what stops a commit, each once. */
  stops: string[];
  /** Settings with which it can be saved; null where it has to be corrected first. */
  savedWith: Record<string, string> | null;
  /** Chart number, start and the scores at the six infusions of each course that is saved. */
  courses?: string[];
  /** Also tried on the page: one habit of each way in which a person decides. */
  onPage?: true;
}

export const SIX = [1, 2, 3, 4, 5, 6];
export const names = (of: (number: number) => string) => SIX.map(of).join(',');
export const WIDE = `chart_number,${names((k) => `date_${k},score_${k}`)}`;
export const DAYS = ['2026-03-02', '2026-03-05', '2026-03-09', '2026-03-12', '2026-03-16', '2026-03-19'];
export const SCORES = ['40', '34', '28', '20', '15', '12'];
export const cells = (scores: readonly string[] = SCORES, days: readonly string[] = DAYS) =>
  scores.map((score, at) => `${days[at]},${score}`).join(',');
export const line = (chart: string, scores?: readonly string[], days?: readonly string[]) =>
  `${chart},${cells(scores, days)}`;
export const with3 = (score: string) => SCORES.with(2, score);
export const SAVED = 'P1 2026-03-02 40 34 28 20 15 12';
export const MISSED3 = 'P1 2026-03-02 40 34 - 20 15 12';

/** 2 March 2026 and the other days, as Excel counts from 1900. */
const DAY_NUMBERS = [46083, 46086, 46090, 46093, 46097, 46100];

/** A row of a workbook, days as days and scores as numbers, some of its cells replaced by their places from 0. */
export function workbookRow(chart: WorkbookCell, replaced: Record<number, WorkbookCell> = {}): WorkbookCell[] {
  const row = SIX.flatMap((_, at): WorkbookCell[] => [{ day: DAY_NUMBERS[at] ?? 0 }, Number(SCORES[at])]);
  return [chart, ...row].map((cell, at) => replaced[at] ?? cell);
}
