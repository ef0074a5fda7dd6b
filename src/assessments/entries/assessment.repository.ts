import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { BaselineSums } from '../../domain/course/judgement/reliable-change.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import { Assessment, AssessmentVersion } from './assessment.entity.js';

/** Who records, when, in which clinic and request. */
export type Recording = Pick<AssessmentVersion, 'clinicId' | 'recordedAt' | 'recordedBy' | 'requestId'>;

@Injectable()
export class AssessmentRepository {
  /** The current version of every slot of a course. */
  async listOfCourse(transaction: ClinicTransaction, courseId: string): Promise<Assessment[]> {
    return current(transaction).andWhere('entry.courseId = :courseId', { courseId }).getMany();
  }

  async listOfCourses(transaction: ClinicTransaction, courseIds: string[]): Promise<Assessment[]> {
    return current(transaction).andWhere('entry.courseId = ANY(:courseIds)', { courseIds }).getMany();
  }

  async find(transaction: ClinicTransaction, courseId: string, slot: SlotName): Promise<Assessment | null> {
    return current(transaction)
      .andWhere('entry.courseId = :courseId AND entry.slot = :slot', { courseId, slot })
      .getOne();
  }

  /** Every version of a slot, newest first. */
  async history(
    { manager, clinicId }: ClinicTransaction,
    courseId: string,
    slot: SlotName,
  ): Promise<AssessmentVersion[]> {
    return withRecorder(manager.createQueryBuilder(AssessmentVersion, 'entry'))
      .where('entry.clinicId = :clinicId', { clinicId })
      .andWhere('entry.courseId = :courseId AND entry.slot = :slot', { courseId, slot })
      .orderBy('entry.version', 'DESC')
      .getMany();
  }

  /**
   * Adds a version and makes it the current one, in one statement. The caller holds the lock of the course, so
   * that nobody else is writing a version of it. Answers with the name of who recorded it.
   */
  async add({ manager }: ClinicTransaction, row: AssessmentVersion): Promise<string | null> {
    const [added] = await manager.query<{ name: string | null }[]>(ADD, [
      row.clinicId,
      row.courseId,
      row.slot,
      row.version,
      row.state,
      row.total,
      row.answers,
      row.assessedOn,
      row.missedReason,
      row.note,
      row.amendmentReason,
      row.overrideReason,
      row.recordedAt,
      row.recordedBy,
      row.requestId,
    ]);
    return added?.name ?? null;
  }

  /** The day on which the course was frozen in a closed group that something is published of; null where it is in none. */
  async closedOn({ manager, clinicId }: ClinicTransaction, courseId: string): Promise<string | null> {
    const [row] = await manager.query<{ closedOn: string | null }[]>(
      `SELECT max(g.closed_on) AS "closedOn" FROM closed_group_course c
       JOIN closed_group g ON g.clinic_id = c.clinic_id AND g.id = c.group_id
       WHERE c.clinic_id = $1 AND c.course_id = $2`,
      [clinicId, courseId],
    );
    return row?.closedOn ?? null;
  }

  /** Sums over the baselines of all induction courses of the clinic, for the SD of reliable change. */
  async inductionBaselines({ manager, clinicId }: ClinicTransaction): Promise<BaselineSums> {
    const [row] = await manager.query<BaselineSums[]>(
      `SELECT count(*)::int AS n, coalesce(sum(a.total), 0)::float8 AS sum,
         coalesce(sum(a.total * a.total), 0)::float8 AS "sumOfSquares"
       FROM assessment a JOIN course c ON c.clinic_id = a.clinic_id AND c.id = a.course_id
       WHERE a.clinic_id = $1 AND a.slot = 'infusion-1' AND a.state = 'scored'
         AND a.total IS NOT NULL AND c.kind = 'induction'`,
      [clinicId],
    );
    return row ?? { n: 0, sum: 0, sumOfSquares: 0 };
  }
}

function current({ manager, clinicId }: ClinicTransaction): SelectQueryBuilder<Assessment> {
  return withRecorder(manager.createQueryBuilder(Assessment, 'entry')).where('entry.clinicId = :clinicId', {
    clinicId,
  });
}

/** Only the name: the rest of a person's row, the password's hash too, stays where it is. */
function withRecorder<T extends Assessment | AssessmentVersion>(query: SelectQueryBuilder<T>): SelectQueryBuilder<T> {
  return query.leftJoin('entry.recorder', 'recorder').addSelect(['recorder.clinicId', 'recorder.id', 'recorder.name']);
}

const ADD = `
  WITH added AS (
    INSERT INTO assessment_version (clinic_id, course_id, slot, version, state, total, answers, assessed_on,
      missed_reason, note, amendment_reason, override_reason, recorded_at, recorded_by, request_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    RETURNING *
  )
  INSERT INTO assessment (clinic_id, course_id, slot, version, state, total, answers, assessed_on,
    missed_reason, note, recorded_at, recorded_by)
  SELECT clinic_id, course_id, slot, version, state, total, answers, assessed_on,
    missed_reason, note, recorded_at, recorded_by
  FROM added
  ON CONFLICT (clinic_id, course_id, slot) DO UPDATE SET
    version = EXCLUDED.version, state = EXCLUDED.state, total = EXCLUDED.total,
    answers = EXCLUDED.answers, assessed_on = EXCLUDED.assessed_on,
    missed_reason = EXCLUDED.missed_reason, note = EXCLUDED.note,
    recorded_at = EXCLUDED.recorded_at, recorded_by = EXCLUDED.recorded_by
  RETURNING (SELECT staff.name FROM staff
    WHERE staff.clinic_id = assessment.clinic_id AND staff.id = assessment.recorded_by) AS name`;
