import type { GroupFigures } from '../../cohort/breakdowns.js';
import type { Rate } from '../../statistics/rate.js';
import { readableRate } from '../../statistics/small-numbers.js';
import type { ChartDataset, ChartTable } from '../parts/chart.js';
import { categoryAxis, chartOptions, percentAxis, type ChartOptions } from '../parts/chart-options.js';
import { whiskers } from '../parts/interval-datasets.js';
import { COLORS, TRANSPARENT, faded, weighted } from '../parts/palette.js';
import { rateInWords } from '../../statistics/words.js';
import { countInFigures, sizeInWords } from '../../numbers/words.js';

interface Group {
  label: string;
  figures: GroupFigures;
  /** What is said under bars that are hatched, because their courses are not all over. */
  mark?: string | null;
}

const SUBTITLE = [
  'Response: the score at infusion 6 is at most half of the baseline; without that score it is none.',
  'Thin lines: 95 % Wilson interval. Gray: fewer than 10 courses; fewer than 5 have no bar.',
];

const SETS = [
  { label: 'Starters', read: (group: GroupFigures): Rate => readableRate(group.responseOfStarters) },
  { label: 'Completers', read: (group: GroupFigures): Rate => readableRate(group.responseOfCompleters) },
] as const;

/**
 * How do the response rates of starters and of completers compare in each group?
 *
 * Input: groups with their figures. Output: datasets of bars in percent (0-100), one a set, and of
 * their Wilson intervals as thin bars at the same place; a group of nobody has no bar. They need
 * the axes of `responseOptions`. A rate of fewer than ten is a gray bar, one of fewer than five has none.
 *
 * Example: a group of 20 starters with 10 responders has a bar of 50 for the starters.
 */
export function responseBars(groups: readonly Group[]): ChartDataset[] {
  // See-through, because the intervals are drawn behind the bars.
  const colors = { Starters: faded(COLORS.blue, 0.6), Completers: faded(COLORS.skyBlue, 0.3) };
  const bars = SETS.map(({ label, read }) => ({
    label,
    data: groups.map(({ figures }) => read(figures).percent),
    backgroundColor: groups.map((group) => {
      return isMarked(group) ? TRANSPARENT : weighted(colors[label], read(group.figures).n);
    }),
    ...(groups.some(isMarked) && { hatched: groups.map(isMarked) }),
    // That of the first bar may be gray, or hatched.
    legendColor: colors[label],
    borderColor: COLORS.blue,
    borderWidth: 1,
    pointStyle: 'rect',
    stack: label,
    categoryPercentage: 0.7,
    maxBarThickness: 60,
  }));
  const intervals = SETS.map(({ label, read }) => ({
    ...whiskers(
      `95 % interval, ${label.toLowerCase()}`,
      groups.map(({ figures }) => read(figures).ci95),
      label,
    ),
    categoryPercentage: 0.7,
  }));
  return [...bars, ...intervals];
}

function isMarked({ mark }: Group): boolean {
  return typeof mark === 'string';
}

/**
 * Which axes do the bars have, and how are they read?
 *
 * Input: the title of the chart, the word for what a group is of, and what else is to be known. Output: options of Chart.js
 * with an axis of 0-100 percent; the x axis is stacked and the y axis not, for each interval to
 * are at its bar.
 *
 * Example: `responseOptions(title, 'Quarter of the start')` explains `n = 39 / 30` under a group.
 */
export function responseOptions(title: string, groupedBy: string, more: readonly string[] = []): ChartOptions {
  return chartOptions(title, [...SUBTITLE, ...more], {
    x: { ...categoryAxis(`${groupedBy} (n = starters / completers)`), stacked: true },
    y: percentAxis('Response (%)'),
  });
}

/**
 * What is written under each group of bars?
 *
 * Input: groups with their figures. Output: a label a group, with n of starters and of completers
 * under it, which the title of the axis explains.
 *
 * Example: 39 starters and 30 completers of a mild band are `['Mild 21-30', 'n = 39 / 30']`.
 */
export function responseLabels(groups: readonly Group[]): string[][] {
  return groups.map(({ label, figures, mark }) => [
    label,
    `${sizeInWords(figures.starters)} / ${countInFigures(figures.completers)}`,
    // Two lines, so that eight quarters fit beside each other.
    ...(typeof mark === 'string' ? mark.split(/(?<=still) /) : []),
  ]);
}

/**
 * What do the two bars of a group say, in words?
 *
 * Input: a group with its figures, and how many decimals a number has. Output: a sentence with
 * both rates.
 *
 * Example: 1 responder of 2 starters and no completer: `Q1 2026: starters 50.0 % (1 of 2, 95 %
 * interval 9.5 to 90.5 %); completers not known (nobody to count).`
 */
export function responseInWords({ label, figures }: Group, decimals = 1): string {
  const starters = rateInWords(figures.responseOfStarters, decimals);
  const completers = rateInWords(figures.responseOfCompleters, decimals);
  return `${label}: starters ${starters}; completers ${completers}.`;
}

/**
 * What are the exact rates behind the bars?
 *
 * Input: a caption, the word for a group, and groups with their figures. Output: a table with a row
 * a group and set; percent 0-100, null of nobody.
 *
 * Example: a group of 20 starters with 10 responders has the row `Starters, 10, 20, 50, ...`.
 */
export function responseTable(caption: string, groupWord: string, groups: readonly Group[]): ChartTable {
  return {
    caption,
    columns: [groupWord, 'Set', 'Responders', 'n', 'Response (%)', '95 % from', '95 % to'],
    rows: groups.flatMap(({ label, figures }) =>
      SETS.map((set) => {
        const { count, n, percent, ci95 } = set.read(figures);
        return [label, set.label, count, n, percent, ...ci95];
      }),
    ),
  };
}
