import { counted } from '../../../domain/numbers/words';
import type { Report } from './import-stream';

/** What is saved with the good rows of a file, in words; empty where all of it is recorded already. */
export function additions(report: Report): string[] {
  const { patientsNew, patientsCompleted, coursesNew, coursesExtended, assessmentsNew } = report;
  return [
    ...(patientsNew > 0 ? [counted(patientsNew, 'new patient')] : []),
    ...(coursesNew > 0 ? [counted(coursesNew, 'new course')] : []),
    ...(assessmentsNew > 0 ? [`${counted(assessmentsNew, 'visit')}, with a score or as missed`] : []),
    ...(coursesExtended > 0 ? [`additions to ${counted(coursesExtended, 'recorded course')}`] : []),
    ...(patientsCompleted > 0 ? [`initials, year of birth or sex of ${counted(patientsCompleted, 'patient')}`] : []),
  ];
}

/** What becomes of the courses that nobody closed, in words; null where there is none. */
export function unclosed({ coursesLost, coursesUnderWay }: Report): string | null {
  const lost = `${counted(coursesLost, 'course')} without a visit for 60 days (maintenance: 180) and without a reason for stopping: counted as lost, and listed on Today`;
  const underWay = `${counted(coursesUnderWay, 'course')} under way`;
  const parts = [...(coursesLost > 0 ? [lost] : []), ...(coursesUnderWay > 0 ? [underWay] : [])];
  return parts.length === 0 ? null : `Of the file: ${parts.join('; ')}.`;
}

/** How many rows have no fault. */
export function goodRows({ rows, rowsFailed }: Report): number {
  return rows - rowsFailed;
}
