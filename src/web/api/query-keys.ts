import type { Query } from '@tanstack/react-query';

/**
 * Every key under which an answer of the service is cached. Invalidating a key invalidates all keys that begin with it:
 * `course(id)` takes the outcome, the chart and the notices of that course with it.
 */
export const queryKeys = {
  session: ['session'],
  clinic: ['clinic'],
  clinicians: ['clinic', 'clinicians'],
  staff: ['staff'],
  ownSessions: ['own-sessions'],
  ownGrants: ['own-grants'],
  ownSecondFactor: ['own-second-factor'],
  ownPasskeys: ['own-passkeys'],
  ownSso: ['own-sso'],
  identityProvider: ['identity-provider'],

  patients: ['patients'],
  patientList: (asked: object) => ['patients', 'list', asked],
  patientSearch: (chartNumber: string) => ['patients', 'search', chartNumber],
  patientsHolding: (part: string) => ['patients', 'holding', part],
  patientWithNumber: (chartNumber: string) => ['patients', 'with-number', chartNumber],
  anyPatient: ['patients', 'any'],
  patient: (id: string) => ['patient', id],
  coursesOfPatient: (id: string) => ['patient', id, 'courses'],

  courses: ['courses'],
  coursesUnderWay: ['courses', 'under-way'],
  coursesConcluded: (startedFrom: string | null) => ['courses', 'concluded', 'from', startedFrom],
  concludedByPage: (startedFrom: string | null, status: string) => [
    'courses',
    'concluded',
    'by-page',
    startedFrom,
    status,
  ],
  coursesInGrid: (asked: string | null) => ['courses', 'grid', asked],
  coursesSilent: ['courses', 'lost'],
  coursesAfterSeries: ['courses', 'after-series-due'],
  coursesWithGaps: ['courses', 'concluded', 'gaps'],
  course: (id: string) => ['course', id],
  courseOutcome: (id: string) => ['course', id, 'outcome'],
  courseTrajectory: (id: string) => ['course', id, 'trajectory'],
  courseDrawing: (id: string) => ['course', id, 'drawing'],
  courseNotices: (id: string) => ['course', id, 'safety-notices'],
  slotVersions: (courseId: string, slot: string) => ['course', courseId, 'versions', slot],
  safetyNotices: ['safety-notices'],
  openNotices: ['safety-notices', 'open'],

  cohortDashboard: (asked: object) => ['cohort', 'dashboard', asked],
  cohortCharts: ['cohort', 'chart'],
  cohortChart: (name: string, asked: object) => ['cohort', 'chart', name, asked],
  cohortCourses: (asked: object) => ['cohort', 'courses', asked],
  cohortDifferences: (asked: object) => ['cohort', 'differences', asked],
  cohortMarks: (asked: object) => ['cohort', 'marks', asked],
  cohortComparison: (asked: object) => ['cohort', 'comparison', asked],

  publications: ['publications'],
  publicationList: ['publications', 'list'],
  publication: (id: string) => ['publications', 'one', id],
  publicationGroups: (kind: string | null, indication: string | null) => ['publications', 'groups', kind, indication],
  publicationToday: (id: string) => ['publications', 'today', id],

  imports: ['imports'],
  importColumns: ['import-columns'],
  exports: ['exports'],
  backups: ['backups'],
  auditEvents: (asked: object) => ['audit-events', asked],
  systemAccounts: ['system-accounts'],
} as const;

const CARE: readonly unknown[] = ['patient', 'patients', 'course', 'courses', 'safety-notices', 'cohort'];

/** Is this shown of patients and courses, on any page? */
export function isCare({ queryKey }: Query): boolean {
  return CARE.includes(queryKey[0]);
}

/** Everything but who is signed in, which decides what else may be read. */
export function isNotSession({ queryKey }: Query): boolean {
  return queryKey[0] !== queryKeys.session[0];
}
