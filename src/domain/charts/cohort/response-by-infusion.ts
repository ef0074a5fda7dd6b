import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import type { Chart } from '../parts/chart.js';
import { categoryAxis, chartOptions, percentAxis } from '../parts/chart-options.js';
import { intervalBars } from '../parts/interval-bars.js';
import { inSentences } from '../parts/wording.js';
import { readableRate } from '../../statistics/small-numbers.js';
import { rateInWords } from '../../statistics/words.js';
import { countInFigures, sizeInWords } from '../../numbers/words.js';

const LOST_AGAIN = 'A response that is lost again later counts too: not the same as response at infusion 6.';

/**
 * Which share of those who started had responded by each infusion?
 *
 * Input: the outcome of a cohort, and how many decimals its text has (one unless said). Output: a bar chart of the cumulative
 * response in percent (0-100) of all starters at infusions 2 to 6, with Wilson intervals and count of n under each; it
 * never falls. Of fewer than ten starters the bars are gray, of fewer than five there are none.
 *
 * Example: 12 of 172 starters who responded by infusion 2 are a bar of 7 %, with `12 of 172` under it.
 */
export function responseByInfusionChart({ starters, cumulativeResponse }: CohortOutcome, decimals = 1): Chart {
  const steps = cumulativeResponse.map((step) => ({ ...step, ...readableRate(step) }));
  const title = `Response by infusion: starters (${sizeInWords(starters.n)})`;
  return {
    type: 'bar',
    data: {
      labels: steps.map(({ infusion, count, n }) => [
        String(infusion),
        `${countInFigures(count)} of ${countInFigures(n)}`,
      ]),
      datasets: intervalBars(
        'Responded by this infusion',
        steps.map((step) => ({ ...step, value: step.percent })),
      ),
    },
    options: chartOptions(
      title,
      [
        'First response at that infusion or before; who stopped without one counts as not responded.',
        LOST_AGAIN,
        'Thin lines: 95 % Wilson interval.',
      ],
      { x: { ...categoryAxis('By infusion'), stacked: true }, y: percentAxis('Responded so far (%)') },
    ),
    textAlternative: inSentences(title, starters.n, [
      ...steps.map((step) => `By infusion ${step.infusion}: ${rateInWords(step, decimals)}.`),
      LOST_AGAIN,
    ]),
    table: {
      caption: title,
      columns: ['By infusion', 'Responded', 'n', 'Responded so far (%)', '95 % from', '95 % to'],
      rows: steps.map(({ infusion, count, n, percent, ci95 }) => [infusion, count, n, percent, ...ci95]),
    },
  };
}
