import type { Fault, Report } from './import-stream';

/** One sentence about a row or a cell: a fault that keeps its row out, or something unusual that is taken all the same. */
export interface Remark extends Fault {
  kind: 'fault' | 'unusual';
}

/** Every remark of a report by the place of its row, and those that are about the whole file. */
export interface Marks {
  byRow: ReadonlyMap<number, Remark[]>;
  general: Remark[];
}

export function marksOf({ faults, warnings }: Report, header: number): Marks {
  const all: Remark[] = [
    ...faults.map((fault) => ({ ...fault, kind: 'fault' as const })),
    ...warnings.map((warning) => ({ ...warning, kind: 'unusual' as const })),
  ];
  const byRow = new Map<number, Remark[]>();
  for (const remark of all.filter(({ row }) => row > header + 1)) {
    const at = remark.row - 1;
    byRow.set(at, [...(byRow.get(at) ?? []), remark]);
  }
  return { byRow, general: all.filter(({ row }) => row <= header + 1) };
}

/** The places of rows with a remark of this kind, from the top of the file. */
export function rowsWith({ byRow }: Marks, kind: Remark['kind']): number[] {
  return [...byRow.keys()]
    .filter((row) => byRow.get(row)?.some((remark) => remark.kind === kind))
    .sort((a, b) => a - b);
}

/** Where one comes to by going from remark to remark: cells from the top of the file, each once. */
export function stops({ byRow }: Marks, kind: Remark['kind']): { row: number; column: number | null }[] {
  const rows = [...byRow.keys()].sort((a, b) => a - b);
  return rows.flatMap((row) => {
    const remarks = byRow.get(row)?.filter((remark) => remark.kind === kind) ?? [];
    const columns = new Set(remarks.map(({ columnNumber }) => (columnNumber ?? 0) - 1));
    return [...columns].sort((a, b) => a - b).map((column) => ({ row, column: column < 0 ? null : column }));
  });
}
