import { monthNamed } from './month-names.js';

/** Whole months that follow each other: a month, a quarter, a half or a year. */
export interface Span {
  /** Its first month, counted from January of the year 0. */
  readonly start: number;
  readonly months: number;
}

/** A span whose year nobody said. */
interface Unit {
  /** 0-11. */
  readonly month: number;
  readonly months: number;
}

const YEAR = 12;
const QUARTER = 3;
const HALF = 6;
const CENTURY = 2000;

export const UNIT_MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: QUARTER, year: YEAR };

const ORDINALS: readonly RegExp[] = [/^(1st|first)$/, /^(2nd|second)$/, /^(3rd|third)$/, /^(4th|fourth|last)$/];
const YEAR_BEFORE = /^(\d{4})([ /.-]?)(.*)$/;
const YEAR_BEHIND = /^(.+?)([ /.-]?)(\d{4}|'\d{2}|(?:this|last|previous|prior) year)$/;
/** `Q4 26`, and `Mar-26` as spreadsheets write it. */
const SHORT_YEAR = /^(q ?[1-4]|[1-4] ?q|h ?[12]|[12] ?h)([ /-]?)(\d{2})$|^(\p{L}{3,})(-)(\d{2})$/u;

/**
 * Which month is this, counted from January of the year 0?
 *
 * Input: a calendar date. Output: 12 times its year, and its month less one.
 *
 * @example monthIndexOf('2026-03-04') // 24314
 */
export function monthIndexOf(date: string): number {
  return Number(date.slice(0, 4)) * YEAR + Number(date.slice(5, 7)) - 1;
}

/**
 * Which months does one name of a month, a quarter, a half or a year mean?
 *
 * Input: the name in small letters, this month as `monthIndexOf`, and in which year one without a year ends at the latest,
 * when not in this one: the name of a range's beginning takes that of its end. Output: the span; null for any other text.
 *
 * @example spanNamed('march', monthIndexOf('2026-02-01')) // March 2025, the latest that has begun
 */
export function spanNamed(text: string, thisMonth: number, latest = thisMonth): Span | null {
  const [unit, year] = partsOf(text, Math.floor(thisMonth / YEAR));
  if (unit === null) return null;
  if (year !== null) return { start: year * YEAR + unit.month, months: unit.months };
  const start = Math.floor(latest / YEAR) * YEAR + unit.month;
  return { start: start > latest ? start - YEAR : start, months: unit.months };
}

/**
 * How is a span written as `periodOf` takes it: the one that begins a period, and the one that ends it?
 *
 * @example endsOf({ start: 24312, months: 6 }) // ['2026-Q1', '2026-Q2']
 */
export function endsOf({ start, months }: Span): [first: string, last: string] {
  if (months !== HALF) return [nameOf(start, months), nameOf(start, months)];
  return [nameOf(start, QUARTER), nameOf(start + QUARTER, QUARTER)];
}

function nameOf(start: number, months: number): string {
  const year = String(Math.floor(start / YEAR)).padStart(4, '0');
  const month = start % YEAR;
  if (months === YEAR) return year;
  return months === QUARTER ? `${year}-Q${month / QUARTER + 1}` : `${year}-${String(month + 1).padStart(2, '0')}`;
}

function partsOf(text: string, thisYear: number): [Unit | null, year: number | null] {
  const [, before, gap = '', rest = ''] = YEAR_BEFORE.exec(text) ?? [];
  if (before !== undefined) {
    const unit = rest === '' && gap === '' ? { month: 0, months: YEAR } : unitOf(rest, gap);
    if (unit !== null) return [unit, Number(before)];
  }
  const [, words = '', between = '', year] = YEAR_BEHIND.exec(text) ?? [];
  if (year !== undefined) return [unitOf(words, between), yearOf(year, thisYear)];
  const [, short, apart, shortYear, name = '', hyphen = '', ofName] = SHORT_YEAR.exec(text) ?? [];
  const digits = shortYear ?? ofName;
  if (digits !== undefined) return [unitOf(short ?? name, apart ?? hyphen), CENTURY + Number(digits)];
  return [/^\d/.test(text) ? namedQuarter(text) : unitOf(text, ' '), null];
}

function yearOf(text: string, thisYear: number): number {
  if (text.startsWith("'")) return CENTURY + Number(text.slice(1));
  if (/^\d/.test(text)) return Number(text);
  return text.startsWith('this') ? thisYear : thisYear - 1;
}

/** @param gap What is between it and the year: without any, digits alone are no month. */
function unitOf(text: string, gap: string): Unit | null {
  if (/^(0?[1-9]|1[0-2])$/.test(text)) return gap === '' ? null : { month: Number(text) - 1, months: 1 };
  const month = monthNamed(text.replace(/\.$/, ''));
  return month === null ? namedQuarter(text) : { month: month - 1, months: 1 };
}

/** `q4`, `4q`, `quarter 4`, `4th quarter`, `h1`, `first half`. */
function namedQuarter(text: string): Unit | null {
  const [, after, before, spoken] =
    /^(?:q|quarter|qtr) ?([1-4])$|^([1-4]) ?q$|^(\w+) (?:quarter|qtr)$/.exec(text) ?? [];
  const quarter = Number(after ?? before ?? ordinalOf(spoken));
  if (quarter > 0) return { month: (quarter - 1) * QUARTER, months: QUARTER };
  const [, halfAfter, halfBefore, half] = /^(?:h|half) ?([12])$|^([12]) ?h$|^(\w+) half$/.exec(text) ?? [];
  const number = Number(halfAfter ?? halfBefore ?? ordinalOf(half));
  return number === 1 || number === 2 ? { month: (number - 1) * HALF, months: HALF } : null;
}

function ordinalOf(word = ''): number {
  return ORDINALS.findIndex((pattern) => pattern.test(word)) + 1;
}
