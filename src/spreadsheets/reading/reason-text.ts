import { INDICATIONS, type Indication } from '../../domain/course/record/indications.js';
import {
  MISSED_REASONS,
  STOP_REASONS,
  type MissedReason,
  type StopReason,
} from '../../domain/course/record/stop-reasons.js';
import { missedWord } from './score-words.js';
import { askedAs, readAs, toldAs, unreadable, type CellReading } from '../../domain/spreadsheet/reading.js';

/** A reason of the closed list; a text that is none of them is kept as a note to `other`. */
export interface ReadReason<T> {
  reason: T;
  note: string | null;
}

const NOT_A_REASON = new Set(['no', 'n', 'none', 'na', 'nil', 'null', 'nan', 'false', '0', '']);
/** Words of a box that was ticked: somebody stopped, or everything was done. */
const ONLY_YES = new Set(['yes', 'y', 'x', 'true', '1']);
/** How a text begins that says that a course goes on, or ended as planned. */
const NOT_STOPPED =
  /^(?:still|ongoing|active|current|inprogress|intreatment|continuing|pending|tbd|tba|open$|complet|finish|done|seriescomplet|all6|allsix|6of6|66$|fullcourse|fullseries|notstop|didnotstop|nostop|current|graduat|remission|respond|success|maintenance|movedtomaintenance|tomaintenance|transition|hold$|onhold|paus|scheduled|waiting)/;

/**
 * Which reason for stopping does this cell give?
 *
 * Input: a trimmed text. Output: the reason whose name or label it is, whatever the case and punctuation. `no`, `n/a`,
 * `ongoing`, `completed` and the like may mean that the course was not stopped: null, where a person accepts that. Any other
 * text is `other` with the text as its note, where a person accepts that the course was stopped.
 *
 * @example readStopReason('side effects') // sideEffects
 * @example readStopReason('Too far to drive') // reason-not-listed; if accepted other, with that note
 * @example readStopReason('Completed series') // reason-not-given; if accepted null
 */
export function readStopReason(text: string): CellReading<ReadReason<StopReason> | null> {
  const word = letters(text);
  const listed = reasonOf(STOP_REASONS, text);
  if (listed.note === null) return readAs(listed);
  const seen = shortened(text);
  if (ONLY_YES.has(word)) {
    const message = `"${seen}" says that something is so, but not why the course was stopped. Write the reason, unknown if nobody knows it, or clear the cell.`;
    return unreadable('reason-missing', message);
  }
  if (NOT_A_REASON.has(word) || NOT_STOPPED.test(word)) {
    const message = `"${seen}" is no reason for stopping. Clear the cell, or accept that the course was not stopped.`;
    return askedAs(null, 'reason-not-given', message);
  }
  const message = `"${seen}" is none of the reasons for stopping. Accept that the course was stopped, with this text as the note, or clear the cell.`;
  return askedAs(listed, 'reason-not-listed', message);
}

/**
 * Which reason for a missing score does this cell give? As `readStopReason`.
 *
 * @example readMissedReason('Did not come') // noShow
 */
export function readMissedReason(text: string): CellReading<ReadReason<MissedReason>> {
  const known = keyOf(MISSED_REASONS, text) === null ? missedWord(text) : null;
  if (known !== null && known !== 'unknown') return readAs({ reason: known, note: null });
  if (!NOT_A_REASON.has(letters(text))) return readAs(reasonOf(MISSED_REASONS, text));
  const message = `"${text}" is no reason. Leave the cell empty, or write unknown.`;
  return unreadable('missed-reason-not-given', message);
}

/** Usual words and abbreviations, without case and punctuation. */
const INDICATION_WORDS: Partial<Record<Indication, readonly string[]>> = {
  depression: [
    'mdd',
    'majordepressivedisorder',
    'depression',
    'majordepression',
    'depressivedisorder',
    'unipolardepression',
  ],
  treatmentResistantDepression: ['trd', 'treatmentresistantdepression', 'resistantdepression', 'trmdd', 'mddtrd'],
  bipolarDepression: ['bipolardepression', 'bpd1depressed'],
  ptsd: ['ptsd', 'posttraumaticstress', 'cptsd'],
  anxiety: [
    'anxiety',
    'gad',
    'generalizedanxietydisorder',
    'generalisedanxietydisorder',
    'socialanxiety',
    'panicdisorder',
  ],
  ocd: ['ocd'],
  chronicPain: ['pain', 'chronicpain', 'crps'],
  substanceUse: ['sud', 'aud', 'oud', 'substanceusedisorder', 'alcoholusedisorder', 'opioidusedisorder'],
};
/** Codes of ICD-10, and of ICD-9 as DSM-IV has them, by how they begin. */
const CODES: [RegExp, Indication][] = [
  [/^F3[23]/, 'depression'],
  [/^F31\.?[345]/, 'bipolarDepression'],
  [/^F43\.?1/, 'ptsd'],
  [/^F4[01]/, 'anxiety'],
  [/^F42/, 'ocd'],
  [/^G89\.?[24]/, 'chronicPain'],
  [/^F1\d/, 'substanceUse'],
  [/^296\.[23]/, 'depression'],
  [/^309\.81/, 'ptsd'],
  [/^300\.02/, 'anxiety'],
  [/^300\.3$/, 'ocd'],
];

/**
 * Which indication does this cell give?
 *
 * Input: a trimmed text. Output: the indication whose name or label it is, a usual abbreviation of it, or its ICD-10 code,
 * whatever the case and punctuation. Any other text is left out, with a warning; it keeps no score out.
 *
 * @example readIndication('MDD') // depression
 * @example readIndication('F33.2 recurrent, severe') // depression
 */
export function readIndication(text: string): CellReading<Indication | null> {
  const word = letters(text);
  const named = indicationNamed(word);
  const codes = text.toUpperCase().match(/\b(?:[A-Z]\d\d(?:\.?\w{1,4})?|(?:296|300|309)\.\d\d?)\b/g) ?? [];
  const coded = new Set(codes.map((code) => CODES.find(([pattern]) => pattern.test(code))?.[1] ?? null));
  const found = keyOf(INDICATIONS, text) ?? named ?? (coded.size === 1 ? [...coded][0] : qualified(text));
  if (found) return readAs(found);
  const message = `"${text}" is none of ${Object.keys(INDICATIONS).join(', ')}; the indication is left out.`;
  return toldAs(null, 'indication-unknown', message);
}

function indicationNamed(word: string): Indication | null {
  const found = Object.entries(INDICATION_WORDS).find(([, words]) => words.includes(word));
  return found ? (found[0] as Indication) : null;
}

/** How a diagnosis is described further: it is the same one. */
const QUALIFIER =
  /^(?:recurrent|single|severe|moderate|mild|episode|chronic|with|without|in|partial|full|unspecified|current|remission)/i;

/** `MDD, recurrent, severe`: one diagnosis with what is said of it. Two are none. */
function qualified(text: string): Indication | null {
  const [first = '', ...rest] = text.split(/[,;:()-]+/).map((part) => part.trim());
  const isPlain = rest.every((part) => part === '' || QUALIFIER.test(part));
  return isPlain && rest.length > 0 ? indicationNamed(letters(first)) : null;
}

function reasonOf<K extends string>(reasons: Record<K | 'other', string>, text: string) {
  const reason = keyOf(reasons, text);
  return { reason: reason ?? ('other' as const), note: reason === null ? text : null };
}

function keyOf<K extends string>(labels: Record<K, string>, text: string): K | null {
  const wanted = letters(text);
  const found = (Object.entries(labels) as [K, string][]).find(
    ([key, label]) => letters(key) === wanted || letters(label) === wanted,
  );
  return found?.[0] ?? null;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}
