import { Injectable } from '@nestjs/common';
import { ClinicBaselinesService } from '../../courses/clinic-baselines.service.js';
import type { Course } from '../../courses/course.entity.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { reliableChangeThreshold } from '../../domain/course/judgement/reliable-change.js';
import type { ClinicDay } from '../../staff/clinic/clinic-calendar.service.js';
import type { Entry } from '../entries/assessment.entity.js';
import { AssessmentRepository } from '../entries/assessment.repository.js';
import { toCourseDetailResponse, type CourseContext, type CourseDetailResponse } from './course-detail.dto.js';
import { CourseListRepository } from './course-list.repository.js';

/** What has to be known besides the rows of some courses to say how they are; as many statements for one course as for many. */
@Injectable()
export class CourseContextService {
  constructor(
    private readonly courseList: CourseListRepository,
    private readonly assessments: AssessmentRepository,
    private readonly baselines: ClinicBaselinesService,
  ) {}

  /** What is known of the clinic for these of its courses. */
  async contextOf(
    transaction: ClinicTransaction,
    known: ClinicDay | Promise<ClinicDay>,
    ids: string[],
  ): Promise<CourseContext> {
    const [day, openNotices, followed, baselines] = await Promise.all([
      known,
      this.courseList.countOpenNotices(transaction, ids),
      this.courseList.findFollowed(transaction, ids),
      this.baselines.read(transaction),
    ]);
    return { day, openNotices, followed, threshold: reliableChangeThreshold(baselines) };
  }

  /** Reads what is recorded of the courses. @returns How each of them, with its patient, is answered. */
  async detailsOf(
    transaction: ClinicTransaction,
    day: ClinicDay,
    courses: readonly Course[],
  ): Promise<(course: Course) => CourseDetailResponse> {
    const ids = courses.map(({ id }) => id);
    const [rows, context] = await Promise.all([
      this.assessments.listOfCourses(transaction, ids),
      this.contextOf(transaction, day, ids),
    ]);
    const rowsOf = new Map<string, Entry[]>(ids.map((id) => [id, []]));
    for (const row of rows) rowsOf.get(row.courseId)?.push(row);
    return (course) => toCourseDetailResponse(course, rowsOf.get(course.id) ?? [], context);
  }
}
