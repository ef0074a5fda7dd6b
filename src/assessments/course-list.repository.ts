import { Injectable } from '@nestjs/common';
import { Course } from '../courses/course.entity.js';
import type { Transaction } from '../database/tenant-transaction.js';
import type { CourseStatus } from '../domain/course/status.js';

/** A part of the list of courses; `after` is the last one that was shown. */
export interface CoursesWanted {
  status: CourseStatus | null;
  after: { startedOn: string; id: string } | null;
  limit: number;
}

@Injectable()
export class CourseListRepository {
  /** Courses with their patients, latest start first, those after a place in the list. */
  async list(
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

  /** How many safety notices nobody has acknowledged yet, by course; courses without any are left out. */
  async countOpenNotices(
    transaction: Transaction,
    clinicId: string,
    courseIds: string[],
  ): Promise<Map<string, number>> {
    const rows = await transaction.query<{ courseId: string; open: number }[]>(
      `SELECT course_id AS "courseId", count(*)::int AS open FROM safety_notice
       WHERE clinic_id = $1 AND course_id = ANY($2) AND acknowledged_at IS NULL
       GROUP BY course_id`,
      [clinicId, courseIds],
    );
    return new Map(rows.map(({ courseId, open }) => [courseId, open]));
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
