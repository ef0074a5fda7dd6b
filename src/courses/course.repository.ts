import { Injectable } from '@nestjs/common';
import { violates } from '../database/sql-state.js';
import type { ClinicTransaction } from '../database/transaction.js';
import type { Actor } from '../staff/sessions/actor.js';
import { noteChanges, noteMove } from './course-change.repository.js';
import { Course } from './course.entity.js';
import { NEW_COURSE_COLUMNS, type NewCourses } from './new-courses.js';

export class ClinicianUnknown extends Error {}
export class CourseNumberTaken extends Error {}

/** What the rules of the domain look at. */
export type CourseBasics = Pick<
  Course,
  'kind' | 'startedOn' | 'protocol' | 'stoppedOn' | 'stoppedReason' | 'underWayOn'
>;

@Injectable()
export class CourseRepository {
  /** @throws ClinicianUnknown where the clinician is nobody of this clinic */
  async insert(transaction: ClinicTransaction, course: Course): Promise<void> {
    await explained(transaction.manager.insert(Course, course));
    await noteChanges(transaction, [course.id]);
  }

  /** The course with its patient. */
  async find({ manager, clinicId }: ClinicTransaction, id: string): Promise<Course | null> {
    // `findOne` would ask twice: for the id, and then for the row.
    return manager
      .createQueryBuilder(Course, 'course')
      .innerJoinAndSelect('course.patient', 'patient', 'patient.clinicId = :clinicId')
      .where('course.clinicId = :clinicId AND course.id = :id', { clinicId, id })
      .getOne();
  }

  /** The course, kept from changing until the transaction ends: writes within one course take turns. */
  async findLocked({ manager, clinicId }: ClinicTransaction, id: string): Promise<Course | null> {
    return manager.findOne(Course, {
      where: { clinicId, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /**
   * What the rules look at of a course, kept from changing until the transaction ends, and the time zone of its clinic. What
   * is read of the course besides comes in a later statement: this one sees its other rows as they were before it waited.
   */
  async lockFacts(
    { pipeline, clinicId }: ClinicTransaction,
    id: string,
  ): Promise<(CourseBasics & { timeZone: string }) | null> {
    const [facts] = await pipeline.query<CourseBasics & { timeZone: string }>(LOCK_FACTS, [clinicId, id]);
    return facts ?? null;
  }

  async listOfPatient({ manager, clinicId }: ClinicTransaction, patientId: string): Promise<Course[]> {
    return manager.find(Course, {
      where: { clinicId, patientId },
      order: { number: 'ASC' },
    });
  }

  /** All courses of these patients, each patient's by their numbers; `locked` keeps them from changing. */
  async listOfPatients(
    { manager, clinicId }: ClinicTransaction,
    patientIds: string[],
    { locked = false } = {},
  ): Promise<Course[]> {
    const query = manager
      .createQueryBuilder(Course, 'course')
      .where('course.clinicId = :clinicId', { clinicId })
      .andWhere('course.patientId = ANY(:patientIds)', { patientIds })
      .orderBy('course.patientId', 'ASC')
      .addOrderBy('course.number', 'ASC');
    if (locked) query.setLock('pessimistic_write');
    return query.getMany();
  }

  /**
   * Adds many new courses of one request in one statement, with what their first entries come to.
   * @throws CourseNumberTaken where a patient was given a course with the number of one of them meanwhile
   */
  async insertMany(transaction: ClinicTransaction, actor: Actor, courses: NewCourses): Promise<void> {
    const { manager, clinicId } = transaction;
    const columns = NEW_COURSE_COLUMNS.map((column) => courses[column]);
    await explained(manager.query(INSERT_MANY, [clinicId, actor.at, actor.staffId, actor.requestId, ...columns]));
    await noteChanges(transaction, courses.id);
  }

  /** May the person treat from now on: a clinician or a director who is not deactivated? */
  async mayTreat({ manager, clinicId }: ClinicTransaction, staffId: string): Promise<boolean> {
    const found = await manager.query<object[]>(
      `SELECT 1 FROM staff WHERE clinic_id = $1 AND id = $2 AND role IN ('clinician', 'director') AND status <> 'deactivated'`,
      [clinicId, staffId],
    );
    return found.length > 0;
  }

  /**
   * Writes the changed course over the row that was locked before.
   * @throws ClinicianUnknown where the clinician is nobody of this clinic
   */
  async update(transaction: ClinicTransaction, course: Course): Promise<void> {
    const { clinicId, id, kind, indication, startedOn, protocol, clinicianId } = course;
    const { stoppedOn, stoppedReason, stoppedNote, underWayOn, underWayBy } = course;
    const { version, changedAt, changedBy, requestId } = course;
    const plan = { kind, indication, startedOn, protocol, clinicianId };
    const stop = { stoppedOn, stoppedReason, stoppedNote, underWayOn, underWayBy };
    const trace = { version, changedAt, changedBy, requestId };
    await noteMove(transaction, id, startedOn);
    await explained(transaction.manager.update(Course, { clinicId, id }, { ...plan, ...stop, ...trace }));
  }
}

const LOCK_FACTS = `
  SELECT c.kind, c.started_on AS "startedOn", c.protocol, c.stopped_on AS "stoppedOn", c.stopped_reason AS "stoppedReason",
    c.under_way_on AS "underWayOn", clinic.time_zone AS "timeZone"
  FROM course c JOIN clinic ON clinic.id = $1
  WHERE c.clinic_id = $1 AND c.id = $2 FOR UPDATE OF c`;

// An array of arrays comes out of unnest flat, so protocols travel as text.
const INSERT_MANY = `
  INSERT INTO course (clinic_id, id, patient_id, number, kind, indication, started_on, protocol, clinician_id,
    stopped_on, stopped_reason, stopped_note, version, created_at, changed_at, changed_by, request_id,
    score_1, score_2, score_3, score_4, score_5, score_6, post_series, sixth_missed, days_to_infusion_6, last_entry_on, entries)
  SELECT $1::uuid, id, patient_id, number, kind, indication, started_on, protocol::smallint[], clinician_id,
    stopped_on, stopped_reason, stopped_note, 1, $2::timestamptz, $2::timestamptz, $3::uuid, $4::text,
    score_1, score_2, score_3, score_4, score_5, score_6, post_series, sixth_missed, days_to_infusion_6, last_entry_on, entries
  FROM unnest($5::uuid[], $6::uuid[], $7::smallint[], $8::text[], $9::text[], $10::date[], $11::text[], $12::uuid[],
    $13::date[], $14::text[], $15::text[], $16::smallint[], $17::smallint[], $18::smallint[], $19::smallint[],
    $20::smallint[], $21::smallint[], $22::smallint[], $23::boolean[], $24::integer[], $25::date[], $26::integer[])
  AS added (id, patient_id, number, kind, indication, started_on, protocol, clinician_id, stopped_on, stopped_reason,
    stopped_note, score_1, score_2, score_3, score_4, score_5, score_6, post_series, sixth_missed, days_to_infusion_6,
    last_entry_on, entries)
  RETURNING id`;

async function explained(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (violates(error, 'course_clinician_fkey')) throw new ClinicianUnknown();
    if (violates(error, 'course_number_key')) throw new CourseNumberTaken();
    throw error;
  }
}
