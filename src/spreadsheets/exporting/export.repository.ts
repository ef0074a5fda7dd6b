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

/** A patient, as exported with each course. */
export interface ExportedPatient {
  patientId: string;
  chartNumber: string;
  initials: string | null;
  birthYear: number | null;
  sex: Sex | null;
}

/** A course with its patient, as it is exported. */
export interface ExportedCourse extends ExportedPatient {
  id: string;
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

@Injectable()
export class ExportRepository {
  /** So many patients by chart number, those behind one. */
  async patients({ manager, clinicId }: ClinicTransaction, after: string, limit: number): Promise<ExportedPatient[]> {
    return manager.query<ExportedPatient[]>(PATIENTS, [clinicId, after, limit]);
  }

  /** The courses of these patients, in their order and those of each by number. */
  async courses(
    { manager, clinicId }: ClinicTransaction,
    patients: readonly ExportedPatient[],
  ): Promise<ExportedCourse[]> {
    const byId = new Map(patients.map((patient) => [patient.patientId, patient]));
    const rows = await manager.query<ExportedCourse[]>(COURSES, [clinicId, [...byId.keys()]]);
    return rows.map((row) => ({ ...row, ...byId.get(row.patientId) }));
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

// Not joined: of tables without statistics, as they are after a first import, PostgreSQL reads all for each page, or each patient.
const PATIENTS = `
  SELECT id AS "patientId", chart_number AS "chartNumber", initials, birth_year AS "birthYear", sex
  FROM patient
  WHERE clinic_id = $1 AND chart_number > $2
  ORDER BY chart_number
  LIMIT $3`;

const COURSES = `
  SELECT c.id, c.patient_id AS "patientId", c.number, c.kind, c.indication, c.started_on AS "startedOn", c.protocol,
    s.email AS clinician, c.stopped_on AS "stoppedOn", c.stopped_reason AS "stoppedReason",
    c.stopped_note AS "stoppedNote", c.under_way_on AS "underWayOn"
  FROM course c
  LEFT JOIN staff s ON s.clinic_id = $1 AND s.id = c.clinician_id
  WHERE c.clinic_id = $1 AND c.patient_id = ANY($2::uuid[])
  ORDER BY array_position($2::uuid[], c.patient_id), c.number`;

const ENTRIES = `
  SELECT a.course_id AS "courseId", a.slot, a.state, a.total, a.answers, a.assessed_on AS "assessedOn",
    a.missed_reason AS "missedReason", a.note, a.version, a.recorded_at AS "recordedAt", s.name AS "recordedBy"
  FROM assessment a
  LEFT JOIN staff s ON s.clinic_id = $1 AND s.id = a.recorded_by
  WHERE a.clinic_id = $1 AND a.course_id = ANY($2::uuid[])`;
