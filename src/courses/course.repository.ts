import { Injectable } from '@nestjs/common';
import { violates } from '../database/sql-state.js';
import type { Transaction } from '../database/tenant-transaction.js';
import { Course } from './course.entity.js';

export class ClinicianUnknown extends Error {}

@Injectable()
export class CourseRepository {
  /** @throws ClinicianUnknown where the clinician is nobody of this clinic */
  async insert(transaction: Transaction, course: Course): Promise<void> {
    await explained(transaction.insert(Course, course));
  }

  /** The course with its patient. */
  async find(transaction: Transaction, clinicId: string, id: string): Promise<Course | null> {
    return transaction.findOne(Course, {
      where: { clinicId, id },
      relations: { patient: true },
    });
  }

  /** The course, kept from changing until the transaction ends: writes within one course take turns. */
  async findLocked(transaction: Transaction, clinicId: string, id: string): Promise<Course | null> {
    return transaction.findOne(Course, {
      where: { clinicId, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async listOfPatient(
    transaction: Transaction,
    clinicId: string,
    patientId: string,
  ): Promise<Course[]> {
    return transaction.find(Course, {
      where: { clinicId, patientId },
      order: { number: 'ASC' },
    });
  }

  /**
   * Writes the changed course over the row that was locked before.
   * @throws ClinicianUnknown where the clinician is nobody of this clinic
   */
  async update(transaction: Transaction, course: Course): Promise<void> {
    const { clinicId, id, kind, indication, startedOn, protocol, clinicianId } = course;
    const { stoppedOn, stoppedReason, stoppedNote } = course;
    const { version, changedAt, changedBy, requestId } = course;
    const plan = { kind, indication, startedOn, protocol, clinicianId };
    const stop = { stoppedOn, stoppedReason, stoppedNote };
    const trace = { version, changedAt, changedBy, requestId };
    await explained(transaction.update(Course, { clinicId, id }, { ...plan, ...stop, ...trace }));
  }
}

async function explained(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (violates(error, 'course_clinician_fkey')) throw new ClinicianUnknown();
    throw error;
  }
}
