import { addDays, daysBetween, quarterOf } from '../../domain/calendar/calendar.js';
import { weekdayOf } from '../../domain/calendar/clinic-days.js';
import { DAYS_UNTIL_CLOSED } from '../../domain/disclosure/closed-groups.js';
import { chance, pick, type Random } from './random.js';

/** How busy the eight quarters are beside each other: a growing clinic. */
const BUSYNESS = [0.88, 0.92, 0.96, 1, 1.04, 1.08, 1.12, 1.08];
const [MONDAY, TUESDAY, FRIDAY, SATURDAY, SUNDAY] = [1, 2, 5, 6, 7];

/** The days on which a series can begin: Mondays and Tuesdays, so that 3 and 4 days on is a workday. */
export function startDays(from: string, to: string): string[] {
  const length = Math.max(0, daysBetween(from, to) + 1);
  return Array.from({ length }, (_, days) => addDays(from, days)).filter((day) =>
    [MONDAY, TUESDAY].includes(weekdayOf(day)),
  );
}

/** The first day on or after this one on which a series can begin. */
export function nextStartDay(day: string): string {
  return startDays(day, addDays(day, 6))[0] ?? day;
}

/** The day itself, or the nearest workday where it is on a weekend. */
export function workday(day: string): string {
  if (weekdayOf(day) === SATURDAY) return addDays(day, -1);
  return weekdayOf(day) === SUNDAY ? addDays(day, 1) : day;
}

/** The planned day, or now and then the workday after it. */
export function delayed(random: Random, planned: string): string {
  const late = chance(random, 0.08);
  return late && weekdayOf(planned) < FRIDAY ? addDays(planned, 1) : planned;
}

/** When so many courses began, in order: over the eight quarters before today that can be published, as busy as each was. */
export function startsOver(random: Random, today: string, count: number): string[] {
  const quarters = eightQuarters(today).map(({ from, to }) => startDays(from, to));
  return shares(count, BUSYNESS)
    .flatMap((share, at) => Array.from({ length: share }, () => pick(random, quarters[at] ?? [])))
    .sort();
}

/** The first and last days of the last eight quarters that ended so long ago that groups of them are closed. */
export function eightQuarters(today: string): { from: string; to: string }[] {
  const [year, ordinal] = quarterOf(addDays(today, 1 - DAYS_UNTIL_CLOSED))
    .split('-Q')
    .map(Number) as [number, number];
  const firstDay = (quartersLater: number) => {
    const quarter = year * 4 + ordinal - 1 + quartersLater;
    const month = String((quarter % 4) * 3 + 1).padStart(2, '0');
    return `${Math.floor(quarter / 4)}-${month}-01`;
  };
  return [-8, -7, -6, -5, -4, -3, -2, -1].map((quarter) => ({
    from: firstDay(quarter),
    to: addDays(firstDay(quarter + 1), -1),
  }));
}

/** Whole shares by weight; rounding the running sum makes them add up to the count. */
function shares(count: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let running = 0;
  return weights.map((weight) => {
    const before = Math.round((count * running) / all);
    running += weight;
    return Math.round((count * running) / all) - before;
  });
}
