import type { Role } from '../../staff/sessions/actor.js';
import { completers, coursesWithoutAnEnd } from './completed-courses.js';
import { coursesUnderWay } from './courses-under-way.js';
import { withFurtherCourses } from './further-courses.js';
import { seededRandom } from './random.js';
import { patientsOf, type SamplePatient } from './sample-patient.js';
import { stoppedCourses } from './stopped-courses.js';

/** A made-up clinic as plain data; nobody in it exists. */
export interface SampleClinic {
  readonly name: typeof SAMPLE_CLINIC_NAME;
  readonly timeZone: typeof SAMPLE_TIME_ZONE;
  readonly staff: readonly SamplePerson[];
  readonly patients: readonly SamplePatient[];
}

export interface SamplePerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

const SAMPLE_CLINIC_NAME = 'Sample Ketamine Clinic';
export const SAMPLE_TIME_ZONE = 'America/Denver';

const STAFF: readonly SamplePerson[] = [
  { name: 'Robin Hale', email: 'director@sample.example', role: 'director' },
  { name: 'Sam Ortiz', email: 'clinician@sample.example', role: 'clinician' },
  { name: 'Lee Novak', email: 'clinician-2@sample.example', role: 'clinician' },
  { name: 'Kim Adler', email: 'clinician-3@sample.example', role: 'clinician' },
  { name: 'Alex Brandt', email: 'marketing@sample.example', role: 'marketing' },
];

/**
 * The sample clinic: inductions of the last eight quarters that can be published, and what is under way until the day before
 * today, the same for the same seed and day. Its induction courses with a baseline and infusion 6 are exactly 120, of which 100 respond:
 * from 35.0 to 11.2 on average, the responders from 34.9 to 8.9.
 *
 * @param today ISO calendar date at the clinic.
 */
export function sampleClinic({ seed, today }: { seed: number; today: string }): SampleClinic {
  const random = seededRandom(seed);
  const firstCourses = [
    ...completers(random, today),
    ...coursesWithoutAnEnd(random, today),
    ...stoppedCourses(random, today),
    ...coursesUnderWay(random, today),
  ];
  const patients = patientsOf(random, firstCourses, today);
  return {
    name: SAMPLE_CLINIC_NAME,
    timeZone: SAMPLE_TIME_ZONE,
    staff: STAFF,
    patients: withFurtherCourses(random, today, patients),
  };
}
