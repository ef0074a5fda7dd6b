import { chartKeysOf } from '../../patients/chart-keys.js';
import { daysBetween } from '../../domain/calendar/calendar.js';
import type { CourseRow, PatientDetails } from '../reading/course-row.js';
import type { Finding } from '../importing/import-fault.js';

const DETAILS = ['initials', 'birthYear', 'sex'] as const;
const NONE: PatientDetails = { initials: null, birthYear: null, sex: null };

interface FilePatient {
  /** What the rows say, good or not; it must not contradict itself. */
  said: PatientDetails;
  /** What the rows say that make a new course. */
  details: PatientDetails;
  counted: boolean;
  /** Every start in the file. */
  starts: number[];
  /** Starts of the rows that make a new course. */
  planned: number[];
  /** The highest number among the courses the clinic has. */
  lastNumber: number;
}

/** What one file says of its patients as a whole; a few small numbers a patient, however long the file is. */
export class FilePatients {
  private readonly patients = new Map<string, FilePatient>();
  /** The first chart number of a new patient with each key. */
  private readonly byKey = new Map<string, string>();
  private readonly byShortKey = new Map<string, string>();

  /**
   * Takes a row to the others of its patient.
   * @returns Faults where the file has the course already, or contradicts itself about the patient.
   */
  take(row: CourseRow): Finding[] {
    const patient = this.patients.get(row.chartNumber) ?? this.add(row.chartNumber);
    const start = startOf(row);
    const same = patient.starts.filter((other) => dayOf(other) === dayOf(start));
    const twice = same.length > 0 && (row.courseNumber === null || isTaken(same, start));
    patient.starts.push(start);
    const contradictions = DETAILS.filter((detail) => contradicts(detail, patient.said, row));
    patient.said = merged(patient.said, row.patient);
    return [...(twice ? [courseTwice(row)] : []), ...contradictions.map(contradiction)];
  }

  /** Does an earlier row name another course with the same start? */
  sharesStart(row: CourseRow): boolean {
    const day = dayOf(startOf(row));
    const starts = this.patients.get(row.chartNumber)?.starts ?? [];
    return starts.filter((start) => dayOf(start) === day).length > 1;
  }

  /** Notes that a row will make a new course, after those the clinic has. */
  plan(row: CourseRow, lastNumber: number): void {
    const patient = this.patients.get(row.chartNumber) ?? this.add(row.chartNumber);
    patient.lastNumber = lastNumber;
    patient.planned.push(startOf(row));
    patient.details = merged(patient.details, row.patient);
  }

  /** Says yes once for each patient, so that a patient of several rows is counted once. */
  countOnce({ chartNumber }: CourseRow): boolean {
    const patient = this.patients.get(chartNumber) ?? this.add(chartNumber);
    if (patient.counted) return false;
    patient.counted = true;
    return true;
  }

  /** The chart number of another new patient in an earlier row that is almost the same; null where there is none. */
  alikeTo({ chartNumber }: CourseRow): string | null {
    const { chartKey, shortChartKey } = chartKeysOf(chartNumber);
    if (chartKey === '') return null;
    const first = firstWith(this.byKey, chartKey, chartNumber);
    const firstShort = firstWith(this.byShortKey, shortChartKey, chartNumber);
    return [first, firstShort].find((other) => other !== chartNumber) ?? null;
  }

  /** The number of a planned course: the new ones of a patient count on by their starts. */
  numberOf(row: CourseRow): number {
    const { planned, lastNumber } = this.patients.get(row.chartNumber) ?? emptyPatient();
    const start = startOf(row);
    return lastNumber + 1 + planned.filter((other) => other < start).length;
  }

  /** What all rows that make a new course say of the patient together. */
  detailsOf(chartNumber: string): PatientDetails {
    return this.patients.get(chartNumber)?.details ?? NONE;
  }

  private add(chartNumber: string): FilePatient {
    const patient = emptyPatient();
    this.patients.set(chartNumber, patient);
    return patient;
  }
}

/** The number that has the key already; else this one has it from now on. */
function firstWith(numbers: Map<string, string>, key: string, chartNumber: string): string {
  const first = numbers.get(key) ?? chartNumber;
  numbers.set(key, first);
  return first;
}

function emptyPatient(): FilePatient {
  return { said: NONE, details: NONE, counted: false, starts: [], planned: [], lastNumber: 0 };
}

const COURSES = 1000;

/** Start and number of a course as one small number that sorts by them. */
function startOf({ startedOn, courseNumber }: CourseRow): number {
  return daysBetween('1900-01-01', startedOn) * COURSES + (courseNumber ?? 0);
}

function dayOf(start: number): number {
  return Math.floor(start / COURSES);
}

function isTaken(same: readonly number[], start: number): boolean {
  return same.some((other) => other === start || other % COURSES === 0);
}

function courseTwice({ chartNumber, startedOn }: CourseRow): Finding {
  const message = `An earlier row has the course of ${chartNumber} that began on ${startedOn}. One of the two is wrong.`;
  return { fields: ['chartNumber'], rule: 'course-twice', message };
}

function contradicts(detail: (typeof DETAILS)[number], before: PatientDetails, { patient }: CourseRow): boolean {
  const said = patient[detail];
  return said !== null && before[detail] !== null && before[detail] !== said;
}

function contradiction(detail: (typeof DETAILS)[number]): Finding {
  const message = 'An earlier row of this patient says something else. Make them the same.';
  return { fields: [detail], rule: 'patient-contradicted', message };
}

function merged(before: PatientDetails, said: PatientDetails): PatientDetails {
  if (DETAILS.every((detail) => said[detail] === null)) return before;
  return {
    initials: before.initials ?? said.initials,
    birthYear: before.birthYear ?? said.birthYear,
    sex: before.sex ?? said.sex,
  };
}
