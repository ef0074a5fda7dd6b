import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';
import type { CohortCourse } from '../domain/cohort/cohort-course.js';
import type { PublicCourse } from '../domain/disclosure/frozen-groups.js';
import type { CoursesToday } from '../domain/disclosure/public-groups.js';
import { ClinicCalendarService } from '../staff/clinic/clinic-calendar.service.js';
import { isCounted, toCourse, type CourseOfCohort } from './courses/cohort-courses.js';
import { filterOf } from './cohort-filter.js';
import { CohortRepository } from './cohort.repository.js';

/** The courses of the clinic that publications can be about. The id of each begins with the patient's: it is patients that are not told apart. */
@Injectable()
export class PublicCoursesService {
  constructor(
    private readonly calendar: ClinicCalendarService,
    private readonly repository: CohortRepository,
  ) {}

  /** All of them, as they are at an instant. */
  async read(transaction: ClinicTransaction, at: Date): Promise<CoursesToday> {
    const today = await this.calendar.today(transaction, { at });
    const rows = await this.repository.courses(transaction, filterOf({}), today);
    const courses = rows.map(toCourse);
    const underWay = courses.filter((course) => !isCounted(course));
    return { concluded: courses.filter(isCounted).map(toPublicCourse), underWay, today };
  }
}

function toPublicCourse(course: CourseOfCohort & CohortCourse): PublicCourse {
  const { patientId, courseId, kind, indication, startedOn, scores, postSeries, status, stoppedReason } = course;
  return {
    courseId: `${patientId}/${courseId}`,
    kind,
    indication,
    startedOn,
    scores,
    postSeries,
    status,
    stoppedReason,
  };
}
