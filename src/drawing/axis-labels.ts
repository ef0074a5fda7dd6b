import { dayTick } from '../domain/charts/parts/day-ticks-plugin.js';
import { allLinesFit, fittingLines } from '../domain/charts/parts/fitting-lines.js';
import type { DrawableChart } from './picture.js';

/** Pixels: the numbers and the title of the axis of values, and the words of the severity bands on the other side. */
const AXIS_WIDTH = 80;
const WORDS_WIDTH = 90;
const GAP = 4;
/** More are skipped in part. */
const MOST_SIDE_BY_SIDE = 16;
/** Pixels high; the first that fits is taken. Where it is narrow, a telephone makes them smaller still. */
const SIZES = [12, 11, 10, 9];
const SIZES_NARROW = [12, 11];

interface Scale {
  ticks?: { autoSkip?: boolean };
}

interface Place {
  width: number;
  isNarrow: boolean;
  measure: (text: string, size: number) => number;
}

/**
 * The same chart with labels under it that are level, as on a page: smaller where they would touch, and
 * without the lines that still would, which are in the table of the chart, too. Chart.js would turn them and leave some out.
 */
export function withLevelLabels(chart: DrawableChart, { width, isNarrow, measure }: Place): DrawableChart {
  const { labels } = chart.data;
  const { x, yWords } = (chart.options['scales'] ?? {}) as Record<string, Scale | undefined>;
  const areDays = x?.ticks?.autoSkip === true;
  if (labels === undefined || chart.options['indexAxis'] === 'y') return chart;
  if (areDays) return withTicks(chart, { callback: dayTick });
  const room = (width - AXIS_WIDTH - (yWords === undefined ? 0 : WORDS_WIDTH)) / labels.length;
  const sizes = isNarrow ? SIZES_NARROW : SIZES;
  const size = sizes.find((one) => allLinesFit(labels, room - GAP, (text) => measure(text, one)));
  if (labels.length > MOST_SIDE_BY_SIDE)
    return isNarrow ? withFewerLines(chart, room, (text) => measure(text, SIZES[0] ?? 0)) : chart;
  const level = withTicks(chart, { maxRotation: 0, autoSkip: false, font: { size: size ?? sizes.at(-1) } });
  return size === undefined ? withFewerLines(level, room, (text) => measure(text, sizes.at(-1) ?? 0)) : level;
}

function withTicks(chart: DrawableChart, ticks: object): DrawableChart {
  const { x, ...others } = (chart.options['scales'] ?? {}) as Record<string, Scale | undefined>;
  const scales = { ...others, x: { ...x, ticks: { ...x?.ticks, ...ticks } } };
  return { ...chart, options: { ...chart.options, scales } };
}

function withFewerLines(chart: DrawableChart, room: number, measure: (text: string) => number): DrawableChart {
  const labels = fittingLines(chart.data.labels ?? [], room - GAP, measure);
  return { ...chart, data: { ...chart.data, labels } };
}
