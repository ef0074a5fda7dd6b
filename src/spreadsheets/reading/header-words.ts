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
    'patientennummer',
    'patientennr',
    'patientenid',
    'fallnummer',
    'patientnummer',
    'dossiernummer',
    'dossier',
    'numerodedossier',
    'numerodossier',
    'nodedossier',
    'numeropatient',
    'numerodepatient',
    'idpatient',
    'numerodehistoria',
    'numerodehistoriaclinica',
    'historiaclinica',
    'nhc',
    'numerodepaciente',
    'idpaciente',
  ],
  initials: ['initials', 'patientinitials', 'initialen', 'initiales', 'iniciales'],
  birthYear: ['birthyear', 'yearofbirth', 'yob', 'geburtsjahr', 'anneedenaissance', 'geboortejaar'],
  sex: ['sex', 'gender', 'geschlecht', 'sexe', 'sexo', 'geslacht'],
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
    'abbruchgrund',
    'grunddesabbruchs',
    'motifdarret',
    'motivodeabandono',
    'redenvanstoppen',
  ],
  stoppedOn: ['stoppedon', 'stopdate', 'stoppeddate', 'datestopped', 'dateofstopping'],
  stoppedNote: ['stoppednote', 'stopnote'],
  errors: ['errors'],
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
  'ket',
  'trt',
  'sess',
  'appt',
  'appointment',
];
export const FOLLOW_UP_WORDS = ['follow', 'followup', 'fu', 'up', 'week', 'weeks', 'wk', 'w'];
export const POST_SERIES_WORDS = ['post', 'postseries', 'series', 'treatment', 'infusions', 'induction'];
/** One of these alone, without a number, is the score before the first infusion, or the one after the last. */
export const FIRST_WORDS = [
  'baseline',
  'pre',
  'initial',
  'intake',
  'before',
  'pretreatment',
  'start',
  'starting',
  'entry',
  'admission',
];
/** Words that may stand beside one of the first. */
export const FIRST_COMPANIONS = ['treatment', 'infusion', 'infusions', 'series', 'induction', 'ketamine', 'visit'];
export const LAST_WORDS = ['post', 'after', 'posttreatment', 'postseries'];
/** Words of the last visit of a file that has only a first and a last one. */
export const FINAL_WORDS = ['final', 'last', 'end', 'discharge', 'completion', 'exit', 'after', 'post'];
/** All words by which people name a visit, also those that name none of a course. */
export const VISIT_WORDS = [
  ...INFUSION_WORDS,
  ...FOLLOW_UP_WORDS,
  ...POST_SERIES_WORDS,
  ...FIRST_WORDS,
  ...LAST_WORDS,
  ...FINAL_WORDS,
  ...['month', 'months', 'mo', 'm', 'maintenance', 'booster', 'midpoint', 'mid', 'interim'],
];
export const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** Words of German, French, Spanish and Dutch, without accents, and the English ones that are understood. */
export const TRANSLATED_WORDS: Readonly<Record<string, string>> = {
  ...{ datum: 'date', fecha: 'date', punktzahl: 'score', punktwert: 'score', punkte: 'points', summenwert: 'score' },
  ...{ gesamtpunktzahl: 'score', gesamtwert: 'score', puntuacion: 'score', puntaje: 'score', puntos: 'points' },
  ...{ punten: 'points', sitzung: 'session', seance: 'session', sesion: 'session', sessie: 'session' },
  ...{ perfusion: 'infusion', infuus: 'infusion', infusie: 'infusion', behandlung: 'treatment', visite: 'visit' },
  ...{ behandeling: 'treatment', traitement: 'treatment', tratamiento: 'treatment', visita: 'visit', bezoek: 'visit' },
};

/** Words that add nothing. */
export const FILLER_WORDS = [
  ...['at', 'of', 'for', 'before', 'the', 'no', 'number', 'on', 'reason', 'form', 'sum'],
  ...['nr', 'nummer', 'numero', 'der', 'die', 'de', 'la', 'le', 'du', 'del', 'van'],
];

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
