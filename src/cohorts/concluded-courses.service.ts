import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';
import type { CohortCourse } from '../domain/cohort/cohort-course.js';
import type { PublicationCohort } from '../domain/publication/published-document.js';
import { isCounted, toCourse } from './cohort-courses.js';
import { filterOf, fits } from './cohort-filter.js';
import { CohortRepository } from './cohort.repository.js';

/** A course that a publication counts. Its id begins with the patient's, because it is patients that are not told apart. */
export type ConcludedCourse = CohortCourse & { courseId: string };

/** The courses that a publication is about. */
@Injectable()
export class ConcludedCoursesService {
  constructor(private readonly repository: CohortRepository) {}

  /** @throws Problem 422 for a period that can't be. */
  async list(
    transaction: ClinicTransaction,
    { period, kind, indication, minimumBaseline }: PublicationCohort,
  ): Promise<ConcludedCourse[]> {
    const filter = {
      ...filterOf({ period }),
      kind,
      indication,
      minimumBaseline,
    };
    const rows = await this.repository.identifiedCourses(transaction, filter);
    return rows
      .filter((row) => fits(row, filter))
      .map((row) => ({ ...toCourse(row), courseId: `${row.patientId}/${row.courseId}` }))
      .filter(isCounted);
  }
}
