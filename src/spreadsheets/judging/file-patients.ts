import { chartKeysOf } from '../../patients/chart-keys.js';
import { daysBetween } from '../../domain/calendar/calendar.js';
import { infusionNumber } from '../../domain/course/record/slots.js';
import type { CourseRow, PatientDetails } from '../reading/course-row.js';
import type { RowFinding } from '../reading/sheet-fault.js';

const DETAILS = ['initials', 'birthYear', 'sex'] as const;
const NONE: PatientDetails = { initials: null, birthYear: null, sex: null };

/** What distinguishes a course among those of one patient. */
interface FileCourse {
  row: number;
  from: string;
  to: string;
  /** Null where it has fewer than two scores. */
  scores: string | null;
}

interface FilePatient {
  /** What the rows say, good or not; it must not contradict itself. */
  said: PatientDetails;
  /** What the rows say that make a new course. */
  details: PatientDetails;
  counted: boolean;
  /** Every start in the file. */
  starts: number[];
  /** What is compared of each course in the file. */
  courses: FileCourse[];
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
   * @returns Faults where the file has the course already, or contradicts itself about the patient; and what is to be asked
   * where the row may be part of a course of an earlier row, or that course again.
   */
  take(row: CourseRow): RowFinding[] {
    const patient = this.patients.get(row.chartNumber) ?? this.add(row.chartNumber);
    const start = startOf(row);
    const same = patient.starts.filter((other) => dayOf(other) === dayOf(start));
    const twice = same.length > 0 && (row.courseNumber === null || isTaken(same, start));
    patient.starts.push(start);
    const contradictions = DETAILS.filter((detail) => contradicts(detail, patient.said, row));
    patient.said = merged(patient.said, row.patient);
    const asked = twice ? [] : closeCourses(row, patient.courses);
    patient.courses.push({ row: row.row, from: row.startedOn, to: lastDay(row), scores: scoresOf(row) });
    return [...(twice ? [courseTwice(row)] : []), ...contradictions.map(contradiction), ...asked];
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

  /** Does the file have a course of this patient with the same start or scores as the row? */
  hasSameCourse(chartNumber: string, row: CourseRow): boolean {
    const courses = this.patients.get(chartNumber)?.courses ?? [];
    return courses.some(({ from, scores }) => from === row.startedOn || (scores !== null && scores === scoresOf(row)));
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
  return { said: NONE, details: NONE, counted: false, starts: [], courses: [], planned: [], lastNumber: 0 };
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

const CLOSE_DAYS = 28;

/** Earlier courses of the same patient that this one may be again, or a part of. */
function closeCourses(row: CourseRow, courses: readonly FileCourse[]): RowFinding[] {
  const { chartNumber, startedOn } = row;
  const fields = ['startedOn', 'date:infusion-1', 'chartNumber'] as const;
  const scores = scoresOf(row);
  const again = courses.find((course) => scores !== null && course.scores === scores && course.from !== startedOn);
  if (again) {
    const message = `Row ${again.row} has a course of ${chartNumber} with the same scores, from ${again.from}. Take one out, or accept both.`;
    return [{ fields, rule: 'course-repeated', message }];
  }
  const close = courses.find(({ from, to }) => {
    const overlaps = startedOn <= to && from <= lastDay(row);
    return from !== startedOn && (overlaps || Math.abs(daysBetween(from, startedOn)) <= CLOSE_DAYS);
  });
  if (!close) return [];
  const message =
    `Row ${close.row} has a course of ${chartNumber} from ${close.from}, and this one is from ${startedOn}. ` +
    'Is it the same course, or one row a visit? Correct it, or accept both.';
  return [{ fields, rule: 'courses-close', message }];
}

/** The day of the last infusion; a follow-up may come after the next course has begun. */
function lastDay({ startedOn, entries }: CourseRow): string {
  const infusions = entries.filter(({ slot }) => infusionNumber(slot) !== null);
  return infusions.reduce((last, { on }) => (on !== null && on > last ? on : last), startedOn);
}

/** The scores of a course as one text, by which it is known again; null where it has fewer than two. */
export function scoresOf({
  entries,
}: {
  entries: readonly { slot: string; state: string; total: number | null }[];
}): string | null {
  const scored = entries.filter(({ state, total }) => state === 'scored' && total !== null);
  if (scored.length < 2) return null;
  return scored
    .map(({ slot, total }) => `${slot}=${total}`)
    .sort()
    .join(' ');
}

function courseTwice({ chartNumber, startedOn }: CourseRow): RowFinding {
  const message = `An earlier row has the course of ${chartNumber} that began on ${startedOn}. One of the two is wrong.`;
  return { fields: ['chartNumber'], rule: 'course-twice', message };
}

function contradicts(detail: (typeof DETAILS)[number], before: PatientDetails, { patient }: CourseRow): boolean {
  const said = patient[detail];
  return said !== null && before[detail] !== null && before[detail] !== said;
}

function contradiction(detail: (typeof DETAILS)[number]): RowFinding {
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
