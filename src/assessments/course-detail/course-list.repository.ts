import { Injectable } from '@nestjs/common';
import { Course } from '../../courses/course.entity.js';
import { LAST_HEARD_ON, SIXTH_IS_OVER } from '../../courses/status-sql.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { addDays } from '../../domain/calendar/calendar.js';
import { clinicDayFrom, clinicDayUntil, type ClinicDays } from '../../domain/calendar/clinic-days.js';
import { afterSeriesPlan } from '../../domain/course/judgement/after-series-visits.js';
import { silentBefore, type CourseStatus } from '../../domain/course/judgement/status.js';

/** A part of the list of courses; `after` is the last one that was shown. */
export interface CoursesWanted {
  status: CourseStatus | 'concluded' | null;
  /** Today at the clinic. */
  today: string;
  /** Only those with an infusion that nobody said anything of, before one that is recorded. */
  gaps: boolean;
  /** Only those that started on this day or later; null: all. */
  startedFrom: string | null;
  /** Only those with a score after the series that is due within a week or still asked for, as the clinic plans them; null: all. */
  afterSeriesDue: (ClinicDays & { afterSeriesWeeks: readonly number[] }) | null;
  after: { startedOn: string; id: string } | null;
  limit: number;
}

@Injectable()
export class CourseListRepository {
  /** Courses with their patients, latest start first, those after a place in the list. */
  async list(
    { manager, clinicId }: ClinicTransaction,
    { status, today, gaps, startedFrom, afterSeriesDue, after, limit }: CoursesWanted,
  ): Promise<Course[]> {
    const query = manager
      .createQueryBuilder(Course, 'course')
      .innerJoinAndSelect('course.patient', 'patient', 'patient.clinicId = :clinicId')
      .where('course.clinicId = :clinicId', { clinicId })
      .orderBy('course.startedOn', 'DESC')
      .addOrderBy('course.id', 'DESC')
      .limit(limit);
    if (after) query.andWhere('(course.startedOn, course.id) < (:startedOn, :id)', after);
    if (status !== null) query.andWhere(WITH_STATUS[status], silences(today));
    if (startedFrom !== null) query.andWhere('course.startedOn >= :startedFrom', { startedFrom });
    if (gaps) query.andWhere(WITH_GAPS);
    if (afterSeriesDue !== null) query.andWhere(WITH_SCORE_DUE, dueAfter(afterSeriesDue, today));
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

  /** Those of the courses after which their patient began another. */
  async findFollowed({ pipeline, clinicId }: ClinicTransaction, courseIds: string[]): Promise<Set<string>> {
    const rows = await pipeline.query<{ id: string }>(
      `SELECT course.id FROM course WHERE clinic_id = $1 AND id = ANY($2) AND ${isFollowed('$1')}`,
      [clinicId, courseIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

/** Today also shows what comes within a week. */
const DAYS_AHEAD = 7;

const SILENT = `${LAST_HEARD_ON} < CASE course.kind WHEN 'maintenance' THEN :maintenanceBefore::date ELSE :inductionBefore::date END`;
/** `courseStatus` of the domain, in SQL over `course`; its parameters are `silences`. */
export const WITH_STATUS: Record<CourseStatus | 'concluded', string> = {
  completed: SIXTH_IS_OVER,
  stopped: `course.stopped_on IS NOT NULL AND NOT ${SIXTH_IS_OVER}`,
  lost: `course.stopped_on IS NULL AND ${SILENT} AND NOT ${SIXTH_IS_OVER}`,
  active: `course.stopped_on IS NULL AND NOT ${SILENT} AND NOT ${SIXTH_IS_OVER}`,
  concluded: `(course.stopped_on IS NOT NULL OR ${SILENT} OR ${SIXTH_IS_OVER})`,
};

/** The parameters of `WITH_STATUS` on a day of the clinic. */
export function silences(today: string) {
  return { inductionBefore: silentBefore('induction', today), maintenanceBefore: silentBefore('maintenance', today) };
}

const SCORES = [1, 2, 3, 4, 5, 6].map((infusion) => `course.score_${infusion}`).join(', ');
/**
 * The row of a course answers for most, without a look at the entries: all infusions before the last have a score; or the entries
 * are as many as the scores, and those are of the first infusions.
 */
const IS_WITHOUT_GAPS = `(num_nulls(course.score_1, course.score_2, course.score_3, course.score_4, course.score_5) = 0
  OR course.entries = num_nonnulls(${SCORES}) AND array_position(ARRAY[${SCORES}], NULL) = course.entries + 1)`;

/** `slotStates` of the domain, in SQL: fewer infusions are recorded than the last one's number. */
const WITH_GAPS = `NOT ${IS_WITHOUT_GAPS} AND (SELECT count(*) < max(right(said.slot, 1)::int) FROM assessment said
  WHERE said.clinic_id = :clinicId AND said.course_id = course.id
  AND said.slot LIKE 'infusion-%' AND said.state <> 'entered-in-error')`;

/** @param clinic Parameter with the clinic. */
const isFollowed = (clinic: string) => `EXISTS (SELECT 1 FROM course later WHERE later.clinic_id = ${clinic}
  AND later.patient_id = course.patient_id AND later.number > course.number)`;

/**
 * `afterSeriesVisits` of the domain, in SQL, for the week that begins today. Infusion 6 is at the earliest on `:endedFrom`. A score is
 * due on the first clinic day from its planned day on, so the last clinic day of the week decides; one that is no longer asked for on
 * the first clinic day after the week is due on the planned day itself.
 */
const WITH_SCORE_DUE = `course.kind = 'induction' AND ${SIXTH_IS_OVER} AND course.last_entry_on >= :endedFrom
  AND NOT ${isFollowed(':clinicId')}
  AND EXISTS (SELECT 1 FROM assessment sixth, unnest(:slots::text[], :days::int[], :lastDays::int[]) AS planned (slot, days, last_days)
    WHERE sixth.clinic_id = :clinicId AND sixth.course_id = course.id
    AND sixth.slot = 'infusion-6' AND sixth.state <> 'entered-in-error'
    AND sixth.assessed_on + planned.last_days >= :today::date
    AND (sixth.assessed_on + planned.days <= :lastOpen::date
      OR sixth.assessed_on + planned.days <= :lastDay::date AND sixth.assessed_on + planned.last_days < :nextOpen::date)
    AND NOT EXISTS (SELECT 1 FROM assessment said
      WHERE said.clinic_id = :clinicId AND said.course_id = course.id
      AND said.slot = planned.slot AND said.state <> 'entered-in-error'))`;

function dueAfter(clinic: NonNullable<CoursesWanted['afterSeriesDue']>, today: string) {
  const plan = afterSeriesPlan(clinic.afterSeriesWeeks);
  const lastDay = addDays(today, DAYS_AHEAD);
  return {
    today,
    lastDay,
    lastOpen: clinicDayUntil(clinic, lastDay),
    nextOpen: clinicDayFrom(clinic, addDays(lastDay, 1)),
    endedFrom: addDays(today, -Math.max(0, ...plan.map(({ lastDays }) => lastDays))),
    slots: plan.map(({ slot }) => slot),
    days: plan.map(({ days }) => days),
    lastDays: plan.map(({ lastDays }) => lastDays),
  };
}
