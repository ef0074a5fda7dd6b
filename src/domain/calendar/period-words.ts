import type { Period } from '../cohort/cohort-filter.js';

const MONTHS = new Intl.DateTimeFormat('en', { timeZone: 'UTC', month: 'long' });

/**
 * How do people say a period of whole months?
 *
 * Input: its first and its last day, both included. Output: its first and its last month, each with the year where the
 * two differ, the year once where they don't.
 *
 * Source: the Gregorian calendar.
 *
 * @example periodInWords({ from: '2025-01-01', to: '2025-12-31' }) // 'January to December 2025'
 * @example periodInWords({ from: '2025-10-01', to: '2026-03-31' }) // 'October 2025 to March 2026'
 */
export function periodInWords({ from, to }: Period): string {
  const [first, last] = [monthOf(from), monthOf(to)];
  if (first.year !== last.year) return `${first.month} ${first.year} to ${last.month} ${last.year}`;
  if (first.month === last.month) return `${last.month} ${last.year}`;
  return `${first.month} to ${last.month} ${last.year}`;
}

function monthOf(date: string): { month: string; year: string } {
  return { month: MONTHS.format(new Date(`${date}T00:00:00Z`)), year: date.slice(0, 4) };
}
