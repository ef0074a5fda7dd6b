import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';
import type { BaselinesOfDay } from '../domain/course/judgement/threshold-in-time.js';
import type { PastCourse } from '../domain/course/judgement/marks-in-time.js';
import type { AppliedFilter } from './cohort.dto.js';
import { FILTERED_COURSES, IS_SILENT, filterParameters } from './cohort.repository.js';

/** A course with a baseline, concluded or not, and the days of its entries. */
export interface DatedCourse extends Omit<PastCourse, 'status'> {
  sixthMissed: boolean;
  /** No entry for longer than a course under way is given. */
  silent: boolean;
}

@Injectable()
export class MarksRepository {
  /** Courses with a baseline that fit the filter, as they are on a day of the clinic's calendar. */
  async datedCourses(
    { manager, clinicId }: ClinicTransaction,
    filter: AppliedFilter,
    today: string,
  ): Promise<DatedCourse[]> {
    return manager.query<DatedCourse[]>(DATED_COURSES, filterParameters(clinicId, filter, today));
  }

  /** What the baselines of all induction courses of the clinic add up to, by the day, in the order of days. */
  async baselinesByDay({ manager, clinicId }: ClinicTransaction): Promise<BaselinesOfDay[]> {
    return manager.query<BaselinesOfDay[]>(BASELINES_BY_DAY, [clinicId]);
  }
}

const DATED_COURSES = `
  SELECT kind, started_on AS "startedOn", stopped_on AS "stoppedOn", under_way_on AS "underWayOn",
    ARRAY[score_1, score_2, score_3, score_4, score_5, score_6] AS scores, sixth_missed AS "sixthMissed", ${IS_SILENT} AS silent,
    (SELECT jsonb_object_agg(said.slot, said.assessed_on) FROM assessment said WHERE said.clinic_id = $1
      AND said.course_id = course.id AND said.assessed_on IS NOT NULL AND said.state <> 'entered-in-error') AS days
  ${FILTERED_COURSES} AND score_1 IS NOT NULL`;

const BASELINES_BY_DAY = `
  SELECT said.assessed_on AS on, count(*)::int AS n, sum(score_1)::float8 AS sum,
    sum(score_1::int * score_1)::float8 AS "sumOfSquares"
  FROM course JOIN assessment said ON said.clinic_id = $1 AND said.course_id = course.id AND said.slot = 'infusion-1'
  WHERE course.clinic_id = $1 AND course.kind = 'induction' AND score_1 IS NOT NULL
  GROUP BY said.assessed_on ORDER BY said.assessed_on`;
