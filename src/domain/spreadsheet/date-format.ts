import { addDays, isCalendarDate } from '../calendar/calendar.js';
import { readAs, toldAs, unreadable, type CellReading } from './reading.js';

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

/** From which day a spreadsheet program counts the days that it keeps as numbers. */
export const DAY_COUNTS = ['1900', '1904'] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

const STATED = DATE_FORMATS.slice(1).join(', ');
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * Which day does this cell name?
 *
 * Input: a trimmed text, the stated format, and from when the file counts days that are numbers (null where nobody said). Output: the ISO date of a
 * text that can't be mistaken (year-month-day, 20260302, a month in letters), of one in the stated format (days and months of
 * one digit and years of two are taken, 26 is 2026), or of a number of days. A time after the day is left aside.
 * Otherwise the rule: `date-format`, which names the setting; `date-of-instant` for a time in UTC, whose day depends on the zone;
 * `date-is-number` for a number of days where nobody said from when; `not-a-date` for a day that doesn't exist, 1900-2199.
 *
 * @example readDate('4/3/26', 'dd/mm/yyyy') // '2026-03-04'
 * @example readDate('2-Mar-26', 'iso') // '2026-03-02'
 * @example readDate('04/03/2026', 'iso') // date-format: it may be in March or in April
 * @example readDate('46083', 'iso', '1900') // '2026-03-02'
 */
export function readDate(text: string, format: DateFormat, dayCount: DayCount | null = null): CellReading<string> {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(text) && !/T00:00(:00(\.0+)?)?Z$/.test(text)) {
    return unreadable('date-of-instant', `"${text}" is a time in UTC, whose day depends on the zone. Write the day.`);
  }
  if (isDayNumber(text)) return dayOfNumber(text, dayCount);
  const day = withoutTime(text);
  const date = isoOf(day) ?? inLetters(day) ?? (format === 'iso' ? null : inFormat(day, format));
  if (date === null) return notInFormat(text, format);
  if (isCalendarDate(date)) return readAs(date);
  return unreadable('not-a-date', `"${text}" is not a day of the calendar.`);
}

/**
 * Is this a number of days, as a spreadsheet program keeps a date, of the years 2000 to 2099 or so?
 *
 * @example isDayNumber('46083') // true
 */
export function isDayNumber(text: string): boolean {
  return /^\d{5}(\.\d+)?$/.test(text) && Number(text) >= 35_000 && Number(text) < 74_000;
}

const LAST_DAY_NUMBER = 109_000;

/**
 * Which day has this number in a spreadsheet program?
 *
 * Input: days counted from the beginning of 1900 or of 1904; what is behind the point is the time of day. Output: the ISO date; null before the first
 * day and after 2198. The count of 1900 has a 29 February that never was.
 *
 * @example dayNumbered(46083.75, '1900') // '2026-03-02'
 * @example dayNumbered(44621, '1904') // '2026-03-02'
 */
export function dayNumbered(number: number, dayCount: DayCount): string | null {
  const days = Math.floor(number);
  if (days < 1 || days > LAST_DAY_NUMBER) return null;
  if (dayCount === '1904') return addDays('1904-01-01', days);
  return days < 60 ? addDays('1900-01-01', days - 1) : addDays('1900-03-01', days - 61);
}

function dayOfNumber(text: string, dayCount: DayCount | null): CellReading<string> {
  if (dayCount !== null) {
    const day = dayNumbered(Number(text), dayCount) ?? '';
    return toldAs(day, 'date-from-number', `"${text}" is a day as a number, and is read as ${day}.`);
  }
  const message =
    `"${text}" may be a day as a number. Format the column as dates and save the file again, or say from when the days are ` +
    'counted: dayCount in the API, --day-count on the command line.';
  return unreadable('date-is-number', message);
}

/** The text without a time of day after it. */
function withoutTime(text: string): string {
  return text.replace(
    /(?:T|,?\s+)(?:at\s+)?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?(?:\s*(?:Z|UTC|[+-]\d\d:?\d\d))?$/i,
    '',
  );
}

function isoOf(text: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text);
  return compact ? compact.slice(1).join('-') : null;
}

/** `2-Mar-26`, `2 March 2026`, `Mon, March 2nd, 2026`: the letters say which is the month. */
function inLetters(text: string): string | null {
  const plain = text.toLowerCase().replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+/, '');
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[-\s./]+([a-z]{3,9})\.?[-\s./,]+(\d{2}|\d{4})$/.exec(plain);
  const monthFirst = /^([a-z]{3,9})\.?[-\s./]+(\d{1,2})(?:st|nd|rd|th)?[-\s./,]+(\d{2}|\d{4})$/.exec(plain);
  const [day = '', name = '', year = ''] =
    dayFirst?.slice(1) ?? [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]].map((part) => part ?? '');
  const month = monthNamed(name);
  return month === null ? null : `${fullYear(year)}-${month}-${day.padStart(2, '0')}`;
}

function monthNamed(name: string): string | null {
  const at = name === 'sept' ? 8 : Math.max(MONTHS.indexOf(name), LONG_MONTHS.indexOf(name));
  return at < 0 ? null : String(at + 1).padStart(2, '0');
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

function notInFormat(text: string, format: DateFormat): CellReading<string> {
  if (format !== 'iso') {
    const message = `"${text}" is not written as ${format}, which was stated for this file, nor as year-month-day.`;
    return unreadable('date-format', message);
  }
  const message =
    `"${text}" is not written as year-month-day. Write 2026-03-04, or say how the file writes dates, by dateFormat or --date-format: ` +
    `${STATED}.`;
  return unreadable('date-format', message);
}
