import { Injectable } from '@nestjs/common';
import { silentBefore } from '../domain/course/judgement/status.js';
import type { Indication } from '../domain/course/record/indications.js';
import type { CourseKind } from '../domain/course/record/kinds.js';
import type { ClinicTransaction } from '../database/transaction.js';
import { baselineRange } from './cohort-filter.js';
import type { AppliedFilter } from './cohort.dto.js';

/** A course with the totals of its slots, as one row. */
export interface CohortCourseRow {
  courseId: string;
  patientId: string;
  kind: CourseKind;
  indication: Indication;
  startedOn: string;
  stoppedReason: string | null;
  s1: number | null;
  s2: number | null;
  s3: number | null;
  s4: number | null;
  s5: number | null;
  s6: number | null;
  postSeries: number | null;
  /** Null where one of infusions 1 and 6 has no total. */
  daysToInfusion6: number | null;
  sixthMissed: boolean;
  /** No entry for longer than a course under way is given. */
  silent: boolean;
}

@Injectable()
export class CohortRepository {
  /** Courses that fit the filter, concluded or not, as they are on a day of the clinic's calendar. */
  async courses(
    { manager, clinicId }: ClinicTransaction,
    filter: AppliedFilter,
    today: string,
  ): Promise<CohortCourseRow[]> {
    const { from, to, kind, indication, clinician } = filter;
    const [lowest, highest] = baselineRange(filter) ?? [null, null];
    return manager.query<CohortCourseRow[]>(COURSES, [
      clinicId,
      from,
      to,
      kind,
      indication,
      clinician,
      lowest,
      highest,
      silentBefore('induction', today),
      silentBefore('maintenance', today),
    ]);
  }

  /** Chart numbers of patients by their ids. */
  async chartNumbers(
    { manager, clinicId }: ClinicTransaction,
    patientIds: readonly string[],
  ): Promise<Map<string, string>> {
    const rows = await manager.query<{ id: string; chartNumber: string }[]>(
      `SELECT id, chart_number AS "chartNumber" FROM patient WHERE clinic_id = $1 AND id = ANY ($2)`,
      [clinicId, patientIds],
    );
    return new Map(rows.map(({ id, chartNumber }) => [id, chartNumber]));
  }
}

const total = (slot: string) => `max(a.total) FILTER (WHERE a.slot = '${slot}')`;
const dayOf = (slot: string) => `max(a.assessed_on) FILTER (WHERE a.slot = '${slot}' AND a.total IS NOT NULL)`;

const COURSES = `
  SELECT c.id AS "courseId", c.patient_id AS "patientId", c.kind, c.indication, c.started_on AS "startedOn",
    c.stopped_reason AS "stoppedReason",
    ${total('infusion-1')} AS s1, ${total('infusion-2')} AS s2, ${total('infusion-3')} AS s3,
    ${total('infusion-4')} AS s4, ${total('infusion-5')} AS s5, ${total('infusion-6')} AS s6,
    ${total('post-series')} AS "postSeries",
    ${dayOf('infusion-6')} - ${dayOf('infusion-1')} AS "daysToInfusion6",
    coalesce(bool_or(a.slot = 'infusion-6' AND a.state = 'missed'), false) AS "sixthMissed",
    coalesce(greatest(max(a.assessed_on) FILTER (WHERE a.state <> 'entered-in-error'), c.under_way_on), c.started_on)
      < CASE c.kind WHEN 'maintenance' THEN $10::date ELSE $9::date END AS silent
  FROM course c
  LEFT JOIN assessment a ON a.clinic_id = c.clinic_id AND a.course_id = c.id
  WHERE c.clinic_id = $1
    AND ($2::date IS NULL OR c.started_on >= $2) AND ($3::date IS NULL OR c.started_on <= $3)
    AND ($4::text IS NULL OR c.kind = $4) AND ($5::text IS NULL OR c.indication = $5)
    AND ($6::uuid IS NULL OR c.clinician_id = $6)
  GROUP BY c.clinic_id, c.id
  HAVING $7::int IS NULL OR ${total('infusion-1')} BETWEEN $7 AND $8::int`;
