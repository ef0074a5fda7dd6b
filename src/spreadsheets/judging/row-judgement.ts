import { daysBetween } from '../../domain/calendar/calendar.js';
import { isAcceptable } from '../reading/accepted-rules.js';
import type { CourseRow, PatientDetails } from '../reading/course-row.js';
import { scoresOf, type FilePatients } from './file-patients.js';
import type { RowFinding } from '../reading/sheet-fault.js';
import type { RecordedCourse, RecordedPatient } from './recorded-course.js';
import { patientDifferences } from './recorded-differences.js';
import { planRow, type RowPlan } from './row-plan.js';
import { dateInWords } from '../../domain/calendar/date-words.js';

/** What an import makes of a row. */
export type Decision = 'new' | 'extended' | 'unchanged' | 'failed';

/** What a row is judged against. */
export interface Surroundings {
  today: string;
  /** E-mail addresses of the people of the clinic. */
  clinicians: ReadonlySet<string>;
}

export interface Judgement {
  decision: Decision;
  /** The row, without a clinician whom the clinic doesn't know. */
  row: CourseRow;
  /** The course of the clinic that the row is about; null for a new one. */
  course: RecordedCourse | null;
  plan: RowPlan;
  faults: RowFinding[];
  /** What stops a commit until a person accepts it. */
  asked: RowFinding[];
  warnings: RowFinding[];
}

/**
 * What is to be done with this row?
 *
 * Input: a row, what is recorded of its patient (null for a new one), the rows before it in the file, which take it
 * in, and the day and people of the clinic. Output: whether it makes a new course, adds to one or changes nothing; or
 * every fault.
 */
export function judgeRow(
  read: CourseRow,
  recorded: RecordedPatient | null,
  file: FilePatients,
  { today, clinicians }: Surroundings,
): Judgement {
  const inFile = file.take(read);
  const repetitions = inFile.filter(({ rule }) => isAcceptable(rule));
  const row = withKnownClinician(read, clinicians);
  const course = matchingCourse(row, recorded, file.sharesStart(row));
  const plan = planRow(row, course === 'unclear' ? null : course, today);
  const faults = [
    ...inFile.filter((finding) => !repetitions.includes(finding)),
    ...(course === 'unclear' ? [unclear(row)] : []),
    ...(recorded ? patientDifferences(row.patient, recorded.patient) : []),
    ...plan.faults,
  ];
  const repeatsRecorded = course === null && recorded ? recordedRepetitions(row, recorded) : [];
  const asked = [...plan.asked, ...repetitions, ...repeatsRecorded];
  const warnings = [
    ...plan.warnings,
    ...(row.clinician !== read.clinician ? [clinicianUnknown(read)] : []),
    ...(course === null && recorded && repeatsRecorded.length === 0 ? nearbyCourses(row, recorded) : []),
  ];
  const match = course === 'unclear' ? null : course;
  const decision = faults.length > 0 ? 'failed' : decisionOf(row, recorded, match, plan);
  return { decision, row, course: match, plan, faults, asked, warnings };
}

/** A course of somebody who is not of this clinic is taken without a clinician. */
export function withKnownClinician(row: CourseRow, clinicians: ReadonlySet<string>): CourseRow {
  if (row.clinician === null || clinicians.has(row.clinician)) return row;
  return { ...row, clinician: null };
}

function decisionOf(
  row: CourseRow,
  recorded: RecordedPatient | null,
  course: RecordedCourse | null,
  plan: RowPlan,
): Decision {
  if (course === null || recorded === null) return 'new';
  const completes = missingDetails(row.patient, recorded.patient);
  return plan.changed || completes ? 'extended' : 'unchanged';
}

/** Does the file say something of the patient that is recorded as nothing? */
export function missingDetails(said: PatientDetails, recorded: PatientDetails): boolean {
  const details = ['initials', 'birthYear', 'sex'] as const;
  return details.some((detail) => said[detail] !== null && recorded[detail] === null);
}

/** The course with the same start; where the clinic has several, the number in the file says which. */
export function matchingCourse(
  { startedOn, courseNumber }: CourseRow,
  recorded: RecordedPatient | null,
  sharesStart: boolean,
): RecordedCourse | null | 'unclear' {
  const same = recorded?.courses.filter(({ course }) => course.startedOn === startedOn) ?? [];
  if (same.length === 0) return null;
  const numbered = same.find(({ course }) => course.number === courseNumber);
  if (numbered) return numbered;
  return same.length === 1 && !sharesStart ? (same[0] ?? null) : 'unclear';
}

function unclear({ chartNumber, startedOn }: CourseRow): RowFinding {
  const message =
    `${chartNumber} has more than one course that began on ${dateInWords(startedOn)}, and the file doesn't say which is meant. ` +
    'Write the number of the course in a column course_number.';
  return { fields: ['courseNumber', 'startedOn', 'chartNumber'], rule: 'course-unclear', message };
}

function clinicianUnknown({ clinician }: CourseRow): RowFinding {
  const message = `Nobody in this clinic has the e-mail address ${clinician}; the course is taken without a clinician.`;
  return { fields: ['clinician'], rule: 'clinician-unknown', message };
}

const NEAR_DAYS = 28;

/** Is a new course the same as a recorded one that began on another day? */
function recordedRepetitions(row: CourseRow, { courses }: RecordedPatient): RowFinding[] {
  const scores = scoresOf(row);
  const same = courses.find(({ rows }) => scores !== null && scores === scoresOf({ entries: rows }));
  if (!same) return [];
  const message =
    `A course of ${row.chartNumber} with the same scores is recorded, from ${dateInWords(same.course.startedOn)}. Is it this one with another date? ` +
    'Correct the date, or accept it as another course.';
  return [{ fields: ['startedOn', 'date:infusion-1', 'chartNumber'], rule: 'course-repeated', message }];
}

/** A course that began a few days earlier or later may be the same one under another start. */
function nearbyCourses({ startedOn }: CourseRow, { courses }: RecordedPatient): RowFinding[] {
  return courses
    .filter(({ course }) => Math.abs(daysBetween(course.startedOn, startedOn)) <= NEAR_DAYS)
    .map(({ course }) => ({
      fields: ['startedOn', 'date:infusion-1', 'chartNumber'],
      rule: 'course-nearby',
      message:
        `A course of this patient is recorded that began on ${dateInWords(course.startedOn)}. This row, from ${dateInWords(startedOn)}, ` +
        'becomes a course of its own; check that the two are not the same.',
    }));
}
