import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { csvLines } from '../../http/csv-lines.js';
import type { Column } from '../reading/header-meaning.js';
import type { SheetFault } from '../reading/sheet-fault.js';

/** Writes failed rows as a spreadsheet that can be corrected and imported again. */
export interface FailedRows {
  add(cells: readonly string[], faults: readonly SheetFault[]): void;
  /** Hands what was added to the destination, which stays open. */
  flush(): Promise<void>;
}

/** The rows as they are in the file, with one more column that says what is wrong with each. */
export function failedRows(
  destination: Writable | undefined,
  delimiter: string,
  columns: readonly Column[],
): FailedRows {
  const kept = columns.flatMap(({ field }, at) => (field === 'errors' ? [] : [at]));
  let lines = [[...kept.map((at) => columns[at]?.header ?? ''), 'errors']];
  return {
    add: (cells, faults) => {
      if (destination === undefined) return;
      lines.push([...kept.map((at) => cells[at] ?? ''), inWords(faults)]);
    },
    flush: async () => {
      if (destination === undefined || lines.length === 0) return;
      const text = csvLines(lines, delimiter);
      lines = [];
      if (!destination.write(text)) await once(destination, 'drain');
    },
  };
}

function inWords(faults: readonly SheetFault[]): string {
  return faults.map(({ column, message }) => `${column ?? 'row'}: ${message}`).join(' ');
}
