import { INDICATIONS } from '../../../domain/course/record/indications';
import { STOP_REASONS } from '../../../domain/course/record/stop-reasons';
import { KIND_LABELS } from '../course-words';

/** What people correct, in the words of the forms. */
const FIELDS: Record<string, string> = {
  chartNumber: 'Chart number',
  initials: 'Initials',
  birthYear: 'Year of birth',
  sex: 'Sex',
  overrideReason: 'Why it is another patient',
  kind: 'Kind',
  indication: 'Indication',
  startedOn: 'Start',
  protocol: 'Days of the plan',
  clinicianId: 'Clinician',
  stoppedOn: 'Stopped on',
  stoppedReason: 'Reason for stopping',
  stoppedNote: 'Note on stopping',
  underWayOn: 'Still under way on',
  name: 'Name',
  role: 'Role',
  status: 'Status',
  timeZone: 'Time zone',
  locale: 'Language of public pages',
  crisisResources: 'Crisis resources',
  selfApproval: 'Single director approves own drafts',
  secondFactor: 'Second factor required of',
  breakGlassDirectorId: 'May sign in without single sign-on',
  strictAudit: 'Looks are written down first',
  maintenanceIntervalWeeks: 'Weeks between maintenance infusions',
  afterSeriesWeeks: 'Weeks of scores after a series',
  clinicWeekdays: 'Clinic days, 1 is Monday',
  holidays: 'Holidays',
};

const VALUES: Record<string, Readonly<Record<string, string>>> = {
  kind: KIND_LABELS,
  indication: INDICATIONS,
  stoppedReason: STOP_REASONS,
};

export function fieldWords(field: string): string {
  return FIELDS[field] ?? field;
}

/** What a field was or became, as its form calls it. */
export function valueWords(field: string, value: string | null): string {
  return value === null ? 'empty' : (VALUES[field]?.[value] ?? value);
}
