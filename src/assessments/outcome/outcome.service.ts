import { Injectable } from '@nestjs/common';
import { ClinicBaselinesService } from '../../courses/clinic-baselines.service.js';
import { CourseRepository } from '../../courses/course.repository.js';
import type { Course } from '../../courses/course.entity.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import type { Chart } from '../../domain/charts/parts/chart.js';
import { courseTrajectoryChart } from '../../domain/charts/course/course-trajectory.js';
import { DEFINITIONS_VERSION } from '../../domain/cohort/outcomes.js';
import type { CourseRecord } from '../../domain/course/record/course-record.js';
import type { EndpointRule } from '../../domain/course/judgement/endpoint.js';
import { courseOutcome } from '../../domain/course/judgement/outcome.js';
import { likeCoursesOf, quartilesOf, type LikeQuartiles } from '../../domain/course/judgement/middle-half.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import { notFound } from '../../http/problem.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ClinicCalendarService, type ClinicDay } from '../../staff/clinic/clinic-calendar.service.js';
import { toHistoryResponse, toAssessmentResponse } from '../entries/assessment.dto.js';
import type { AssessmentHistoryResponse, AssessmentResponse } from '../entries/assessment.dto.js';
import { AssessmentRepository } from '../entries/assessment.repository.js';
import { toCourseRecord } from '../course-detail/course-record.js';
import { LikeCoursesRepository } from './like-courses.repository.js';
import type { CourseOutcomeResponse } from './outcome.dto.js';

interface Loaded {
  course: Course;
  record: CourseRecord;
  day: ClinicDay;
}

interface TitledChart {
  title: string;
  today: string;
  chart: Chart;
}

/** What one course achieved, and how it went from visit to visit. */
@Injectable()
export class OutcomeService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly courses: CourseRepository,
    private readonly assessments: AssessmentRepository,
    private readonly baselines: ClinicBaselinesService,
    private readonly likeCourses: LikeCoursesRepository,
    private readonly calendar: ClinicCalendarService,
  ) {}

  async outcome(actor: Actor, courseId: string, endpointRule: EndpointRule): Promise<CourseOutcomeResponse> {
    const { clinicId } = actor;
    const [{ course, record, day }, baselines] = await this.transactions.run(clinicId, async (transaction) =>
      Promise.all([this.load(transaction, actor, courseId), this.baselines.read(transaction)]),
    );
    return {
      courseId,
      chartNumber: course.patient?.chartNumber ?? '',
      asOf: actor.at.toISOString(),
      definitionsVersion: DEFINITIONS_VERSION,
      ...courseOutcome(record, { today: day.today, clinicDays: day, baselines, endpointRule }),
    };
  }

  async trajectory(actor: Actor, courseId: string): Promise<Chart> {
    return (await this.titledTrajectory(actor, courseId)).chart;
  }

  /** The chart with its title and the day it was made for. */
  async titledTrajectory(actor: Actor, courseId: string): Promise<TitledChart> {
    return this.transactions.run(actor.clinicId, async (transaction) => {
      const { course, record, day } = await this.load(transaction, actor, courseId);
      const { today } = day;
      const title = `Chart ${course.patient?.chartNumber}, course ${course.number}`;
      const like = await this.likeQuartiles(transaction, courseId, record, today);
      return { title, today, chart: courseTrajectoryChart(record, { title, today, clinicDays: day, like }) };
    });
  }

  async read({ clinicId }: Actor, courseId: string, slot: SlotName): Promise<AssessmentResponse> {
    const row = await this.transactions.run(clinicId, (transaction) =>
      this.assessments.find(transaction, courseId, slot),
    );
    if (!row) throw notFound('entry');
    return toAssessmentResponse(row);
  }

  async history({ clinicId }: Actor, courseId: string, slot: SlotName): Promise<AssessmentHistoryResponse> {
    const rows = await this.transactions.run(clinicId, (transaction) =>
      this.assessments.history(transaction, courseId, slot),
    );
    if (rows.length === 0) throw notFound('entry');
    return toHistoryResponse(rows);
  }

  /** Where other courses like this one were; null where it is held against none. */
  private async likeQuartiles(
    transaction: ClinicTransaction,
    courseId: string,
    record: CourseRecord,
    today: string,
  ): Promise<LikeQuartiles | null> {
    const like = likeCoursesOf(record);
    if (like === null) return null;
    return quartilesOf(like, await this.likeCourses.totals(transaction, like, courseId, today));
  }

  private async load(transaction: ClinicTransaction, actor: Actor, courseId: string): Promise<Loaded> {
    const [course, rows, day] = await Promise.all([
      this.courses.find(transaction, courseId),
      this.assessments.listOfCourse(transaction, courseId),
      this.calendar.day(transaction, actor),
    ]);
    if (!course) throw notFound('course');
    return { course, record: toCourseRecord(course, rows), day };
  }
}
