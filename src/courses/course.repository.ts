import { Injectable } from '@nestjs/common';
import { violates } from '../database/sql-state.js';
import type { ClinicTransaction } from '../database/transaction.js';
import { Course } from './course.entity.js';

export class ClinicianUnknown extends Error {}
export class CourseNumberTaken extends Error {}

@Injectable()
export class CourseRepository {
  /** @throws ClinicianUnknown where the clinician is nobody of this clinic */
  async insert({ manager }: ClinicTransaction, course: Course): Promise<void> {
    await explained(manager.insert(Course, course));
  }

  /** The course with its patient. */
  async find({ manager, clinicId }: ClinicTransaction, id: string): Promise<Course | null> {
    return manager.findOne(Course, {
      where: { clinicId, id },
      relations: { patient: true },
    });
  }

  /** The course, kept from changing until the transaction ends: writes within one course take turns. */
  async findLocked({ manager, clinicId }: ClinicTransaction, id: string): Promise<Course | null> {
    return manager.findOne(Course, {
      where: { clinicId, id },
      lock: { mode: 'pessimistic_write' },
    });
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
   * Adds many courses in one statement.
   * @throws CourseNumberTaken where a patient was given a course with the number of one of them meanwhile
   */
  async insertMany({ manager }: ClinicTransaction, courses: Course[]): Promise<void> {
    const column = (key: keyof Course) => courses.map((course) => course[key]);
    await explained(
      manager.query(INSERT_MANY, [
        column('clinicId'),
        column('id'),
        column('patientId'),
        column('number'),
        column('kind'),
        column('indication'),
        column('startedOn'),
        courses.map(({ protocol }) => `{${protocol.join(',')}}`),
        column('clinicianId'),
        column('stoppedOn'),
        column('stoppedReason'),
        column('stoppedNote'),
        column('version'),
        column('createdAt'),
        column('changedAt'),
        column('changedBy'),
        column('requestId'),
      ]),
    );
  }

  /**
   * Writes the changed course over the row that was locked before.
   * @throws ClinicianUnknown where the clinician is nobody of this clinic
   */
  async update({ manager }: ClinicTransaction, course: Course): Promise<void> {
    const { clinicId, id, kind, indication, startedOn, protocol, clinicianId } = course;
    const { stoppedOn, stoppedReason, stoppedNote, underWayOn, underWayBy } = course;
    const { version, changedAt, changedBy, requestId } = course;
    const plan = { kind, indication, startedOn, protocol, clinicianId };
    const stop = { stoppedOn, stoppedReason, stoppedNote, underWayOn, underWayBy };
    const trace = { version, changedAt, changedBy, requestId };
    await explained(manager.update(Course, { clinicId, id }, { ...plan, ...stop, ...trace }));
  }
}

// An array of arrays comes out of unnest flat, so protocols travel as text.
const INSERT_MANY = `
  INSERT INTO course (clinic_id, id, patient_id, number, kind, indication, started_on, protocol, clinician_id,
    stopped_on, stopped_reason, stopped_note, version, created_at, changed_at, changed_by, request_id)
  SELECT clinic_id, id, patient_id, number, kind, indication, started_on, protocol::smallint[], clinician_id,
    stopped_on, stopped_reason, stopped_note, version, created_at, changed_at, changed_by, request_id
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::smallint[], $5::text[], $6::text[], $7::date[], $8::text[],
    $9::uuid[], $10::date[], $11::text[], $12::text[], $13::integer[], $14::timestamptz[], $15::timestamptz[],
    $16::uuid[], $17::text[])
  AS added (clinic_id, id, patient_id, number, kind, indication, started_on, protocol, clinician_id, stopped_on,
    stopped_reason, stopped_note, version, created_at, changed_at, changed_by, request_id)`;

async function explained(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (violates(error, 'course_clinician_fkey')) throw new ClinicianUnknown();
    if (violates(error, 'course_number_key')) throw new CourseNumberTaken();
    throw error;
  }
}
