import type { CourseKind } from '../../domain/course/record/kinds.js';
import type { Indication } from '../../domain/course/record/indications.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import type { MissedReason, StopReason } from '../../domain/course/record/stop-reasons.js';
import type { Sex } from '../../patients/patient.entity.js';

/** What a row says of one visit. */
export interface RowEntry {
  slot: SlotName;
  state: 'scored' | 'missed';
  /** 0-64; null where missed, and where the cell can't be read. */
  total: number | null;
  on: string | null;
  missedReason: MissedReason | null;
  note: string | null;
  /** False where nothing is written and a later score shows that the visit was missed. */
  stated: boolean;
  /** False where a cell of the visit has a fault: its date is judged, the rest is left alone. */
  readable: boolean;
}

/** What a row says of a patient; null is not said. */
export interface PatientDetails {
  initials: string | null;
  birthYear: number | null;
  sex: Sex | null;
}

/** That a course was given up; `on` is null where the day is not said. */
export interface RowStop {
  on: string | null;
  reason: StopReason;
  note: string | null;
}

/** One row of a spreadsheet: what it says of one course; null is not said. */
export interface CourseRow {
  row: number;
  chartNumber: string;
  startedOn: string;
  patient: PatientDetails;
  courseNumber: number | null;
  kind: CourseKind | null;
  indication: Indication | null;
  protocol: number[] | null;
  /** E-mail address in lower case. */
  clinician: string | null;
  stopped: RowStop | null;
  entries: RowEntry[];
}
