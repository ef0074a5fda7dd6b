import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../database/transaction.service.js';
import { keyOf, notGivenOut, pageOf, type Page } from '../../http/page.js';
import { toPatientResponse } from '../../patients/patient.dto.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ClinicCalendarService } from '../../staff/clinic/clinic-calendar.service.js';
import { CourseContextService } from '../course-detail/course-context.service.js';
import { PatientListRepository, type ListedPatient, type PatientPlace } from './patient-list.repository.js';
import type { PatientSummaryQuery, PatientSummaryResponse } from './patient-summary.dto.js';

/** Every patient of the clinic with how they are: the latest course and its scores. */
@Injectable()
export class PatientSummaryService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly patients: PatientListRepository,
    private readonly contexts: CourseContextService,
    private readonly calendar: ClinicCalendarService,
  ) {}

  /** @throws Problem 400 for a cursor that this list did not give out. */
  async list(actor: Actor, query: PatientSummaryQuery): Promise<Page<PatientSummaryResponse>> {
    const after = placeIn(query.after);
    const { chartNumberPart: part = '', status = null, sort, limit } = query;
    return this.transactions.run(actor.clinicId, async (transaction) => {
      const day = await this.calendar.day(transaction, actor);
      const wanted = { part, status, today: day.today, sort, after, limit: limit + 1 };
      const listed = await this.patients.list(transaction, wanted);
      const courses = listed.flatMap(({ patient, latestCourse }) =>
        latestCourse === null ? [] : [{ ...latestCourse, patient }],
      );
      const toCourse = await this.contexts.detailsOf(transaction, day, courses);
      return pageOf(listed, limit, keyOfPlace, ({ patient, latestCourse }) => ({
        patient: toPatientResponse(patient),
        latestCourse: latestCourse && toCourse({ ...latestCourse, patient }),
      }));
    });
  }
}

function keyOfPlace({ place: { rank, chartNumber } }: ListedPatient): string[] {
  return [String(rank), chartNumber];
}

function placeIn(cursor: string | undefined): PatientPlace | null {
  const [rank, chartNumber] = keyOf(cursor, 2) ?? [];
  if (rank === undefined || chartNumber === undefined) return null;
  // More digits would be more than PostgreSQL takes.
  if (/^-?\d{1,10}$/.test(rank) && Math.abs(Number(rank)) < 2 ** 31 && !/\p{Cc}/u.test(chartNumber))
    return { rank: Number(rank), chartNumber };
  throw notGivenOut();
}
