import type { ArrayTexts } from '../database/array-text.js';

/** What distinguishes the new courses of one request, in the order in which a statement takes it. */
export const NEW_COURSE_COLUMNS = [
  'id',
  'patientId',
  'number',
  'kind',
  'indication',
  'startedOn',
  'protocol',
  'clinicianId',
  'stoppedOn',
  'stoppedReason',
  'stoppedNote',
  'score1',
  'score2',
  'score3',
  'score4',
  'score5',
  'score6',
  'postSeries',
  'sixthMissed',
  'daysToInfusion6',
  'lastEntryOn',
  'entries',
] as const;

export type NewCourses = ArrayTexts<(typeof NEW_COURSE_COLUMNS)[number]>;
