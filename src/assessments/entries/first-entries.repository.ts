import { Injectable } from '@nestjs/common';
import { violates } from '../../database/sql-state.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { Recording } from './assessment.repository.js';
import { refreshScores } from './course-scores.repository.js';
import { FIRST_ENTRY_COLUMNS, type FirstEntries } from './first-entries.js';

export class SlotTaken extends Error {}

@Injectable()
export class FirstEntriesRepository {
  /**
   * Adds the first entries of many empty slots and makes them current, in one statement, and brings the scores of these
   * courses up to date in another; those of new courses are written with them. They carry no answers.
   * @throws SlotTaken where somebody else made the first entry of one of them
   */
  async add(
    transaction: ClinicTransaction,
    { clinicId, recordedAt, recordedBy, requestId }: Recording,
    entries: FirstEntries,
    extended: readonly string[] = [],
  ): Promise<void> {
    const columns = FIRST_ENTRY_COLUMNS.map((column) => entries[column]);
    try {
      await transaction.manager.query(ADD_FIRST_ENTRIES, [clinicId, recordedAt, recordedBy, requestId, ...columns]);
    } catch (error) {
      if (violates(error, 'assessment_version_pkey')) throw new SlotTaken();
      throw error;
    }
    if (extended.length > 0) await refreshScores(transaction, extended);
  }
}

const ADD_FIRST_ENTRIES = `
  WITH added AS (
    INSERT INTO assessment_version (clinic_id, course_id, slot, version, state, total, assessed_on, missed_reason,
      note, override_reason, recorded_at, recorded_by, request_id)
    SELECT $1::uuid, course_id, slot, 1, state, total, assessed_on, missed_reason,
      note, override_reason, $2::timestamptz, $3::uuid, $4::text
    FROM unnest($5::uuid[], $6::text[], $7::text[], $8::smallint[], $9::date[], $10::text[], $11::text[], $12::text[])
    AS first (course_id, slot, state, total, assessed_on, missed_reason, note, override_reason)
    RETURNING *
  )
  INSERT INTO assessment (clinic_id, course_id, slot, version, state, total, assessed_on, missed_reason, note,
    recorded_at, recorded_by)
  SELECT clinic_id, course_id, slot, version, state, total, assessed_on, missed_reason, note,
    recorded_at, recorded_by
  FROM added
  RETURNING slot`;
