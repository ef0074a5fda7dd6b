import type { GroupFigures } from '../cohort/breakdowns.js';
import type { Rate } from '../statistics/rate.js';
import type { ChartDataset, ChartTable } from './chart.js';
import { whiskers } from './interval-datasets.js';
import { COLOURS, faded } from './palette.js';

type Groups = readonly { label: string; figures: GroupFigures }[];

/** What the bars count, for readers of the chart. */
export const RESPONSE_SUBTITLE = [
  'Response: the score at infusion 6 is at most half of the baseline; without that score it is none.',
  'Thin lines: 95 % Wilson interval.',
];

const SETS = [
  { label: 'Starters', read: (group: GroupFigures): Rate => group.responseOfStarters },
  { label: 'Completers', read: (group: GroupFigures): Rate => group.responseOfCompleters },
] as const;

/**
 * How do the response rates of starters and of completers stand side by side in each group?
 *
 * Input: groups with their figures. Output: datasets of bars in per cent (0-100), one a set, and of
 * their Wilson intervals as thin bars at the same place; a group of nobody has no bar. The x axis
 * must be stacked and the y axis not, for each interval to stand at its bar.
 *
 * Source: this service's definitions (rates always of both sets).
 *
 * Example: a group of 2 starters with 1 responder has a bar of 50 for the starters.
 */
export function responseBars(groups: Groups): ChartDataset[] {
  // See-through, because the intervals are drawn behind the bars.
  const colours = { Starters: faded(COLOURS.blue, 0.6), Completers: faded(COLOURS.skyBlue, 0.3) };
  const bars = SETS.map(({ label, read }) => ({
    label,
    data: groups.map(({ figures }) => read(figures).percent),
    backgroundColor: colours[label],
    borderColor: COLOURS.blue,
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

/**
 * What stands under each group of bars?
 *
 * Input: groups with their figures. Output: a label a group, with n of starters and of completers
 * under it, which the title of the axis should explain.
 *
 * Source: this service's conventions (n under every point).
 *
 * Example: 39 starters and 30 completers of a mild band are `['Mild 21-30', 'n = 39 / 30']`.
 */
export function responseLabels(groups: Groups): string[][] {
  return groups.map(({ label, figures }) => [
    label,
    `n = ${figures.starters} / ${figures.completers}`,
  ]);
}

/**
 * What are the exact rates behind the bars?
 *
 * Input: a caption, the word for a group, and groups with their figures. Output: a table with a row
 * a group and set; per cent 0-100, null of nobody.
 *
 * Source: this service's definitions.
 *
 * Example: a group of 2 starters with 1 responder has the row `Starters, 1, 2, 50, ...`.
 */
export function responseTable(caption: string, groupWord: string, groups: Groups): ChartTable {
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
