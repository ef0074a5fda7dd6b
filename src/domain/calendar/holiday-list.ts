import { addDays, daysBetween, isCalendarDate } from './calendar.js';
import type { Holiday } from './clinic-days.js';

/** What was read of a list of holidays, and what could not be. */
export interface ReadHolidays {
  /** Those that were not known before, in the order of the list. */
  readonly holidays: Holiday[];
  /** A sentence for each line with a mistake, which says what is wrong with it. */
  readonly faults: string[];
}

const LINE = /^(\d[\d/-]*)(?:\s*(?:\.\.|–|\bto\b)\s*(\d[\d/-]*))?(?:[\s,;:]+(.*))?$/;
const EXAMPLE = 'Write a line like “2027-01-01 New Year’s Day” or “2026-12-24 to 2026-12-31 Closed”.';
const LONGEST_NAME = 120;
/** Of days in one line: more is a slip in a year. */
const LONGEST_RANGE = 62;

/**
 * Which holidays does this list name?
 *
 * Input: lines of a date (ISO) or two with "to" or ".." between, both included, and a name; and the holidays that are known. Output: a holiday
 * for each day that is not known yet and not twice in the list, and a sentence for every line that can't be read, which
 * then adds nothing.
 *
 * @example readHolidays('2026-12-30 to 2027-01-01 Closed', []).holidays.length // 3: 30 and 31 December, 1 January
 */
export function readHolidays(text: string, known: readonly Holiday[]): ReadHolidays {
  const taken = new Set(known.map(({ on }) => on));
  const holidays: Holiday[] = [];
  const faults: string[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const read = daysOf(line.trim());
    if (typeof read === 'string') faults.push(`Line ${at + 1}: ${read}`);
    else {
      const added = read.filter(({ on }) => !taken.has(on));
      for (const { on } of added) taken.add(on);
      holidays.push(...added);
    }
  }
  return { holidays, faults };
}

/** The holidays of a line, or what is wrong with it. */
function daysOf(line: string): Holiday[] | string {
  const [, from, to = from, name = ''] = LINE.exec(line) ?? [];
  if (from === undefined || to === undefined) return `“${line}” does not begin with a date. ${EXAMPLE}`;
  const wrong = [from, to].find((day) => !isCalendarDate(day));
  if (wrong !== undefined) return `“${wrong}” is no day of the calendar as year-month-day. ${EXAMPLE}`;
  if (name.trim() === '') return `${from} has no name. ${EXAMPLE}`;
  if (name.trim().length > LONGEST_NAME) return `The name is longer than ${LONGEST_NAME} characters.`;
  const days = daysBetween(from, to);
  if (days < 0) return `${to} is before ${from}.`;
  if (days >= LONGEST_RANGE) return `${from} to ${to} are ${days + 1} days; a line can close at most ${LONGEST_RANGE}.`;
  return Array.from({ length: days + 1 }, (_, later) => ({ on: addDays(from, later), name: name.trim() }));
}
