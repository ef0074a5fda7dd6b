import type { PlainField, VisitPart } from './fields.js';

/** Other names of the columns that are not about one visit, in lower case and without anything between the words. */
export const PLAIN_HEADERS: Partial<Record<PlainField, readonly string[]>> = {
  chartNumber: [
    'chartnumber',
    'chartno',
    'chartnr',
    'chartid',
    'chart',
    'mrn',
    'mrnumber',
    'patientmrn',
    'medicalrecordnumber',
    'medicalrecordno',
    'recordnumber',
    'recordid',
    'patient',
    'patientid',
    'patientnumber',
    'patientno',
    'patientnr',
    'patientchartnumber',
    'subjectid',
    'clientid',
    'clientnumber',
    'ptid',
    'ptnumber',
    'ptno',
    'pt',
    'mrnno',
    'mrnid',
    'subject',
    'participantid',
  ],
  initials: ['initials', 'patientinitials'],
  birthYear: ['birthyear', 'yearofbirth', 'yob'],
  sex: ['sex', 'gender'],
  courseNumber: ['coursenumber', 'courseno', 'coursenr', 'course', 'seriesnumber', 'seriesno'],
  kind: ['kind', 'coursekind', 'coursetype', 'kindofcourse', 'typeofcourse'],
  indication: ['indication', 'diagnosis', 'dx', 'primarydiagnosis', 'icd10'],
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

/**
 * Names of the columns of a file with one row a visit, in the order in which they are preferred where a file has
 * several that could be meant: a form's own date says more than the day on which it was sent.
 */
export const VISIT_HEADERS: Partial<Record<PlainField, readonly string[]>> = {
  visit: [
    'slot',
    'infusionnumber',
    'infusionno',
    'infusion',
    'infusionnr',
    'visitnumber',
    'visitno',
    'visit',
    'visitname',
    'sessionnumber',
    'sessionno',
    'session',
    'treatmentnumber',
    'treatmentno',
    'timepoint',
    'redcapeventname',
    'eventname',
    'event',
  ],
  visitInstance: ['redcaprepeatinstance', 'repeatinstance'],
  visitDate: [
    'assessedon',
    'cudosdate',
    'dateofcudos',
    'scoredate',
    'dateofscore',
    'infusiondate',
    'dateofinfusion',
    'visitdate',
    'dateofvisit',
    'assessmentdate',
    'dateofassessment',
    'sessiondate',
    'treatmentdate',
    'dateofservice',
    'servicedate',
    'dos',
    'encounterdate',
    'appointmentdate',
    'date',
    'surveydate',
    'today',
    'submitdate',
    'datesubmitted',
    'completeddate',
    'datecompleted',
    'submissiontime',
    'datestamp',
    'end',
    'timestamp',
  ],
  visitScore: [
    'cudostotal',
    'cudostotalscore',
    'cudosscore',
    'totalcudos',
    'cudossum',
    'cudos',
    'totalscore',
    'scoretotal',
    'score',
    'total',
  ],
  visitMissed: ['missedreason', 'reasonmissed', 'missed'],
};

/** Words that say which part of a visit a column holds. */
export const PART_WORDS: Record<VisitPart, readonly string[]> = {
  note: ['note', 'notes'],
  missed: ['missed'],
  date: ['date', 'day'],
  score: ['score', 'cudos', 'total', 'points'],
};

export const INFUSION_WORDS = [
  'infusion',
  'inf',
  'visit',
  'v',
  'treatment',
  'session',
  'tx',
  'ketamine',
  'kit',
  'dose',
  'pre',
];
export const FOLLOW_UP_WORDS = ['follow', 'followup', 'fu', 'up', 'week', 'weeks', 'wk', 'w'];
export const POST_SERIES_WORDS = ['post', 'postseries', 'series', 'treatment', 'infusions', 'induction'];
/** One of these alone, without a number, is the score before the first infusion, or the one after the last. */
export const FIRST_WORDS = ['baseline', 'pre', 'initial', 'intake', 'before', 'pretreatment'];
/** Words that may stand beside one of the first. */
export const FIRST_COMPANIONS = ['treatment', 'infusion', 'infusions', 'series', 'induction', 'ketamine', 'visit'];
export const LAST_WORDS = ['post', 'after', 'posttreatment', 'postseries'];
/** Words of the last visit of a file that has only a first and a last one. */
export const FINAL_WORDS = ['final', 'last', 'end', 'discharge', 'completion', 'exit', 'after', 'post'];
export const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** Words that add nothing. */
export const FILLER_WORDS = ['at', 'of', 'for', 'before', 'the', 'no', 'number', 'on', 'reason', 'form', 'sum'];

/** Words of a value that is computed from scores, or of another kind; a column with one is never taken for a score. */
export const COMPUTED_WORDS = [
  'percent',
  'pct',
  'percentage',
  'change',
  'reduction',
  'improvement',
  'delta',
  'difference',
  'diff',
  'avg',
  'average',
  'mean',
];

/** What a number is called that has no digits. */
export const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi'];
export const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
