import { Injectable } from '@nestjs/common';
import { Course } from '../../courses/course.entity.js';
import { LAST_HEARD_ON, SIXTH_IS_OVER } from '../../courses/status-sql.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { silentBefore, type CourseStatus } from '../../domain/course/judgement/status.js';

/** A part of the list of courses; `after` is the last one that was shown. */
export interface CoursesWanted {
  status: CourseStatus | 'concluded' | null;
  /** Today at the clinic. */
  today: string;
  /** Only those with an infusion that nobody said anything of, before one that is recorded. */
  gaps: boolean;
  after: { startedOn: string; id: string } | null;
  limit: number;
}

@Injectable()
export class CourseListRepository {
  /** Courses with their patients, latest start first, those after a place in the list. */
  async list(
    { manager, clinicId }: ClinicTransaction,
    { status, today, gaps, after, limit }: CoursesWanted,
  ): Promise<Course[]> {
    const query = manager
      .createQueryBuilder(Course, 'course')
      .innerJoinAndSelect('course.patient', 'patient')
      .where('course.clinicId = :clinicId', { clinicId })
      .orderBy('course.startedOn', 'DESC')
      .addOrderBy('course.id', 'DESC')
      .limit(limit);
    if (after) query.andWhere('(course.startedOn, course.id) < (:startedOn, :id)', after);
    if (status !== null) query.andWhere(WITH_STATUS[status], silences(today));
    if (gaps) query.andWhere(WITH_GAPS);
    return query.getMany();
  }

  /** How many safety notices nobody has acknowledged yet, by course; courses without any are left out. */
  async countOpenNotices({ pipeline, clinicId }: ClinicTransaction, courseIds: string[]): Promise<Map<string, number>> {
    const rows = await pipeline.query<{ courseId: string; open: number }>(
      `SELECT course_id AS "courseId", count(*)::int AS open FROM safety_notice
       WHERE clinic_id = $1 AND course_id = ANY($2) AND acknowledged_at IS NULL
       GROUP BY course_id`,
      [clinicId, courseIds],
    );
    return new Map(rows.map(({ courseId, open }) => [courseId, open]));
  }
}

/** `courseStatus` of the domain, in SQL. */
const SILENT = `${LAST_HEARD_ON} < CASE course.kind WHEN 'maintenance' THEN :maintenanceBefore::date ELSE :inductionBefore::date END`;
const WITH_STATUS: Record<CourseStatus | 'concluded', string> = {
  completed: SIXTH_IS_OVER,
  stopped: `course.stopped_on IS NOT NULL AND NOT ${SIXTH_IS_OVER}`,
  lost: `course.stopped_on IS NULL AND ${SILENT} AND NOT ${SIXTH_IS_OVER}`,
  active: `course.stopped_on IS NULL AND NOT ${SILENT} AND NOT ${SIXTH_IS_OVER}`,
  concluded: `(course.stopped_on IS NOT NULL OR ${SILENT} OR ${SIXTH_IS_OVER})`,
};

function silences(today: string) {
  return { inductionBefore: silentBefore('induction', today), maintenanceBefore: silentBefore('maintenance', today) };
}

/** `slotStates` of the domain, in SQL: fewer infusions are recorded than the last one's number. */
const WITH_GAPS = `(SELECT count(*) < max(right(said.slot, 1)::int) FROM assessment said
  WHERE said.clinic_id = course.clinic_id AND said.course_id = course.id
  AND said.slot LIKE 'infusion-%' AND said.state <> 'entered-in-error')`;
