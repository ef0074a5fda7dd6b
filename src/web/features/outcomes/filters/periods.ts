import { quarterOf } from '../../../../domain/calendar/calendar';
import { MOVING_PERIODS } from '../../../../domain/calendar/named-period';
import { quarterBefore, quarterInWords } from '../../../../domain/calendar/period';

/** The two periods of a comparison, as they were asked for. */
export interface ComparedPeriods {
  period: string;
  against: string;
}

const QUARTERS = 8;

/** Periods to choose from: those that move with the day, and, latest first, the last eight quarters and the years they are in. */
export function periodsUntil(today: string): string[] {
  const quarters: string[] = [];
  for (let quarter = quarterOf(today); quarters.length < QUARTERS; quarter = quarterBefore(quarter)) {
    quarters.push(quarter);
  }
  const years = new Set(quarters.map(yearOf));
  const named = (year: string) => quarters.filter((name) => yearOf(name) === year).map(quarterInWords);
  return [...MOVING_PERIODS, ...[...years].flatMap((year) => [year, ...named(year)])];
}

/** The year of a day or a quarter, and the one before it: what is compared until somebody says otherwise. */
export function thisYearAndLast(today: string): ComparedPeriods {
  const year = yearOf(today);
  return { period: year, against: String(Number(year) - 1) };
}

function yearOf(text: string): string {
  return text.slice(0, 4);
}
