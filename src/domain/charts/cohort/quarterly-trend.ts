import { quarterInWords } from '../../calendar/period.js';
import type { QuarterFigures } from '../../cohort/breakdowns.js';
import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import { unfinishedInWords } from '../../cohort/unfinished.js';
import { counted, sizeInWords } from '../../numbers/words.js';
import type { Chart, ChartTable } from '../parts/chart.js';
import { inSentences } from '../parts/wording.js';
import { responseBars, responseInWords, responseLabels, responseOptions, responseTable } from './response-bars.js';

/** Whether quarters with courses under way are drawn, hatched, or named only. */
export const UNFINISHED_CHOICES = ['left-out', 'shown'] as const;
export type UnfinishedChoice = (typeof UNFINISHED_CHOICES)[number];

interface Choice {
  /** Of numbers in the text. */
  decimals?: number;
  unfinished?: UnfinishedChoice;
}

/**
 * Does response change from quarter to quarter?
 *
 * Input: the outcome of a cohort, how many decimals its text has (one unless said), and whether quarters with courses under
 * way are left out (unless said) or shown, hatched. Output: a bar chart of response at infusion 6 in percent (0-100, higher
 * is better) by quarter of the course's start, for starters and for completers, with Wilson intervals; a quarter without a
 * course keeps its place, and text and table say which quarters are unfinished.
 *
 * Example: courses started in 2025-Q4 and 2026-Q2 have an empty place for 2026-Q1 between them.
 */
export function quarterlyTrendChart(
  { byQuarter }: CohortOutcome,
  { decimals = 1, unfinished = 'left-out' }: Choice = {},
): Chart {
  const quarters = byQuarter.map(groupOf);
  const open = quarters.filter(({ mark }) => mark !== null);
  const groups = unfinished === 'shown' ? quarters : quarters.filter(({ mark }) => mark === null);
  const n = (set: 'starters' | 'completers') => groups.reduce((total, { figures }) => total + figures[set], 0);
  const title = `Response by quarter of start: starters (${sizeInWords(n('starters'))}), completers (${sizeInWords(n('completers'))})`;
  const ends = groups.filter((_group, at) => at === 0 || at === groups.length - 1);
  const notOver = openInWords(open, unfinished);
  return {
    type: 'bar',
    data: { labels: labelsOf(groups), datasets: responseBars(groups) },
    options: responseOptions(title, 'Quarter of the start', notOver),
    textAlternative: inSentences(title, groups.length, [
      `${counted(groups.length, 'quarter')}.`,
      ...ends.map((group) => responseInWords(group, decimals)),
      ...notOver,
    ]),
    table: tableOf(title, groups),
  };
}

interface Quarter {
  label: string;
  figures: QuarterFigures;
  /** `26 of 37 still under way`; null where the quarter is over. */
  mark: string | null;
}

function groupOf(figures: QuarterFigures): Quarter {
  return {
    label: quarterInWords(figures.quarter),
    figures,
    mark: unfinishedInWords(figures.courses, figures.underWay),
  };
}

function openInWords(open: readonly Quarter[], unfinished: UnfinishedChoice): string[] {
  if (open.length === 0) return [];
  const which = open.map(({ label, mark }) => `${label}, ${mark}`).join('; ');
  return [`${unfinished === 'shown' ? 'Hatched, because unfinished' : 'Left out, because unfinished'}: ${which}.`];
}

/** The year is below its quarter, so that twelve of them fit beside each other. */
function labelsOf(groups: readonly Quarter[]): string[][] {
  return responseLabels(groups).map(([quarter = '', ...more]) => [...quarter.split(' '), ...more]);
}

/** Its quarters are written as in addresses, which programs read. */
function tableOf(title: string, groups: readonly Quarter[]): ChartTable {
  const quarters = groups.map((group) => ({ ...group, label: group.figures.quarter }));
  const underWay = new Map(quarters.map(({ label, figures }) => [label, figures.underWay]));
  const { columns, rows, ...table } = responseTable(title, 'Quarter', quarters);
  return {
    ...table,
    columns: [...columns, 'Still under way'],
    rows: rows.map((row) => [...row, underWay.get(String(row[0])) ?? 0]),
  };
}
