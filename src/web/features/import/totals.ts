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

/** What becomes of the courses that nobody closed, in words; null where there is none. */
export function unclosed({ coursesLost, coursesUnderWay }: Report): string | null {
  const lost = `${countedAs(coursesLost, 'course', 'courses')} without a visit for 60 days (maintenance: 180) and without a reason for stopping: counted as lost, and listed on Today`;
  const underWay = `${countedAs(coursesUnderWay, 'course', 'courses')} under way`;
  const parts = [...(coursesLost > 0 ? [lost] : []), ...(coursesUnderWay > 0 ? [underWay] : [])];
  return parts.length === 0 ? null : `Of the file: ${parts.join('; ')}.`;
}

/** How many rows have no fault. */
export function goodRows({ rows, rowsFailed }: Report): number {
  return rows - rowsFailed;
}
