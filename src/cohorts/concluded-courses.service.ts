import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { ClinicTransaction } from '../database/transaction.js';
import type { CohortCourse } from '../domain/cohort/cohort-course.js';
import type { PublicationCohort } from '../domain/publication/published-document.js';
import { ClinicCalendarService } from '../staff/clinic/clinic-calendar.service.js';
import { isCounted, toCourse } from './cohort-courses.js';
import { filterOf } from './cohort-filter.js';
import { CohortRepository } from './cohort.repository.js';

/** The courses that a publication is about. The id of each begins with the patient's: it is patients that must not be distinguished. */
@Injectable()
export class ConcludedCoursesService {
  constructor(
    private readonly clock: Clock,
    private readonly calendar: ClinicCalendarService,
    private readonly repository: CohortRepository,
  ) {}

  /** @throws Problem 422 for a period that can't be. */
  async list(
    transaction: ClinicTransaction,
    { period, kind, indication, minimumBaseline }: PublicationCohort,
  ): Promise<CohortCourse[]> {
    const filter = { ...filterOf({ period }), kind, indication, minimumBaseline };
    const today = await this.calendar.today(transaction, { at: this.clock.now() });
    const rows = await this.repository.courses(transaction, filter, today);
    return rows
      .map(toCourse)
      .filter(isCounted)
      .map(({ patientId, courseId, scores, postSeries, stoppedReason, status, startedOn }) => {
        return { courseId: `${patientId}/${courseId}`, scores, postSeries, stoppedReason, status, startedOn };
      });
  }
}
