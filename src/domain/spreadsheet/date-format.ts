import { isCalendarDate } from '../calendar/calendar.js';
import { readAs, unreadable, type CellReading } from './reading.js';

/** How a spreadsheet may write its dates. It is stated with the import and never guessed. */
export const DATE_FORMATS = [
  'iso',
  'dd/mm/yyyy',
  'mm/dd/yyyy',
  'dd.mm.yyyy',
  'dd-mm-yyyy',
  'mm-dd-yyyy',
  'yyyy/mm/dd',
] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

const STATED = DATE_FORMATS.slice(1).join(', ');

/**
 * Which day does this cell name?
 *
 * Input: a trimmed text and the stated format. Output: the ISO date of a text in that format (days and months of one
 * digit are taken, years of two are not) or in ISO, which can't be mistaken. Otherwise the rule `date-format`, which
 * names the setting, or `not-a-date` for a day that doesn't exist, 1900-2199.
 *
 * @example readDate('4/3/2026', 'dd/mm/yyyy') // '2026-03-04'
 * @example readDate('04/03/2026', 'iso') // date-format: it may be in March or in April
 */
export function readDate(text: string, format: DateFormat): CellReading<string> {
  const date = isoOf(text) ?? (format === 'iso' ? null : inFormat(text, format));
  if (date === null) return notInFormat(text, format);
  if (isCalendarDate(date)) return readAs(date);
  return unreadable('not-a-date', `"${text}" is not a day of the calendar.`);
}

function isoOf(text: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}

function inFormat(text: string, format: DateFormat): string | null {
  const separator = /[^a-z]/.exec(format)?.[0] ?? '-';
  const names = format.split(separator);
  const parts = text.split(separator);
  if (parts.length !== 3) return null;
  const part = (name: string) => parts[names.indexOf(name)] ?? '';
  const [year, month, day] = [part('yyyy'), part('mm'), part('dd')];
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function notInFormat(text: string, format: DateFormat): CellReading<string> {
  if (format !== 'iso') {
    const message = `"${text}" is not written as ${format}, which was stated for this file, nor as year-month-day.`;
    return unreadable('date-format', message);
  }
  const message =
    `"${text}" is not written as year-month-day, e.g. 2026-03-04. Write it so, or say how this file writes dates ` +
    `(${STATED}): dateFormat in the API, --date-format on the command line. Day and month are never guessed.`;
  return unreadable('date-format', message);
}
