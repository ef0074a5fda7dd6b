import type { Instant } from '../../domain/calendar/calendar.js';
import type { WholeNumber } from '../../domain/numbers/number-types.js';
import type { Id } from '../../domain/id.js';
import type { RecordedExport } from './export-log.repository.js';
import type { ExportKind } from './spreadsheet-export.entity.js';

export interface RecordedExportResponse {
  id: Id;
  /** `courses` is courses.csv or courses.xlsx, `scores` is scores.csv or scores.xlsx. */
  kind: ExportKind;
  /** How many rows there were when it began. @example 310 */
  rows: WholeNumber;
  exportedAt: Instant;
  exportedBy: Id;
  /** Null for an export from the command line. @example "Dana" */
  exportedByName: string | null;
  /** Of the answer that was the file; a command has one of its own. */
  requestId: Id;
}

export function toRecordedExportResponse(row: RecordedExport): RecordedExportResponse {
  const { id, kind, rows, exportedAt, exportedBy, exportedByName, requestId } = row;
  const when = exportedAt.toISOString();
  return { id, kind, rows, exportedAt: when, exportedBy, exportedByName, requestId };
}
