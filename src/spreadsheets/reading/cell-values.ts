import { checkTotal } from '../../domain/cudos/score.js';
import { checkProtocol } from '../../domain/course/record/protocol.js';
import type { CourseKind } from '../../domain/course/record/kinds.js';
import { CHART_NUMBER, INITIALS, INITIALS_FAULT } from '../../patients/identifying-texts.js';
import type { Sex } from '../../patients/patient.entity.js';
import { readAs, unreadable, type CellReading } from '../../domain/spreadsheet/reading.js';

/**
 * Which total does this cell give?
 *
 * Input: a trimmed text. Output: a whole number 0-64; otherwise the rule it breaks. A number with decimals is a fault
 * also where they are 0: it shows that the column is not a plain score.
 *
 * @example readTotal('35') // 35
 * @example readTotal('35,0') // total-not-whole
 */
export function readTotal(text: string): CellReading<number> {
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

/** A chart number has 1 to 40 characters without line breaks or invisible ones, each written in one way, as when it is typed. */
export function readChartNumber(text: string): CellReading<string> {
  const written = text.normalize('NFC');
  if (CHART_NUMBER.test(written)) return readAs(written);
  return unreadable('chart-number', 'A chart number has at most 40 characters, without line breaks or invisible ones.');
}

export function readInitials(text: string): CellReading<string> {
  if (INITIALS.test(text)) return readAs(text);
  return unreadable('initials', INITIALS_FAULT);
}

export function readBirthYear(text: string): CellReading<number> {
  if (/^(19|20|21)\d\d$/.test(text)) return readAs(Number(text));
  return unreadable('birth-year', 'The year of birth must have four digits, from 1900 on.');
}

const SEXES: Record<string, Sex> = { f: 'female', m: 'male', w: 'female', woman: 'female' };

export function readSex(text: string): CellReading<Sex> {
  const word = text.toLowerCase();
  if (word === 'female' || word === 'male' || word === 'other') return readAs(word);
  const meant = Object.hasOwn(SEXES, word) ? SEXES[word] : undefined;
  if (meant) return readAs(meant);
  return unreadable('sex', `"${text}" is none of female, male, other; the cell may be empty.`);
}

export function readKind(text: string): CellReading<CourseKind> {
  const word = text.toLowerCase();
  if (word === 'induction' || word === 'maintenance') return readAs(word);
  return unreadable('kind', `"${text}" is neither induction nor maintenance.`);
}

export function readCourseNumber(text: string): CellReading<number> {
  if (/^[1-9]\d{0,2}$/.test(text)) return readAs(Number(text));
  return unreadable('course-number', `"${text}" is not a whole number from 1 to 999.`);
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
  return unreadable('note-too-long', 'A note has at most 500 characters.');
}
