import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import type { Chart } from '../parts/chart.js';
import { responseBars, responseInWords, responseLabels, responseOptions, responseTable } from './response-bars.js';
import { inSentences } from '../parts/wording.js';
import { counted } from '../../numbers/words.js';

/**
 * Does response change from quarter to quarter?
 *
 * Input: the outcome of a cohort, and how many decimals its text has (one unless said). Output: a bar chart of response at infusion 6 in percent (0-100,
 * higher is better) by quarter of the course's start, for starters and for completers, with Wilson
 * intervals; a quarter without a course keeps its place.
 *
 * Example: courses started in 2025-Q4 and 2026-Q2 have an empty place for 2026-Q1 between them.
 */
export function quarterlyTrendChart(outcome: CohortOutcome, decimals = 1): Chart {
  const { starters, completers } = outcome;
  const title = `Response by quarter of start: starters (n = ${starters.n}), completers (n = ${completers.n})`;
  const groups = outcome.byQuarter.map((figures) => ({ label: figures.quarter, figures }));
  const ends = groups.filter((_group, at) => at === 0 || at === groups.length - 1);
  return {
    type: 'bar',
    data: { labels: responseLabels(groups), datasets: responseBars(groups) },
    options: responseOptions(title, 'Quarter of the start'),
    textAlternative: inSentences(title, groups.length, [
      `${counted(groups.length, 'quarter')}.`,
      ...ends.map((group) => responseInWords(group, decimals)),
    ]),
    table: responseTable(title, 'Quarter', groups),
  };
}
