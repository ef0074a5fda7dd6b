import { isCalendarDate } from '../calendar/calendar.js';
import { dayOfNumber, isDayNumber, type DayCount } from './day-number.js';
import { monthNamed } from '../calendar/month-names.js';
import { askedAs, readAs, unreadable, type CellReading } from './reading.js';

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
 * Input: a trimmed text, the stated format, and from when the file counts days that are numbers (null where nobody said). Output: the ISO date of a
 * text that can't be mistaken (the year first, 20260302, a month in letters), of one in the stated format (days and months of
 * one digit and years of two are taken, 26 is 2026), or of a number of days. A time after the day is left aside.
 * Otherwise the rule: `date-format`, which names the setting; `date-of-instant` for a time in UTC, whose day depends on the zone
 * (the day in UTC where a person accepts it);
 * `date-is-number` for a number of days where nobody said from when; `date-incomplete` for a month, a week or a day without a year; `not-a-date` for a day that doesn't exist, 1900-2199.
 *
 * @example readDate('4/3/26', 'dd/mm/yyyy') // '2026-03-04'
 * @example readDate('2-Mar-26', 'iso') // '2026-03-02'
 * @example readDate('04/03/2026', 'iso') // date-format: it may be in March or in April
 * @example readDate('46083', 'iso', '1900') // '2026-03-02'
 */
export function readDate(text: string, format: DateFormat, dayCount: DayCount | null = null): CellReading<string> {
  if (IN_UTC.test(text)) {
    const message = `"${text}" is a time in UTC, and in the clinic it may have been the day before or after. Write the day, or accept that of UTC.`;
    return askedAs(text.slice(0, 'YYYY-MM-DD'.length), 'date-of-instant', message);
  }
  if (isDayNumber(text)) return dayOfNumber(text, dayCount);
  const day = withoutTime(text.replace(HYPHENS, '-'));
  const date = isoOf(day) ?? inLetters(day) ?? (format === 'iso' ? null : inFormat(day, format));
  if (date === null) return notInFormat(text, format);
  if (isCalendarDate(date)) return readAs(date);
  const as = format === 'iso' ? '' : `, read as ${format}`;
  return unreadable('not-a-date', `"${text}" is not a day of the calendar${as}. Correct it.`);
}

/** Dashes that programs and people write for one. */
const HYPHENS = /[\u2010-\u2015\u2212]/g;

/** Midnight is none: it is a day without a time. */
const IN_UTC =
  /^\d{4}-\d\d-\d\d[T ](?!00:00(?::00(?:\.0+)?)?\s*(?:Z|[+-]00:?00|UTC|GMT)$)\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]00:?00|UTC|GMT)$/;

/** The text without a time of day after it. */
function withoutTime(text: string): string {
  return text.replace(
    /(?:T|,?\s+)(?:at\s+)?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?(?:\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?$/i,
    '',
  );
}

function isoOf(text: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const parts = (
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^((?:19|20)\d\d)()(\d\d)(\d\d)$/.exec(text)
  )?.slice(1);
  return parts ? [parts[0], parts[2], parts[3]].map((part = '') => part.padStart(2, '0')).join('-') : null;
}

/** `2-Mar-26`, `2 March 2026`, `Mon, March 2nd, 2026`: the letters say which is the month. */
function inLetters(text: string): string | null {
  const plain = text.toLowerCase().replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+/, '');
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|er)?[-\s./]*(?:de )?(\p{L}{3,10})\.?[-\s./,]*(?:de )?(\d{2}|\d{4})$/u.exec(
    plain,
  );
  const monthFirst = /^(\p{L}{3,10})\.?[-\s./]+(\d{1,2})(?:st|nd|rd|th)?[-\s./,]+(\d{2}|\d{4})$/u.exec(plain);
  const [day = '', name = '', year = ''] =
    dayFirst?.slice(1) ?? [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]].map((part) => part ?? '');
  const month = monthNamed(name);
  return month === null ? null : `${fullYear(year)}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function inFormat(text: string, format: DateFormat): string | null {
  const separator = /[^a-z]/.exec(format)?.[0] ?? '-';
  const names = format.split(separator);
  const parts = text.split(separator);
  if (parts.length !== 3) return null;
  const part = (name: string) => parts[names.indexOf(name)] ?? '';
  const [year, month, day] = [part('yyyy'), part('mm'), part('dd')];
  if (!/^(\d{4}|\d{2})$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  // A year of two digits in front looks like a day.
  if (format === 'yyyy/mm/dd' && year.length === 2) return null;
  return `${fullYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** No course is older than this century. */
function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

/** A month without a year or a day, a week, a quarter. */
const INCOMPLETE = [
  /^\p{L}{3,10}\.?[-\s/]*\d{1,2}$|^\d{1,2}\.?[-\s/]*\p{L}{3,10}\.?$/u,
  /^(?:19|20)\d\d[-/.]\d{1,2}$|^\d{1,2}[-/.](?:19|20)\d\d$|^\p{L}{3,10}\.?[-\s/]*(?:19|20)\d\d$|^(?:19|20)\d\d$/u,
  /^(?:19|20)?\d{0,2}[-\s]?(?:kw|w|wk|week|woche|semaine|semana|q|quarter)[-\s.]*\d{1,2}(?:[-/\s]\d{2,4})?$/i,
];

function notInFormat(text: string, format: DateFormat): CellReading<string> {
  if (INCOMPLETE.some((pattern) => pattern.test(text))) {
    const message = `"${text}" does not say the whole day. Write its year, month and day, e.g. 2026-03-04.`;
    return unreadable('date-incomplete', message);
  }
  if (format !== 'iso') {
    const message = `"${text}" is not written as ${format}, which was stated for this file, nor as year-month-day.`;
    return unreadable('date-format', message);
  }
  const message =
    `"${text}" is not written as year-month-day. Write 2026-03-04, or say how the file writes dates, by dateFormat or --date-format: ` +
    `${STATED}.`;
  return unreadable('date-format', message);
}
