import { checkTotal } from '../../domain/cudos/score.js';
import { checkProtocol } from '../../domain/course/record/protocol.js';
import type { CourseKind } from '../../domain/course/record/kinds.js';
import { CHART_NUMBER, INITIALS, INITIALS_FAULT } from '../../patients/identifying-texts.js';
import type { Sex } from '../../patients/patient.entity.js';
import { MISSED_REASONS, type MissedReason } from '../../domain/course/record/stop-reasons.js';
import { askedAs, readAs, toldAs, unreadable, type CellReading } from '../../domain/spreadsheet/reading.js';
import { missedWord } from './score-words.js';

/**
 * Which total does this cell give?
 *
 * Input: a trimmed text. Output: a whole number 0-64; otherwise the rule it breaks. Decimals that are 0, and the highest score
 * beside it, are asked about: they may show that the column is not a plain score.
 *
 * @example readTotal('35') // 35
 * @example readTotal('35.5') // total-not-whole
 * @example readTotal('35/64') // total-not-plain; if accepted 35
 */
export function readTotal(text: string): CellReading<number> {
  const plain = PLAIN_ENOUGH.exec(text)?.[1];
  if (plain !== undefined && Number(plain) <= 64) {
    const message = `"${text}" is not written as a plain score. Accept that it is ${Number(plain)}, or write the score.`;
    return askedAs(Number(plain), 'total-not-plain', message);
  }
  if (/^[+-]?\d+[.,]\d*$/.test(text)) {
    const message = `"${text}" has decimals. A total is a whole number from 0 to 64; write it without.`;
    return unreadable('total-not-whole', message);
  }
  if (!/^[+-]?\d{1,9}$/.test(text)) {
    const message = `"${text}" is not a number. Write a total from 0 to 64, or leave the cell empty where no score was taken.`;
    return unreadable('total-not-a-number', message);
  }
  const total = Number(text);
  const [fault] = checkTotal(total);
  return fault ? unreadable(fault.rule, fault.message) : readAs(total);
}

/** A score with decimals that are 0, the highest one, or the word for points beside it. */
const PLAIN_ENOUGH =
  /^(\d{1,2})(?:[.,]0+|\s*\/\s*64|\s*(?:(?:out )?of|von|sur|de|van) 64|\s*(?:pts?\.?|points?|punkte|pkt\.?|puntos|punten))$/i;

/** What the cell of a score says: the total, or that none was taken. */
export type ScoreCell = { total: number } | { missed: MissedReason };

/**
 * Which score does this cell give, or why none?
 *
 * Output: the total; for words that are usually written for a missing score, a missed visit where a person accepts that.
 *
 * @example readScore('no show') // score-missed; if accepted { missed: 'noShow' }
 */
export function readScore(text: string): CellReading<ScoreCell> {
  const total = readTotal(text);
  if (total.ok) return readAs({ total: total.value });
  if (total.ifAccepted) return { ...total, ifAccepted: { value: { total: total.ifAccepted.value } } };
  const missed = missedWord(text);
  if (missed === null) return unreadable(total.rule, total.message);
  const message = `"${text}" is no score. Write the score, or accept that the visit was missed: ${MISSED_REASONS[missed].toLowerCase()}.`;
  return askedAs({ missed }, 'score-missed', message);
}

/** A chart number has 1 to 40 characters without line breaks or invisible ones, each written in one way, as when it is typed. */
export function readChartNumber(text: string): CellReading<string> {
  const written = text.normalize('NFC');
  const remark = doubtfulNumber(written);
  if (remark) return remark;
  if (CHART_NUMBER.test(written)) return readAs(written);
  return unreadable(
    'chart-number',
    'A chart number has at most 40 characters, without line breaks or invisible ones. Shorten it.',
  );
}

/** A chart number that a spreadsheet program may have changed, so that another patient's would be the same. */
function doubtfulNumber(text: string): CellReading<string> | null {
  if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(text)) {
    const message = `"${text}" is a long number that a spreadsheet program has shortened. Format the column as text or "0", and export it again.`;
    return unreadable('chart-number-shortened', message);
  }
  if (/^[1-9]\d{14}0+$/.test(text)) {
    const message = `"${text}" has more digits than a spreadsheet program keeps; the last may have become zeros. Compare it with the source.`;
    return askedAs(text, 'chart-number-cut', message);
  }
  if (/^\d+[.,]0+$/.test(text)) {
    const message = `"${text}" has decimals, as a program adds them to a number. Write it without, or accept it.`;
    return askedAs(text, 'chart-number-decimals', message);
  }
  if (/^(?:\d{1,2}-[A-Z][a-z]{2}(?:-\d\d)?|[A-Z][a-z]{2}-\d\d|\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{2,4})$/.test(text)) {
    const message = `"${text}" is a date, as a spreadsheet program makes of a number such as 3-4. Write the number, or accept it.`;
    return askedAs(text, 'chart-number-date', message);
  }
  if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text)) {
    const message = `"${text}" has letters that look like others: Greek or Cyrillic. Type it again, or accept it.`;
    return askedAs(text, 'chart-number-alphabet', message);
  }
  if (/^(?:n\/?a|none|null|nan|unknown|unk|nil|tbd|missing|total|average|mean|-|\?)$/i.test(text)) {
    return unreadable('chart-number-missing', `"${text}" is no chart number. Write the number of the patient.`);
  }
  return null;
}

export function readInitials(text: string): CellReading<string> {
  if (INITIALS.test(text)) return readAs(text);
  return unreadable('initials', `${INITIALS_FAULT} Shorten it, or clear the cell.`);
}

export function readBirthYear(text: string): CellReading<number> {
  if (/^(19|20|21)\d\d$/.test(text)) return readAs(Number(text));
  return unreadable(
    'birth-year',
    'The year of birth must have four digits, from 1900 on. Write it so, or clear the cell.',
  );
}

const SEXES: Record<Sex, readonly string[]> = {
  female: ['f', 'female', 'w', 'woman', 'cisfemale'],
  male: ['m', 'male', 'man', 'cismale'],
  other: ['other', 'o', 'x', 'nb', 'nonbinary', 'enby', 'diverse', 'intersex', 'genderqueer'],
};

/**
 * Which sex does this cell give? A word that is none of the usual ones is left out, with a warning; it keeps no score out.
 *
 * @example readSex('Non-binary') // other
 */
export function readSex(text: string): CellReading<Sex | null> {
  const word = text.toLowerCase().replace(/[^\p{L}]/gu, '');
  const found = Object.entries(SEXES).find(([, words]) => words.includes(word));
  if (found) return readAs(found[0] as Sex);
  return toldAs(null, 'sex', `"${text}" is none of female, male, other; the sex is left out.`);
}

const KINDS: Record<CourseKind, readonly string[]> = {
  induction: ['induction', 'inductionseries', 'initial', 'initialseries', 'acute', 'loading'],
  maintenance: ['maintenance', 'maint', 'booster', 'boosters'],
};

export function readKind(text: string): CellReading<CourseKind> {
  const word = text.toLowerCase().replace(/[^a-z]/g, '');
  const found = Object.entries(KINDS).find(([, words]) => words.includes(word));
  if (found) return readAs(found[0] as CourseKind);
  return unreadable('kind', `"${text}" is neither induction nor maintenance. Write one of the two, or clear the cell.`);
}

export function readCourseNumber(text: string): CellReading<number> {
  if (/^[1-9]\d{0,2}$/.test(text)) return readAs(Number(text));
  return unreadable('course-number', `"${text}" is not a whole number from 1 to 999. Write one, or clear the cell.`);
}

/** Six planned days, e.g. `0 3 7 10 14 17`, with spaces, commas, semicolons or slashes between. */
export function readProtocol(text: string): CellReading<number[]> {
  const parts = text.split(/[\s,;/]+/);
  const days = parts.map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : NaN));
  const [fault] = checkProtocol(days);
  return fault ? unreadable(fault.rule, fault.message) : readAs(days);
}

export function readNote(text: string): CellReading<string> {
  if (text.length <= 500) return readAs(text);
  return unreadable('note-too-long', 'A note has at most 500 characters. Shorten it.');
}
