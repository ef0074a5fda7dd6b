import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import type { Chart } from '../parts/chart.js';
import { categoryAxis, chartOptions, countAxis } from '../parts/chart-options.js';
import { COLORS } from '../parts/palette.js';
import { inSentences } from '../parts/wording.js';
import { countInFigures, counted, sizeInWords } from '../../numbers/words.js';

/**
 * Where were those last scored who have no score at infusion 6?
 *
 * Input: the outcome of a cohort. Output: a bar chart of counts of starters without a score at infusion 6 by last
 * scored infusion. The chart of attrition without its reasons, which single out too few.
 *
 * Example: two starters last scored at infusion 2 are a bar of 2 there.
 */
export function lastScoredChart({ attrition, starters, ladder }: CohortOutcome): Chart {
  const before6 = attrition.slice(0, -1);
  const missing = starters.n - ladder.withInfusion6;
  const title = `Last scored infusion: starters without infusion 6 (${sizeInWords(missing)} of ${countInFigures(starters.n)})`;
  const rows = before6.map(({ lastScoredInfusion, count }) => [lastScoredInfusion, count]);
  return {
    type: 'bar',
    data: {
      labels: rows.map(([infusion, count]) => [String(infusion), sizeInWords(count ?? 0)]),
      datasets: [
        {
          label: 'Starters',
          data: before6.map(({ count }) => count),
          backgroundColor: COLORS.blue,
          borderColor: COLORS.paper,
          borderWidth: 1,
          pointStyle: 'rect',
          maxBarThickness: 90,
        },
      ],
    },
    options: chartOptions(title, ['Infusion 6 is left out, it would dwarf the rest.'], {
      x: categoryAxis('Last scored infusion'),
      y: countAxis('Starters'),
    }),
    textAlternative: inSentences(title, starters.n, [
      `Scored at infusion 6: ${countInFigures(ladder.withInfusion6)} of ${counted(starters.n, 'starter')}.`,
      ...rows.map(([infusion, count]) => `Infusion ${infusion}: ${counted(count ?? 0, 'starter')}.`),
    ]),
    table: { caption: title, columns: ['Last scored infusion', 'Starters'], rows },
  };
}
