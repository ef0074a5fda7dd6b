import { compareDates, yearOf } from '../../domain/calendar/calendar.js';
import type { Sex } from '../../patients/patient.entity.js';
import { chance, pick, wholeBetween, type Random } from './random.js';
import type { SampleCourse } from './sample-course.js';

/** A made-up patient with courses in the order of their starts. */
export interface SamplePatient {
  readonly chartNumber: string;
  readonly initials: string | null;
  readonly birthYear: number | null;
  readonly sex: Sex | null;
  readonly courses: readonly SampleCourse[];
}

const LETTERS = [...'ABCDEFGHIJKLMNOPRSTUVWZ'];
const SEXES: readonly (Sex | null)[] = [...Array<Sex>(11).fill('female'), ...Array<Sex>(7).fill('male'), 'other', null];
const FIRST_CHART_NUMBER = 1001;

/** A patient for each first course; chart numbers rise with the starts, with gaps as in any clinic. */
export function patientsOf(random: Random, firstCourses: readonly SampleCourse[], today: string): SamplePatient[] {
  let chartNumber = FIRST_CHART_NUMBER;
  return firstCourses
    .toSorted((a, b) => compareDates(a.startedOn, b.startedOn))
    .map((course) => {
      chartNumber += wholeBetween(random, 1, 4);
      return {
        chartNumber: `R-${chartNumber}`,
        initials: chance(random, 0.85) ? pick(random, LETTERS) + pick(random, LETTERS) : null,
        birthYear: chance(random, 0.95) ? yearOf(today) - wholeBetween(random, 21, 74) : null,
        sex: pick(random, SEXES),
        courses: [course],
      };
    });
}
