import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import { SpreadsheetImport } from './spreadsheet-import.entity.js';

/** A committed import with the name of the person who made it; null for the command line. */
export interface CommittedImport extends SpreadsheetImport {
  committedByName: string | null;
}

@Injectable()
export class ImportRepository {
  /**
   * Has the foreign keys checked by plans for tables of their present size. Those made when the tables were empty may
   * use any index that begins with the clinic, and then each new row reads all that was written before it.
   */
  async planAgain({ manager }: ClinicTransaction): Promise<void> {
    await manager.query('DISCARD PLANS');
  }

  /**
   * Has PostgreSQL count what is there now, as it does by itself a minute later: until then it takes any index that begins with
   * the clinic for as good as another. Where the service has no right to, PostgreSQL leaves it with a warning.
   */
  async analyze({ manager }: ClinicTransaction): Promise<void> {
    await manager.query('ANALYZE patient, course, assessment_version, assessment');
  }

  async findByHash({ manager, clinicId }: ClinicTransaction, fileHash: Buffer): Promise<SpreadsheetImport | null> {
    return manager.findOneBy(SpreadsheetImport, { clinicId, fileHash });
  }

  async insert({ manager }: ClinicTransaction, row: SpreadsheetImport): Promise<void> {
    await manager.insert(SpreadsheetImport, row);
  }

  /** What was committed, latest first, those after a place in the list. */
  async list(
    { manager, clinicId }: ClinicTransaction,
    after: { at: string; id: string } | null,
    limit: number,
  ): Promise<CommittedImport[]> {
    return manager.query<CommittedImport[]>(LIST, [clinicId, after?.at ?? null, after?.id ?? null, limit]);
  }
}

const LIST = `
  SELECT i.clinic_id AS "clinicId", i.id, i.file_name AS "fileName", i.file_hash AS "fileHash", i.report,
    i.committed_at AS "committedAt", i.committed_by AS "committedBy", i.request_id AS "requestId",
    s.name AS "committedByName"
  FROM spreadsheet_import i
  LEFT JOIN staff s ON s.clinic_id = $1 AND s.id = i.committed_by
  WHERE i.clinic_id = $1
    AND ($2::timestamptz IS NULL OR (i.committed_at, i.id) < ($2::timestamptz, $3::uuid))
  ORDER BY i.committed_at DESC, i.id DESC
  LIMIT $4`;
