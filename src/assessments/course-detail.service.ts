import { Injectable } from '@nestjs/common';
import type { CourseChange } from '../courses/course.dto.js';
import type { Course } from '../courses/course.entity.js';
import { CourseRepository } from '../courses/course.repository.js';
import { explainClinician } from '../courses/course.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { checkDates } from '../domain/course/date-rules.js';
import { keyOf, pageOf } from '../http/page.js';
import { notFound, rulesBroken } from '../http/problem.js';
import { staleVersion } from '../http/version.js';
import type { Actor } from '../staff/actor.js';
import { ClinicCalendar } from '../staff/clinic-calendar.js';
import { AssessmentRepository } from './assessment.repository.js';
import { toCourseDetailResponse } from './course-detail.dto.js';
import type { CourseDetailResponse, CoursePageResponse, CourseQuery } from './course-detail.dto.js';
import { toCourseRecord } from './course-record.js';

/** A course together with what is recorded of it: reading, listing, correcting, stopping. */
@Injectable()
export class CourseDetailService {
  constructor(
    private readonly transactions: TenantTransaction,
    private readonly courses: CourseRepository,
    private readonly assessments: AssessmentRepository,
    private readonly calendar: ClinicCalendar,
  ) {}

  async read(actor: Actor, id: string): Promise<CourseDetailResponse> {
    const { clinicId } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      const course = await this.courses.find(transaction, clinicId, id);
      if (!course) throw notFound('course');
      const rows = await this.assessments.listOfCourse(transaction, clinicId, id);
      return toCourseDetailResponse(course, rows, await this.calendar.today(transaction, actor));
    });
  }

  /** Courses with the latest start first. */
  async list(actor: Actor, query: CourseQuery): Promise<CoursePageResponse> {
    const { clinicId } = actor;
    const [startedOn, id] = keyOf(query.after, 2) ?? [];
    const after = startedOn !== undefined && id !== undefined ? { startedOn, id } : null;
    const { status = null, limit } = query;
    return this.transactions.run(clinicId, async (transaction) => {
      const today = await this.calendar.today(transaction, actor);
      const wanted = { status, after, limit: limit + 1 };
      const courses = await this.assessments.listCourses(transaction, clinicId, wanted);
      const ids = courses.map((course) => course.id);
      const rows = await this.assessments.listOfCourses(transaction, clinicId, ids);
      const placeOf = (course: Course) => [course.startedOn, course.id];
      return pageOf(courses, limit, placeOf, (course) => {
        const own = rows.filter(({ courseId }) => courseId === course.id);
        return toCourseDetailResponse(course, own, today);
      });
    });
  }

  /**
   * Corrects a course, stops it, or takes a stop back.
   * @throws Problem 404, 412, or 422 where the new dates don't fit the scores that are recorded.
   */
  async change(
    actor: Actor,
    id: string,
    version: number,
    change: CourseChange,
  ): Promise<CourseDetailResponse> {
    const { clinicId } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      await this.courses.findLocked(transaction, clinicId, id);
      const before = await this.courses.find(transaction, clinicId, id);
      if (!before) throw notFound('course');
      const rows = await this.assessments.listOfCourse(transaction, clinicId, id);
      const today = await this.calendar.today(transaction, actor);
      if (before.version !== version) {
        throw staleVersion(toCourseDetailResponse(before, rows, today));
      }
      const after = changed(before, change, actor);
      const faults = checkDates(toCourseRecord(after, rows), today);
      if (after.startedOn > today) {
        const message = `The start, ${after.startedOn}, is in the future: today is ${today}.`;
        faults.push({ rule: 'date-in-future', message, path: '/startedOn' });
      }
      if (faults.length > 0) {
        throw rulesBroken(
          faults.map(({ path = '', rule, message }) => ({ pointer: path, rule, message })),
        );
      }
      await this.courses.update(transaction, after).catch(explainClinician);
      return toCourseDetailResponse(after, rows, today);
    });
  }
}

function changed(before: Course, change: CourseChange, actor: Actor): Course {
  const { stopped, clinicianId } = change;
  const stop =
    stopped === undefined
      ? {}
      : {
          stoppedOn: stopped?.on ?? null,
          stoppedReason: stopped?.reason ?? null,
          stoppedNote: stopped?.note ?? null,
        };
  return {
    ...before,
    kind: change.kind ?? before.kind,
    indication: change.indication ?? before.indication,
    startedOn: change.startedOn ?? before.startedOn,
    protocol: change.protocol ?? before.protocol,
    clinicianId: clinicianId === undefined ? before.clinicianId : clinicianId,
    ...stop,
    version: before.version + 1,
    changedAt: actor.at,
    changedBy: actor.staffId,
    requestId: actor.requestId,
  };
}
