import { csvLines } from '../../../http/csv-lines.js';
import type { Column } from '../../reading/header-meaning.js';
import type { SheetFault } from '../../reading/sheet-fault.js';

/** Writes failed rows as a spreadsheet that can be corrected and imported again. */
export interface FailedRows {
  add(cells: readonly string[], faults: readonly SheetFault[]): void;
  /** @returns What was added since, as CSV. */
  flush(): string;
}

/** The rows as they are in the file, with one more column that says what is wrong with each. */
export function failedRows(wanted: boolean, delimiter: string, columns: readonly Column[]): FailedRows {
  const kept = columns.flatMap(({ field }, at) => (field === 'errors' ? [] : [at]));
  let lines = wanted ? [[...kept.map((at) => columns[at]?.header ?? ''), 'errors']] : [];
  return {
    add: (cells, faults) => {
      if (wanted) lines.push([...kept.map((at) => cells[at] ?? ''), inWords(faults)]);
    },
    flush: () => {
      const text = lines.length === 0 ? '' : csvLines(lines, delimiter);
      lines = [];
      return text;
    },
  };
}

function inWords(faults: readonly SheetFault[]): string {
  return faults.map(({ column, message }) => `${column ?? 'row'}: ${message}`).join(' ');
}
