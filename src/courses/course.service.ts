import { Injectable } from '@nestjs/common';
import { recordEvent } from '../audit/audit-event.repository.js';
import type { ClinicTransaction } from '../database/transaction.js';
import { TransactionService } from '../database/transaction.service.js';
import { usualProtocol } from '../domain/course/record/protocol.js';
import { IdempotencyService } from '../idempotency/idempotency.service.js';
import { newId } from '../http/ids.js';
import { notFound, rulesBroken, type FieldFault } from '../http/problem.js';
import { PatientRepository } from '../patients/patient.repository.js';
import type { Actor } from '../staff/sessions/actor.js';
import { ClinicCalendarService, type ClinicDay } from '../staff/clinic/clinic-calendar.service.js';
import { toCourseResponse } from './course.dto.js';
import type { CourseListResponse, CourseResponse, NewCourse } from './course.dto.js';
import type { Course } from './course.entity.js';
import { ClinicianUnknown, CourseRepository } from './course.repository.js';
import { dateInWords } from '../domain/calendar/date-words.js';

@Injectable()
export class CourseService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly courses: CourseRepository,
    private readonly patients: PatientRepository,
    private readonly calendar: ClinicCalendarService,
    private readonly idempotency: IdempotencyService,
  ) {}

  /**
   * Begins a patient's next course.
   * @throws Problem 404 without the patient, 422 for a start in the future of the clinic's calendar or a clinician of
   *   another clinic.
   */
  async create(actor: Actor, patientId: string, body: NewCourse, key: string | undefined): Promise<CourseResponse> {
    const { clinicId, staffId, at } = actor;
    const request = { clinicId, staffId, at, key, content: ['course', patientId, body] };
    return this.transactions.run(clinicId, (transaction) =>
      this.idempotency.once(transaction, request, async () => {
        const patient = await this.patients.findLocked(transaction, patientId);
        if (!patient) throw notFound('patient');
        const day = await this.calendar.day(transaction, actor);
        const faults = startFaults(body.startedOn, day.today);
        const before = (await this.courses.listOfPatient(transaction, patientId)).at(-1) ?? null;
        const plan = plannedCourse(body, before, day);
        const course = newCourse(actor, patientId, (before?.number ?? 0) + 1, plan);
        const faultsOfClinician = await clinicianFaults(transaction, this.courses, course.clinicianId);
        if (body.clinicianId === undefined && faultsOfClinician.length > 0) course.clinicianId = null;
        else faults.push(...faultsOfClinician);
        if (faults.length > 0) throw rulesBroken(faults);
        await this.courses.insert(transaction, course).catch((error: unknown) => faults.push(clinicianFault(error)));
        if (faults.length > 0) throw rulesBroken(faults);
        await recordEvent(transaction, actor, 'course.added', { subjectId: course.id });
        return toCourseResponse(course);
      }),
    );
  }

  async listOfPatient({ clinicId }: Actor, patientId: string): Promise<CourseListResponse> {
    return this.transactions.run(clinicId, async (transaction) => {
      const patient = await this.patients.find(transaction, patientId);
      if (!patient) throw notFound('patient');
      const rows = await this.courses.listOfPatient(transaction, patientId);
      return { items: rows.map(toCourseResponse) };
    });
  }
}

type Plan = Pick<Course, 'kind' | 'indication' | 'startedOn' | 'protocol' | 'clinicianId'>;

/** What a new course is, also of what the request leaves open: maintenance goes on from the course before. */
function plannedCourse(
  { kind, indication, startedOn, protocol, clinicianId }: NewCourse,
  before: Course | null,
  { maintenanceIntervalWeeks }: ClinicDay,
): Plan {
  const last = kind === 'maintenance' ? before : null;
  return {
    kind,
    startedOn,
    indication: indication ?? last?.indication ?? 'unspecified',
    protocol: protocol ?? usualProtocol(kind, maintenanceIntervalWeeks),
    clinicianId: clinicianId === undefined ? (last?.clinicianId ?? null) : clinicianId,
  };
}

/** A course as it begins: nothing recorded, nothing stopped. */
function newCourse({ clinicId, staffId, at, requestId }: Actor, patientId: string, number: number, plan: Plan): Course {
  const stop = { stoppedOn: null, stoppedReason: null, stoppedNote: null, underWayOn: null, underWayBy: null };
  const trace = { version: 1, createdAt: at, changedAt: at, changedBy: staffId, requestId };
  return { clinicId, id: newId(), patientId, number, ...plan, ...stop, ...trace };
}

/** A course begins by today at the latest. */
export function startFaults(startedOn: string, today: string): FieldFault[] {
  if (startedOn <= today) return [];
  const message = `The start, ${dateInWords(startedOn)}, is in the future: today is ${dateInWords(today)} in the clinic.`;
  return [{ pointer: '/startedOn', rule: 'date-in-future', message }];
}

/** Of marketing and of who left nobody is treated any more; who treated before stays with the course. */
export async function clinicianFaults(
  transaction: ClinicTransaction,
  courses: CourseRepository,
  clinicianId: string | null | undefined,
): Promise<FieldFault[]> {
  if (!clinicianId || (await courses.mayTreat(transaction, clinicianId))) return [];
  return [{ pointer: '/clinicianId', rule: 'clinician-unknown', message: NO_CLINICIAN }];
}

const NO_CLINICIAN = 'The clinician must be the id of a clinician or director of this clinic who is not deactivated.';

/** What is wrong with the clinician; any other error goes on. */
export function clinicianFault(error: unknown): FieldFault {
  if (!(error instanceof ClinicianUnknown)) throw error;
  return { pointer: '/clinicianId', rule: 'clinician-unknown', message: NO_CLINICIAN };
}
