import { quarterOf } from './calendar.js';
import { monthNamed } from './month-names.js';
import { periodOf, quarterBefore } from './period.js';

/** Periods that move with the day, as a field offers them; the first letter small or not. */
export const MOVING_PERIODS = ['This quarter', 'Last quarter', 'Last 12 months', 'This year'] as const;

/**
 * Which period do people mean?
 *
 * Input: what somebody typed or chose, and today's calendar date. Output: the period as `periodOf` takes it; null for a text
 * that is none. Understood are `this quarter`, `last quarter`, `last 12 months` (the last of them is this one), `this year`,
 * `last year`, `this month`, `last month`, `Q4 2026`, `2026Q4`, `2026-Q4`, `November 2026`, `Nov 2026`, `2026-11`, `11/2026`,
 * `2026`, in whatever case, and two with `..` or `to` between.
 *
 * @example periodNamed('last quarter', '2026-11-29') // '2026-Q3'
 * @example periodNamed('Q4 2025 to 2026Q2', '2026-11-29') // '2025-Q4..2026-Q2'
 */
export function periodNamed(text: string, today: string): string | null {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const moving = movingPeriod(plain, today);
  if (moving !== null) return moving;
  const parts = plain.split(/ ?\.\. ?| to /).map(partNamed);
  if (parts.length > 2 || parts.includes(null)) return null;
  const period = parts.join('..');
  return periodOf(period) === null ? null : period;
}

function movingPeriod(plain: string, today: string): string | null {
  const quarter = quarterOf(today);
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  switch (plain) {
    case 'this quarter':
      return quarter;
    case 'last quarter':
      return quarterBefore(quarter);
    case 'last 12 months':
      return `${monthOf(year, month - 11)}..${monthOf(year, month)}`;
    case 'this year':
      return String(year);
    case 'last year':
      return String(year - 1);
    case 'this month':
      return monthOf(year, month);
    case 'last month':
      return monthOf(year, month - 1);
    default:
      return null;
  }
}

/** A month (1-12) of a year, or counted back from it (0 and below). */
function monthOf(year: number, month: number): string {
  return month > 0 ? `${year}-${String(month).padStart(2, '0')}` : monthOf(year - 1, month + 12);
}

function partNamed(plain: string): string | null {
  if (/^\d{4}(-\d{2})?$/.test(plain)) return plain;
  const [, ordinal, ofYear, yearBefore, ordinalAfter] = /^q([1-4]) ?(\d{4})$|^(\d{4})[ -]?q([1-4])$/.exec(plain) ?? [];
  const quarter = ordinal ?? ordinalAfter;
  if (quarter !== undefined) return `${ofYear ?? yearBefore}-Q${quarter}`;
  const [, digits, ofDigits] = /^(0?[1-9]|1[0-2])\/(\d{4})$/.exec(plain) ?? [];
  if (digits !== undefined) return monthOf(Number(ofDigits), Number(digits));
  const [, name = '', ofName] = /^(\p{L}+)\.? (\d{4})$/u.exec(plain) ?? [];
  const month = monthNamed(name);
  return month === null ? null : monthOf(Number(ofName), month);
}
