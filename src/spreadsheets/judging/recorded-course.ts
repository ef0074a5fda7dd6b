import type { EntryContent } from '../../assessments/entries/assessment.entity.js';
import type { Course } from '../../courses/course.entity.js';
import type { Patient } from '../../patients/patient.entity.js';

/** A course that the clinic has already, with what is recorded of it. */
export interface RecordedCourse {
  course: Course;
  /** E-mail address of the treating clinician. */
  clinician: string | null;
  rows: readonly EntryContent[];
}

/** A patient that the clinic has already, with all courses by their numbers. */
export interface RecordedPatient {
  patient: Patient;
  courses: RecordedCourse[];
}
