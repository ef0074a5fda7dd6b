import type { PlainField, VisitPart } from './fields.js';

/** Other names of the columns that are not about one visit, in lower case and without anything between the words. */
export const PLAIN_HEADERS: Record<PlainField, readonly string[]> = {
  chartNumber: [
    'chartnumber',
    'chartno',
    'chartnr',
    'chartid',
    'chart',
    'mrn',
    'medicalrecordnumber',
    'medicalrecordno',
    'recordnumber',
    'patient',
    'patientid',
    'patientnumber',
    'patientno',
    'patientnr',
  ],
  initials: ['initials', 'patientinitials'],
  birthYear: ['birthyear', 'yearofbirth', 'yob'],
  sex: ['sex', 'gender'],
  courseNumber: ['coursenumber', 'courseno', 'coursenr', 'course', 'seriesnumber', 'seriesno'],
  kind: ['kind', 'coursekind', 'coursetype', 'kindofcourse', 'typeofcourse'],
  indication: ['indication', 'diagnosis'],
  startedOn: ['startedon', 'started', 'start', 'startdate', 'dateofstart', 'coursestart'],
  protocol: ['protocol', 'planneddays'],
  clinician: ['clinician', 'clinicianemail', 'treatingclinician', 'provider', 'provideremail'],
  stoppedReason: [
    'stoppedreason',
    'stopreason',
    'reasonstopped',
    'reasonforstopping',
    'reasonofstopping',
    'whystopped',
    'dropoutreason',
    'discontinuationreason',
    'reasonfordiscontinuation',
  ],
  stoppedOn: ['stoppedon', 'stopdate', 'stoppeddate', 'datestopped', 'dateofstopping'],
  stoppedNote: ['stoppednote', 'stopnote'],
  errors: ['errors'],
};

/** Words that say which part of a visit a column holds. */
export const PART_WORDS: Record<VisitPart, readonly string[]> = {
  missed: ['missed', 'reason'],
  date: ['date', 'day'],
  score: ['score', 'cudos', 'total', 'points'],
};

export const INFUSION_WORDS = ['infusion', 'inf', 'visit', 'treatment', 'session'];
export const FOLLOW_UP_WORDS = ['follow', 'followup', 'fu', 'up', 'week', 'weeks', 'wk', 'w'];
export const POST_SERIES_WORDS = ['post', 'postseries', 'series', 'treatment'];

/** Words that add nothing. */
export const FILLER_WORDS = ['at', 'of', 'for', 'before', 'the', 'no', 'number', 'on'];
