import { Injectable } from '@nestjs/common';
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
import { baselinesFromSums } from '../../domain/course/judgement/reliable-change.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import { notFound } from '../../http/problem.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ClinicCalendarService } from '../../staff/clinic/clinic-calendar.service.js';
import { toHistoryResponse, toAssessmentResponse } from '../entries/assessment.dto.js';
import type { AssessmentHistoryResponse, AssessmentResponse } from '../entries/assessment.dto.js';
import { AssessmentRepository } from '../entries/assessment.repository.js';
import { toCourseRecord } from '../course-detail/course-record.js';
import type { CourseOutcomeResponse } from './outcome.dto.js';

interface Loaded {
  course: Course;
  record: CourseRecord;
  today: string;
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
    private readonly calendar: ClinicCalendarService,
  ) {}

  async outcome(actor: Actor, courseId: string, endpointRule: EndpointRule): Promise<CourseOutcomeResponse> {
    const { clinicId } = actor;
    const [{ course, record, today }, sums] = await this.transactions.run(clinicId, async (transaction) => [
      await this.load(transaction, actor, courseId),
      await this.assessments.inductionBaselines(transaction),
    ]);
    return {
      courseId,
      chartNumber: course.patient?.chartNumber ?? '',
      asOf: actor.at.toISOString(),
      definitionsVersion: DEFINITIONS_VERSION,
      ...courseOutcome(record, { today, baselines: baselinesFromSums(sums), endpointRule }),
    };
  }

  async trajectory(actor: Actor, courseId: string): Promise<Chart> {
    return (await this.titledTrajectory(actor, courseId)).chart;
  }

  /** The chart with its title and the day it was made for. */
  async titledTrajectory(actor: Actor, courseId: string): Promise<TitledChart> {
    const { course, record, today } = await this.transactions.run(actor.clinicId, (transaction) =>
      this.load(transaction, actor, courseId),
    );
    const title = `Chart ${course.patient?.chartNumber}, course ${course.number}`;
    return { title, today, chart: courseTrajectoryChart(record, { title, today }) };
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

  private async load(transaction: ClinicTransaction, actor: Actor, courseId: string): Promise<Loaded> {
    const course = await this.courses.find(transaction, courseId);
    if (!course) throw notFound('course');
    const rows = await this.assessments.listOfCourse(transaction, courseId);
    const today = await this.calendar.today(transaction, actor);
    return { course, record: toCourseRecord(course, rows), today };
  }
}
