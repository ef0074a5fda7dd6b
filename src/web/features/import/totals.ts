import { countInFigures } from '../../../domain/numbers/words';
import type { Report } from './import-stream';

/** A number with its word: `1 row`, `2,000 rows`. */
export function countedAs(count: number, one: string, many: string): string {
  return `${countInFigures(count)} ${count === 1 ? one : many}`;
}

/** What is saved with the good rows of a file, in words; empty where all of it is recorded already. */
export function additions(report: Report): string[] {
  const { patientsNew, patientsCompleted, coursesNew, coursesExtended, assessmentsNew } = report;
  return [
    ...(patientsNew > 0 ? [countedAs(patientsNew, 'new patient', 'new patients')] : []),
    ...(coursesNew > 0 ? [countedAs(coursesNew, 'new course', 'new courses')] : []),
    ...(assessmentsNew > 0 ? [`${countedAs(assessmentsNew, 'visit', 'visits')}, with a score or as missed`] : []),
    ...(coursesExtended > 0
      ? [`additions to ${countedAs(coursesExtended, 'recorded course', 'recorded courses')}`]
      : []),
    ...(patientsCompleted > 0
      ? [`initials, year of birth or sex of ${countedAs(patientsCompleted, 'patient', 'patients')}`]
      : []),
  ];
}

/** How many rows have no fault. */
export function goodRows({ rows, rowsFailed }: Report): number {
  return rows - rowsFailed;
}
