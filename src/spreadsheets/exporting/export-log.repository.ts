import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import { SpreadsheetExport, type ExportKind } from './spreadsheet-export.entity.js';

/** An export with the name of the person who made it; null for the command line. */
export interface RecordedExport extends SpreadsheetExport {
  exportedByName: string | null;
}

/** What was handed out, append-only. */
@Injectable()
export class ExportLogRepository {
  async insert({ manager }: ClinicTransaction, row: SpreadsheetExport): Promise<void> {
    await manager.insert(SpreadsheetExport, row);
  }

  /** How many rows an export has that begins now. */
  async countRows({ manager, clinicId }: ClinicTransaction, kind: ExportKind): Promise<number> {
    const [row] = await manager.query<{ rows: number }[]>(COUNTS[kind], [clinicId]);
    return row?.rows ?? 0;
  }

  /** What was exported, latest first, those after a place in the list. */
  async list(
    { manager, clinicId }: ClinicTransaction,
    after: { at: string; id: string } | null,
    limit: number,
  ): Promise<RecordedExport[]> {
    const place = [after?.at ?? null, after?.id ?? null];
    return manager.query<RecordedExport[]>(LIST, [clinicId, ...place, limit]);
  }
}

const COUNTS: Record<ExportKind, string> = {
  courses: `SELECT count(*)::integer AS rows FROM course WHERE clinic_id = $1`,
  scores: `SELECT count(*)::integer AS rows FROM assessment WHERE clinic_id = $1`,
};

const LIST = `
  SELECT e.clinic_id AS "clinicId", e.id, e.kind, e.rows, e.exported_at AS "exportedAt",
    e.exported_by AS "exportedBy", e.request_id AS "requestId", s.name AS "exportedByName"
  FROM spreadsheet_export e
  LEFT JOIN staff s ON s.clinic_id = $1 AND s.id = e.exported_by
  WHERE e.clinic_id = $1
    AND ($2::timestamptz IS NULL OR (e.exported_at, e.id) < ($2::timestamptz, $3::uuid))
  ORDER BY e.exported_at DESC, e.id DESC
  LIMIT $4`;
