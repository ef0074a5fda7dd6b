import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import type { Chart } from '../parts/chart.js';
import { categoryAxis, chartOptions, percentAxis } from '../parts/chart-options.js';
import { COLOURS, faded } from '../parts/palette.js';
import { inSentences } from '../parts/wording.js';
import { counted, inWords } from '../../numbers/words.js';

/**
 * By which infusion have those who start ever responded?
 *
 * Input: the outcome of a cohort, and how many decimals its text has (one unless said). Output: a step line of the cumulative per cent (0-100) ever
 * responded by Kaplan and Meier's estimate, with the number at risk under every infusion; it starts
 * at 0 and never falls, and ends where nobody is at risk.
 *
 * Source: Kaplan and Meier (1958), doi:10.1080/01621459.1958.10501452.
 *
 * Example: a cohort in which nobody is at risk at infusion 6 has null there.
 */
export function timeToResponseChart(outcome: CohortOutcome, decimals = 1): Chart {
  const { starters, timeToResponse } = outcome;
  const title = `Ever responded, by infusion: starters (n = ${starters.n})`;
  const steps = [{ infusion: 1, atRisk: starters.n, responses: 0, everResponded: 0 }, ...timeToResponse].map(
    ({ everResponded, ...step }) => ({
      ...step,
      percent: everResponded === null || step.atRisk === 0 ? null : 100 * everResponded,
    }),
  );
  return {
    type: 'line',
    data: {
      labels: steps.map(({ infusion, atRisk }) => [
        String(infusion),
        infusion === 1 ? `started: ${atRisk}` : `at risk: ${atRisk}`,
      ]),
      datasets: [
        {
          label: 'Ever responded (Kaplan-Meier)',
          data: steps.map(({ percent }) => percent),
          stepped: 'before',
          borderColor: COLOURS.blue,
          backgroundColor: faded(COLOURS.blue, 0.12),
          pointBackgroundColor: COLOURS.blue,
          borderWidth: 2,
          pointRadius: 4,
          fill: 'origin',
          spanGaps: false,
          clip: 8,
        },
      ],
    },
    options: chartOptions(
      title,
      ['First response at any infusion, also one lost again later:', 'not the same as response at infusion 6.'],
      { x: categoryAxis('Infusion'), y: percentAxis('Ever responded (%)') },
    ),
    textAlternative: inSentences(title, starters.n, [
      `Estimated as Kaplan and Meier do, because some stop before they respond.`,
      ...steps
        .filter(({ infusion, percent }) => infusion > 1 && percent !== null)
        .map(
          ({ infusion, atRisk, responses, percent }) =>
            `Infusion ${infusion}: ${inWords(percent, decimals)} %, ${counted(responses, 'first response')} among ${atRisk} at risk.`,
        ),
    ]),
    table: {
      caption: title,
      columns: ['Infusion', 'At risk', 'First responses', 'Ever responded (%)'],
      rows: steps.map(({ infusion, atRisk, responses, percent }) => [infusion, atRisk, responses, percent]),
    },
  };
}
