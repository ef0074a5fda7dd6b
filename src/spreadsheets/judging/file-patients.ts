import { chartKeysOf } from '../../patients/chart-keys.js';
import { addDays, daysBetween } from '../../domain/calendar/calendar.js';
import { infusionNumber, type SlotName } from '../../domain/course/record/slots.js';
import type { CourseRow, PatientDetails } from '../reading/course-row.js';
import { SLOTS } from '../reading/fields.js';
import type { RowFinding } from '../reading/sheet-fault.js';
import { dateInWords } from '../../domain/calendar/date-words.js';

const DETAILS = ['initials', 'birthYear', 'sex'] as const;
const NONE: PatientDetails = { initials: null, birthYear: null, sex: null };

/** More courses of one patient than a clinic's records take are no courses. */
const MOST_COURSES = 999;

/** What distinguishes a course among those of one patient: a few small numbers. */
interface FileCourse {
  row: number;
  /** As `startOf` gives it. */
  start: number;
  /** The day of the last infusion. */
  to: number;
  /** Null where it has fewer than two scores. */
  scores: string | null;
  /** Whether it will be a new course of the clinic. */
  planned: boolean;
}

interface FilePatient {
  /** What the rows say, good or not; it must not contradict itself. */
  said: PatientDetails;
  /** What the rows say that make a new course. */
  details: PatientDetails;
  counted: boolean;
  courses: FileCourse[];
  /** The highest number among the courses the clinic has. */
  lastNumber: number;
  /** The patient's id in the clinic, once it is known. */
  id: string | null;
}

/** What one file says of its patients as a whole; a few small numbers a course, however long the file is. */
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
    const course = { row: row.row, start: startOf(row), to: lastDay(row), scores: scoresOf(row), planned: false };
    const patient = this.patients.get(row.chartNumber) ?? this.add(row.chartNumber);
    const { courses } = patient;
    if (courses.length >= MOST_COURSES) return [tooManyCourses(row)];
    const same = courses.filter(({ start }) => dayOf(start) === dayOf(course.start));
    const twice = same.length > 0 && (row.courseNumber === null || isTaken(same, course.start));
    const contradictions = DETAILS.filter((detail) => contradicts(detail, patient.said, row));
    patient.said = merged(patient.said, row.patient);
    const asked = twice ? [] : closeCourses(row.chartNumber, course, courses);
    // An array that was made with one element holds one; one that is pushed to from empty makes room for seventeen.
    if (courses.length === 0) patient.courses = [course];
    else courses.push(course);
    return [...(twice ? [courseTwice(row)] : []), ...contradictions.map(contradiction), ...asked];
  }

  /** Does an earlier row name another course with the same start? */
  sharesStart(row: CourseRow): boolean {
    const day = dayOf(startOf(row));
    const courses = this.patients.get(row.chartNumber)?.courses ?? [];
    return courses.filter(({ start }) => dayOf(start) === day).length > 1;
  }

  /** Notes that a row will make a new course, after those the clinic has of a patient it may know. */
  plan(row: CourseRow, lastNumber: number, patientId: string | null = null): void {
    const patient = this.patients.get(row.chartNumber);
    const start = startOf(row);
    const course = patient?.courses.findLast((each) => each.start === start && !each.planned);
    if (!patient || !course) return;
    patient.lastNumber = lastNumber;
    patient.id = patientId;
    course.planned = true;
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
    // Most numbers have one key, which is kept once: memory grows with the patients of a file.
    const firstShort =
      this.byShortKey.get(shortChartKey) ??
      this.byKey.get(shortChartKey) ??
      firstWith(this.byShortKey, shortChartKey, chartNumber);
    return [first, firstShort].find((other) => other !== chartNumber) ?? null;
  }

  /** Does the file have a course of this patient with the same start or scores as the row? */
  hasSameCourse(chartNumber: string, row: CourseRow): boolean {
    const courses = this.patients.get(chartNumber)?.courses ?? [];
    const [day, scores] = [dayOf(startOf(row)), scoresOf(row)];
    return courses.some(({ start, scores: other }) => dayOf(start) === day || (scores !== null && scores === other));
  }

  /** The number of a planned course: the new ones of a patient count on by their starts. */
  numberOf(row: CourseRow): number {
    const { courses, lastNumber } = this.patients.get(row.chartNumber) ?? emptyPatient();
    const start = startOf(row);
    return lastNumber + 1 + courses.filter(({ planned, start: other }) => planned && other < start).length;
  }

  /** What all rows that make a new course say of the patient together. */
  detailsOf(chartNumber: string): PatientDetails {
    return this.patients.get(chartNumber)?.details ?? NONE;
  }

  /** The id of the patient of a planned row; a patient that the clinic doesn't know is given the one that `make` makes. */
  idOf(chartNumber: string, make: (chartNumber: string) => string): string {
    const patient = this.patients.get(chartNumber) ?? this.add(chartNumber);
    patient.id ??= make(chartNumber);
    return patient.id;
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
  return { said: NONE, details: NONE, counted: false, courses: [], lastNumber: 0, id: null };
}

const COURSES = 1000;
const FIRST_DAY = '1900-01-01';

/** Start and number of a course as one small number that sorts by them. */
function startOf({ startedOn, courseNumber }: CourseRow): number {
  return daysBetween(FIRST_DAY, startedOn) * COURSES + (courseNumber ?? 0);
}

function dayOf(start: number): number {
  return Math.floor(start / COURSES);
}

function isTaken(same: readonly FileCourse[], start: number): boolean {
  return same.some(({ start: other }) => other === start || other % COURSES === 0);
}

const CLOSE_DAYS = 28;

/** Earlier courses of the same patient that this one may be again, or a part of. */
function closeCourses(chartNumber: string, course: FileCourse, courses: readonly FileCourse[]): RowFinding[] {
  if (courses.length === 0) return [];
  const { scores, to } = course;
  const day = dayOf(course.start);
  const fields = ['startedOn', 'date:infusion-1', 'chartNumber'] as const;
  const others = courses.filter(({ start }) => dayOf(start) !== day);
  const again = others.find((other) => scores !== null && other.scores === scores);
  if (again) {
    const message = `Row ${again.row} has a course of ${chartNumber} with the same scores, from ${dateOf(again)}. Take one out, or accept both.`;
    return [{ fields, rule: 'course-repeated', message }];
  }
  const close = others.find((other) => {
    const from = dayOf(other.start);
    return (day <= other.to && from <= to) || Math.abs(from - day) <= CLOSE_DAYS;
  });
  if (!close) return [];
  const message =
    `Row ${close.row} has a course of ${chartNumber} from ${dateOf(close)}, and this one is from ${dateOf(course)}. ` +
    'Is it the same course, or one row a visit? Correct it, or accept both.';
  return [{ fields, rule: 'courses-close', message }];
}

function dateOf({ start }: FileCourse): string {
  return addDays(FIRST_DAY, dayOf(start));
}

/** The day of the last infusion; a follow-up may come after the next course has begun. */
function lastDay({ startedOn, entries }: CourseRow): number {
  let last = startedOn;
  for (const { slot, on } of entries) if (on !== null && on > last && infusionNumber(slot) !== null) last = on;
  return daysBetween(FIRST_DAY, last);
}

/** The scores of a course as one short text, by which it is known again; null where it has fewer than two. */
export function scoresOf({
  entries,
}: {
  entries: readonly { slot: SlotName; state: string; total: number | null }[];
}): string | null {
  const scored = entries.flatMap(({ slot, state, total }) =>
    state === 'scored' && total !== null ? String.fromCharCode(SPACE + SLOTS.indexOf(slot), SPACE + total) : [],
  );
  return scored.length < 2 ? null : scored.sort().join('');
}

/** The first character that can be seen in a debugger. */
const SPACE = 32;

function tooManyCourses({ chartNumber }: CourseRow): RowFinding {
  const message = `The file has more than ${MOST_COURSES} courses of ${chartNumber}. Write the number of each patient.`;
  return { fields: ['chartNumber'], rule: 'too-many-courses', message };
}

function courseTwice({ chartNumber, startedOn }: CourseRow): RowFinding {
  const message = `An earlier row has the course of ${chartNumber} that began on ${dateInWords(startedOn)}. Take one of the two out, or correct its dates.`;
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
