/** The parts of a drawn Chart.js chart that its days need. */
interface DrawnChart {
  scales: Record<string, { ticks: { label?: unknown }[] } | undefined>;
}

/** Which days of an axis are written under it, by their places. */
interface DaysOption {
  /** Days of visits. */
  visits?: readonly number[];
  /** From which day on months are written; null for none. */
  monthsFrom?: number | null;
}

interface DayTick {
  value: number;
  /** Its month is written, not its day. */
  isMonth?: boolean;
}

/** The parts of an axis of days. */
interface DrawnScale {
  type: string;
  width: number;
  ticks: DayTick[];
  getLabels(): unknown[];
}

/** Pixels from the middle of a day to that of the next. */
const APART = 50;

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

/** A callback of Chart.js for the ticks of an axis of days: `4 Mar 2026` takes two lines, so that days do not touch; a month has no day. */
export function dayTick(
  this: { getLabelForValue(value: number): string },
  value: number,
  index = 0,
  ticks: readonly DayTick[] = [],
): string[] {
  const [day = '', ...year] = dayInLines(this.getLabelForValue(value));
  return [ticks[index]?.isMonth === true ? day.replace(/^\d+ /, '') : day, ...year];
}

/**
 * A Chart.js plugin that writes the days of visits and the beginnings of months that `options.plugins.dayTicks` names, as many as fit, and the year only under the first of the days of an axis, and under the first of each year. It needs
 * no Chart.js to be made, so pages and server share it.
 */
export const dayTicksPlugin = {
  id: 'dayTicks',

  afterBuildTicks(_chart: unknown, { scale }: { scale: DrawnScale }, { visits, monthsFrom }: DaysOption): void {
    if (visits === undefined || scale.type !== 'category') return;
    const labels = scale.getLabels().map(String);
    const apart = (APART * (labels.length - 1)) / scale.width;
    const days = spaced(visits, apart, -Infinity);
    const months = spaced(monthStarts(labels, monthsFrom ?? Infinity), apart, days.at(-1) ?? -Infinity);
    scale.ticks = [...days.map((value) => ({ value })), ...months.map((value) => ({ value, isMonth: true }))];
  },

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

/** Those that are so far from the one before, the first from `before`. */
function spaced(places: readonly number[], apart: number, before: number): number[] {
  let last = before;
  return places.filter((place) => {
    const isFree = place - last >= apart;
    if (isFree) last = place;
    return isFree;
  });
}

/** The first day of each month on the axis, from a place on. */
function monthStarts(days: readonly string[], from: number): number[] {
  const monthAt = (place: number) => days[place]?.replace(/^\d+ /, '');
  return days.flatMap((_day, place) =>
    place > 0 && place >= from && monthAt(place) !== monthAt(place - 1) ? [place] : [],
  );
}
