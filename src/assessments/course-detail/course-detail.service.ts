import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { changedFields, recordEvent } from '../../audit/audit-event.repository.js';
import { fieldChanges } from '../../audit/field-changes.js';
import type { Page } from '../../http/page.js';
import type { CourseChange } from '../../courses/course.dto.js';
import type { Course } from '../../courses/course.entity.js';
import { CourseRepository } from '../../courses/course.repository.js';
import { clinicianFault, clinicianFaults, startFaults } from '../../courses/course.service.js';
import { TransactionService } from '../../database/transaction.service.js';
import { isCalendarDate } from '../../domain/calendar/calendar.js';
import { checkDates } from '../../domain/course/rules/date-rules.js';
import { keyOf, notGivenOut, pageOf } from '../../http/page.js';
import { faultsAt, notFound, rulesBroken } from '../../http/problem.js';
import { staleVersion } from '../../http/version.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ClinicCalendarService } from '../../staff/clinic/clinic-calendar.service.js';
import { AssessmentRepository } from '../entries/assessment.repository.js';
import { CourseContextService } from './course-context.service.js';
import { toCourseDetailResponse } from './course-detail.dto.js';
import type { CourseDetailResponse, CourseQuery } from './course-detail.dto.js';
import { changed, COURSE_FIELDS } from './changed-course.js';
import { CourseListRepository } from './course-list.repository.js';
import { toCourseRecord } from './course-record.js';

/** A course together with what is recorded of it: reading, listing, correcting, stopping. */
@Injectable()
export class CourseDetailService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly courses: CourseRepository,
    private readonly courseList: CourseListRepository,
    private readonly assessments: AssessmentRepository,
    private readonly contexts: CourseContextService,
    private readonly calendar: ClinicCalendarService,
  ) {}

  async read(actor: Actor, id: string): Promise<CourseDetailResponse> {
    const { clinicId } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      const [course, rows, context] = await Promise.all([
        this.courses.find(transaction, id),
        this.assessments.listOfCourse(transaction, id),
        this.contexts.contextOf(transaction, this.calendar.day(transaction, actor), [id]),
      ]);
      if (!course) throw notFound('course');
      return toCourseDetailResponse(course, rows, context);
    });
  }

  /** Courses with the latest start first. */
  async list(actor: Actor, query: CourseQuery): Promise<Page<CourseDetailResponse>> {
    const { clinicId } = actor;
    const after = placeIn(query.after);
    const { status = null, startedFrom = null, limit } = query;
    const gaps = query.gaps === 'true';
    return this.transactions.run(clinicId, async (transaction) => {
      const day = await this.calendar.day(transaction, actor);
      const { today } = day;
      const afterSeriesDue = query.afterSeriesDue === 'true' ? day : null;
      const wanted = { status, today, gaps, startedFrom, afterSeriesDue, after, limit: limit + 1 };
      const courses = await this.courseList.list(transaction, wanted);
      const toResponse = await this.contexts.detailsOf(transaction, day, courses);
      return pageOf(courses, limit, placeOf, toResponse);
    });
  }

  /**
   * Corrects a course, stops it, takes a stop back, or says that it is still under way.
   * @throws Problem 404, 412, or 422 where the new dates don't fit the scores that are recorded.
   */
  async change(actor: Actor, id: string, version: number, change: CourseChange): Promise<CourseDetailResponse> {
    const { clinicId } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      await this.courses.findLocked(transaction, id);
      const before = await this.courses.find(transaction, id);
      if (!before) throw notFound('course');
      const [rows, context] = await Promise.all([
        this.assessments.listOfCourse(transaction, id),
        this.contexts.contextOf(transaction, this.calendar.day(transaction, actor), [id]),
      ]);
      if (before.version !== version) {
        throw staleVersion(toCourseDetailResponse(before, rows, context));
      }
      const { today } = context.day;
      const after = changed(before, change, actor);
      const faults = [
        ...startFaults(after.startedOn, today),
        ...faultsAt(fieldOfDate, checkDates(toCourseRecord(after, rows), today)),
      ];
      const treating = after.clinicianId === before.clinicianId ? null : after.clinicianId;
      faults.push(...(await clinicianFaults(transaction, this.courses, treating)));
      if (faults.length > 0) throw rulesBroken(faults);
      await this.courses.update(transaction, after).catch((error: unknown) => faults.push(clinicianFault(error)));
      if (faults.length > 0) throw rulesBroken(faults);
      const changes = fieldChanges(before, after, COURSE_FIELDS);
      await recordEvent(transaction, actor, 'course.changed', {
        subjectId: id,
        detail: changedFields(change),
        changes,
      });
      return toCourseDetailResponse(after, rows, context);
    });
  }
}

/** The date of a visit can only be wrong by the start that was sent. */
function fieldOfDate(path: string): string {
  return path === '/stopped/on' || path === '/underWayOn' ? path : '/startedOn';
}

/** Where a page of the list ended: the start and the id of its last course. */
function placeOf({ startedOn, id }: Course): string[] {
  return [startedOn, id];
}

function placeIn(cursor: string | undefined): { startedOn: string; id: string } | null {
  const [startedOn, id] = keyOf(cursor, 2) ?? [];
  if (startedOn === undefined || id === undefined) return null;
  if (isCalendarDate(startedOn) && isUUID(id)) return { startedOn, id };
  throw notGivenOut();
}
