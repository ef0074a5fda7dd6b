import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Course } from '../courses/course.entity.js';
import { violates } from '../database/sql-state.js';
import type { Transaction } from '../database/tenant-transaction.js';
import type { CourseStatus } from '../domain/course/status.js';
import type { SlotName } from '../domain/course/slots.js';
import { Assessment, AssessmentVersion } from './assessment.entity.js';

export class SlotTaken extends Error {}

/** The first entry of a slot, of a score without answers or a missed visit. */
export type FirstEntry = Pick<
  AssessmentVersion,
  | 'courseId'
  | 'slot'
  | 'state'
  | 'total'
  | 'assessedOn'
  | 'missedReason'
  | 'note'
  | 'overrideReason'
>;

/** Who records, when, in which clinic and request. */
export type Recording = Pick<
  AssessmentVersion,
  'clinicId' | 'recordedAt' | 'recordedBy' | 'requestId'
>;

/** What the baselines of a clinic's induction courses add up to. */
export interface BaselineSums {
  n: number;
  sum: number;
  sumOfSquares: number;
}

/** A part of the list of courses; `after` is the last one that was shown. */
export interface CoursesWanted {
  status: CourseStatus | null;
  after: { startedOn: string; id: string } | null;
  limit: number;
}

@Injectable()
export class AssessmentRepository {
  /** The current version of every slot of a course. */
  async listOfCourse(
    transaction: Transaction,
    clinicId: string,
    courseId: string,
  ): Promise<Assessment[]> {
    return transaction.findBy(Assessment, { clinicId, courseId });
  }

  async listOfCourses(
    transaction: Transaction,
    clinicId: string,
    courseIds: string[],
  ): Promise<Assessment[]> {
    return transaction.findBy(Assessment, { clinicId, courseId: In(courseIds) });
  }

  /** Courses with their patients, latest start first, those after a place in the list. */
  async listCourses(
    transaction: Transaction,
    clinicId: string,
    { status, after, limit }: CoursesWanted,
  ): Promise<Course[]> {
    const query = transaction
      .createQueryBuilder(Course, 'course')
      .innerJoinAndSelect('course.patient', 'patient')
      .where('course.clinicId = :clinicId', { clinicId })
      .orderBy('course.startedOn', 'DESC')
      .addOrderBy('course.id', 'DESC')
      .limit(limit);
    if (after) query.andWhere('(course.startedOn, course.id) < (:startedOn, :id)', after);
    if (status !== null) query.andWhere(WITH_STATUS[status]);
    return query.getMany();
  }

  async find(
    transaction: Transaction,
    clinicId: string,
    courseId: string,
    slot: SlotName,
  ): Promise<Assessment | null> {
    return transaction.findOneBy(Assessment, { clinicId, courseId, slot });
  }

  /** Every version of a slot, newest first. */
  async history(
    transaction: Transaction,
    clinicId: string,
    courseId: string,
    slot: SlotName,
  ): Promise<AssessmentVersion[]> {
    return transaction.find(AssessmentVersion, {
      where: { clinicId, courseId, slot },
      order: { version: 'DESC' },
    });
  }

  /**
   * Adds a version and makes it the current one, in one statement. The caller holds the lock of the course, so
   * that nobody else is writing a version of it.
   */
  async add(transaction: Transaction, row: AssessmentVersion): Promise<void> {
    await transaction.query(ADD, [
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
  }

  /**
   * Adds the first entries of many empty slots and makes them current, in one statement. They carry no answers.
   * @throws SlotTaken where somebody else made the first entry of one of them
   */
  async addFirstEntries(
    transaction: Transaction,
    { clinicId, recordedAt, recordedBy, requestId }: Recording,
    entries: FirstEntry[],
  ): Promise<void> {
    const column = (key: keyof FirstEntry) => entries.map((entry) => entry[key]);
    try {
      await transaction.query(ADD_FIRST_ENTRIES, [
        clinicId,
        recordedAt,
        recordedBy,
        requestId,
        column('courseId'),
        column('slot'),
        column('state'),
        column('total'),
        column('assessedOn'),
        column('missedReason'),
        column('note'),
        column('overrideReason'),
      ]);
    } catch (error) {
      if (violates(error, 'assessment_version_pkey')) throw new SlotTaken();
      throw error;
    }
  }

  /** Sums over the baselines of all induction courses of the clinic, for the SD of reliable change. */
  async inductionBaselines(transaction: Transaction, clinicId: string): Promise<BaselineSums> {
    const [row] = await transaction.query<BaselineSums[]>(
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

/** `courseStatus` of the domain, in SQL. */
const SIXTH = `EXISTS (SELECT 1 FROM assessment sixth WHERE sixth.clinic_id = course.clinic_id
  AND sixth.course_id = course.id AND sixth.slot = 'infusion-6'
  AND (sixth.state = 'missed' OR sixth.total IS NOT NULL))`;
const WITH_STATUS: Record<CourseStatus, string> = {
  completed: SIXTH,
  stopped: `course.stopped_on IS NOT NULL AND NOT ${SIXTH}`,
  active: `course.stopped_on IS NULL AND NOT ${SIXTH}`,
};

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
  FROM added`;

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
    recorded_at = EXCLUDED.recorded_at, recorded_by = EXCLUDED.recorded_by`;
