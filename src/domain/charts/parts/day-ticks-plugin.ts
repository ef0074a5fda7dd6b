/** The parts of a drawn Chart.js chart that its days need. */
interface DrawnChart {
  scales: Record<string, { ticks: { label?: unknown }[] } | undefined>;
}

/** A day and its year, as `dayInLines` parts them. */
const YEAR = /^\d{4}$/;

/**
 * How is a day written under a chart?
 *
 * Input: a day as of `dateInWords`. Output: the day, and below it the year.
 *
 * @example dayInLines('4 Mar 2026') // ['4 Mar', '2026']
 */
export function dayInLines(day: string): string[] {
  return day.split(/ (?=\d{4}$)/);
}

/** A callback of Chart.js for the ticks of an axis of days: `4 Mar 2026` takes two lines, so that days do not touch. */
export function dayTick(this: { getLabelForValue(value: number): string }, value: number): string[] {
  return dayInLines(this.getLabelForValue(value));
}

/**
 * A Chart.js plugin that writes the year only under the first of the days of an axis, and under the first of each year. It needs
 * no Chart.js to be made, so pages and server share it.
 */
export const dayTicksPlugin = {
  id: 'dayTicks',

  beforeDraw({ scales }: DrawnChart): void {
    let before = '';
    for (const tick of scales['x']?.ticks ?? []) {
      const [day, year, ...more] = Array.isArray(tick.label) ? (tick.label as string[]) : [];
      if (day === undefined || year === undefined || more.length > 0 || !YEAR.test(year)) continue;
      if (year === before) tick.label = [day];
      before = year;
    }
  },
};
