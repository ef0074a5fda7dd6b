import { IsIn, IsOptional } from 'class-validator';
import type { Page } from '../../http/page.js';
import type { RecordedExport } from './export-log.repository.js';
import type { ExportKind } from './spreadsheet-export.entity.js';

export class ExportQuery {
  /**
   * `true` begins the file with a byte order mark, by which Excel knows UTF-8
   * @example "false"
   */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'Write bom=true or bom=false.' })
  bom?: 'true' | 'false';
}

export class RecordedExportResponse {
  /** @example "019a5c1e-8f00-7000-8000-000000000070" */
  id: string;
  /**
   * `courses` is courses.csv, `scores` is scores.csv
   * @example "courses"
   */
  kind: ExportKind;
  /**
   * How many rows there were when it began
   * @example 310
   */
  rows: number;
  /** @example "2026-03-20T17:00:00.000Z" */
  exportedAt: string;
  /** @example "019a5c1e-8f00-7000-8000-000000000003" */
  exportedBy: string;
  /**
   * Null for an export from the command line
   * @example "Dana"
   */
  exportedByName: string | null;
  /**
   * Of the answer that was the file; a command has one of its own
   * @example "019a5c1e-8f00-7000-8000-0000000000ff"
   */
  requestId: string;
}

export class ExportPageResponse implements Page<RecordedExportResponse> {
  items: RecordedExportResponse[];
  /**
   * Cursor of the next page; null on the last
   * @example null
   */
  next: string | null;
}

export function toRecordedExportResponse(row: RecordedExport): RecordedExportResponse {
  const { id, kind, rows, exportedAt, exportedBy, exportedByName, requestId } = row;
  const when = exportedAt.toISOString();
  return { id, kind, rows, exportedAt: when, exportedBy, exportedByName, requestId };
}
