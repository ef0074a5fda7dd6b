import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';

/** What is counted of a clinic for monitoring. */
export interface ClinicCounts {
  /** Versions of entries that were ever recorded. */
  entries: number;
  openNotices: number;
  /** When the oldest notice that nobody has acknowledged was opened; null where none is open. */
  oldestNoticeAt: Date | null;
  /** Events of the chain. */
  auditEvents: number;
}

/** Counts of a clinic, nothing of a single patient. */
@Injectable()
export class ClinicCountsRepository {
  async read({ pipeline, clinicId }: ClinicTransaction): Promise<ClinicCounts> {
    const [counts] = await pipeline.query<ClinicCounts>(COUNTS, [clinicId]);
    if (!counts) throw new Error('A row of counts is always there.');
    return counts;
  }
}

const COUNTS = `
  SELECT (SELECT count(*)::integer FROM assessment_version WHERE clinic_id = $1) AS entries,
    (SELECT length FROM audit_chain WHERE clinic_id = $1) AS "auditEvents",
    open.count AS "openNotices", open.oldest AS "oldestNoticeAt"
  FROM (
    SELECT count(*)::integer AS count, min(opened_at) AS oldest
    FROM safety_notice WHERE clinic_id = $1 AND acknowledged_at IS NULL
  ) open`;
