import type { CohortOutcome } from '../cohort/cohort-outcome.js';
import type { Chart } from './chart.js';
import { categoryAxis, chartOptions, percentAxis } from './chart-options.js';
import { RESPONSE_SUBTITLE, responseBars, responseLabels, responseTable } from './response-bars.js';
import { counted, inSentences, rateInWords } from './wording.js';

/**
 * Does response change from quarter to quarter?
 *
 * Input: the outcome of a cohort, and how many decimals its text has (one unless said). Output: a bar chart of response at infusion 6 in per cent (0-100,
 * higher is better) by quarter of the course's start, for starters and for completers, with Wilson
 * intervals; a quarter without a course keeps its place.
 *
 * Source: this service's definitions.
 *
 * Example: courses started in 2025-Q4 and 2026-Q2 have an empty place for 2026-Q1 between them.
 */
export function quarterlyTrendChart(outcome: CohortOutcome, decimals = 1): Chart {
  const { starters, completers } = outcome;
  const title = `Response by quarter of start: starters (n = ${starters.n}), completers (n = ${completers.n})`;
  const groups = outcome.byQuarter.map((figures) => ({ label: figures.quarter, figures }));
  const ends = [groups[0], groups.length > 1 ? groups.at(-1) : undefined]
    .filter((group) => group !== undefined)
    .map(
      ({ label, figures }) =>
        `${label}: starters ${rateInWords(figures.responseOfStarters, decimals)}; completers ${rateInWords(figures.responseOfCompleters, decimals)}.`,
    );
  return {
    type: 'bar',
    data: { labels: responseLabels(groups), datasets: responseBars(groups) },
    options: chartOptions(title, RESPONSE_SUBTITLE, {
      x: { ...categoryAxis('Quarter of the start (n = starters / completers)'), stacked: true },
      y: percentAxis('Response (%)'),
    }),
    textAlternative: inSentences(title, groups.length, [
      `${counted(groups.length, 'quarter')}.`,
      ...ends,
    ]),
    table: responseTable(title, 'Quarter', groups),
  };
}
