import { addDays, quarterOf } from '../../../domain/calendar/calendar';
import { periodOf } from '../../../domain/calendar/period';

/** The two periods of a comparison, as they were asked for. */
export interface ComparedPeriods {
  period: string;
  against: string;
}

const QUARTERS = 8;

/** Periods to choose from, latest first: the last eight quarters, and the years they are in. */
export function periodsUntil(today: string): string[] {
  const quarters: string[] = [];
  for (let day = today; quarters.length < QUARTERS; day = dayBefore(quarters.at(-1) ?? '')) {
    quarters.push(quarterOf(day));
  }
  const years = new Set(quarters.map(yearOf));
  return [...years].flatMap((year) => [year, ...quarters.filter((name) => yearOf(name) === year)]);
}

/** The year of a day or a quarter, and the one before it: what is compared until somebody says otherwise. */
export function thisYearAndLast(today: string): ComparedPeriods {
  const against = yearOf(dayBefore(yearOf(today)));
  return { period: yearOf(today), against };
}

function dayBefore(period: string): string {
  return addDays(periodOf(period)?.from ?? '', -1);
}

function yearOf(text: string): string {
  return text.slice(0, 4);
}
