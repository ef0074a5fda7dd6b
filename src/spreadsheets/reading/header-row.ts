import type { SheetRow } from './csv-reader.js';
import type { Field } from './fields.js';
import { mapHeaders, type Column } from './header-mapping.js';
import type { ImportReport } from '../importing/import.dto.js';
import { reportColumns, reportFaults } from '../importing/import-report.js';

/**
 * Reads the header, which is the first row with anything in it, and reports what its columns mean: what was stated, or
 * what their headers say.
 * @returns The columns; null where they have faults.
 */
export async function readHeader(
  rows: AsyncGenerator<SheetRow>,
  report: ImportReport,
  stated?: readonly (Field | null)[],
): Promise<Column[] | null> {
  const first = await rows.next();
  if (first.done === true) {
    const message = 'The file is empty.';
    const nowhere = { row: 1, column: null, columnNumber: null, value: null };
    reportFaults(report, [{ ...nowhere, rule: 'file-empty', message }]);
    return null;
  }
  const { columns, faults } = mapHeaders(first.value.cells, first.value.row, stated);
  reportColumns(report, columns);
  reportFaults(report, faults);
  if (faults.length === 0) return columns;
  await rows.return(undefined);
  return null;
}
