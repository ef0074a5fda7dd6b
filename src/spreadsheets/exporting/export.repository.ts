import { Injectable } from '@nestjs/common';
import type { AssessmentState } from '../../assessments/entries/assessment.entity.js';
import type { CourseKind } from '../../domain/course/record/kinds.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { Indication } from '../../domain/course/record/indications.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import type { MissedReason, StopReason } from '../../domain/course/record/stop-reasons.js';
import type { Sex } from '../../patients/patient.entity.js';

/** The current entry of one slot, as it is exported. */
export interface ExportedEntry {
  courseId: string;
  slot: SlotName;
  state: AssessmentState;
  total: number | null;
  answers: (number | null)[] | null;
  assessedOn: string | null;
  missedReason: MissedReason | null;
  note: string | null;
  version: number;
  recordedAt: Date;
  /** Name; null for an entry from the command line. */
  recordedBy: string | null;
}

/** A course with its patient, as it is exported. */
export interface ExportedCourse {
  id: string;
  chartNumber: string;
  initials: string | null;
  birthYear: number | null;
  sex: Sex | null;
  number: number;
  kind: CourseKind;
  indication: Indication;
  startedOn: string;
  protocol: number[];
  /** E-mail address. */
  clinician: string | null;
  stoppedOn: string | null;
  stoppedReason: StopReason | null;
  stoppedNote: string | null;
  /** The day on which somebody said that it was still under way. */
  underWayOn: string | null;
}

/** A place in the list of courses. */
export type CoursePlace = Pick<ExportedCourse, 'chartNumber' | 'number'>;

@Injectable()
export class ExportRepository {
  /** Courses by chart number and number, those after a place in the list. */
  async courses(
    { manager, clinicId }: ClinicTransaction,
    after: CoursePlace | null,
    limit: number,
  ): Promise<ExportedCourse[]> {
    const { chartNumber = '', number = 0 } = after ?? {};
    return manager.query<ExportedCourse[]>(COURSES, [clinicId, chartNumber, number, limit]);
  }

  async entries({ manager, clinicId }: ClinicTransaction, courseIds: string[]): Promise<ExportedEntry[]> {
    return manager.query<ExportedEntry[]>(ENTRIES, [clinicId, courseIds]);
  }

  /** Every follow-up for which the clinic has an entry. */
  async followUps({ manager, clinicId }: ClinicTransaction): Promise<SlotName[]> {
    const rows = await manager.query<{ slot: SlotName }[]>(
      `SELECT DISTINCT slot FROM assessment
       WHERE clinic_id = $1 AND slot LIKE 'follow-up-%' AND state <> 'entered-in-error'`,
      [clinicId],
    );
    return rows.map(({ slot }) => slot);
  }
}

const COURSES = `
  SELECT c.id, p.chart_number AS "chartNumber", p.initials, p.birth_year AS "birthYear", p.sex, c.number, c.kind,
    c.indication, c.started_on AS "startedOn", c.protocol, s.email AS clinician, c.stopped_on AS "stoppedOn",
    c.stopped_reason AS "stoppedReason", c.stopped_note AS "stoppedNote",
    c.under_way_on AS "underWayOn"
  FROM patient p
  JOIN course c ON c.clinic_id = p.clinic_id AND c.patient_id = p.id
  LEFT JOIN staff s ON s.clinic_id = c.clinic_id AND s.id = c.clinician_id
  WHERE p.clinic_id = $1 AND c.clinic_id = $1 AND p.chart_number >= $2
    AND (p.chart_number, c.number) > ($2, $3)
  ORDER BY p.chart_number, c.number
  LIMIT $4`;

const ENTRIES = `
  SELECT a.course_id AS "courseId", a.slot, a.state, a.total, a.answers, a.assessed_on AS "assessedOn",
    a.missed_reason AS "missedReason", a.note, a.version, a.recorded_at AS "recordedAt", s.name AS "recordedBy"
  FROM assessment a
  LEFT JOIN staff s ON s.clinic_id = a.clinic_id AND s.id = a.recorded_by
  WHERE a.clinic_id = $1 AND a.course_id = ANY($2::uuid[])`;
