import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import type { Figure } from '../../cohort/figures.js';
import { ANALYSIS_SETS, FEWEST_FOR_MODEL } from '../../cohort/sets.js';
import type { Chart } from '../parts/chart.js';
import { categoryAxis, chartOptions, pointsAxis } from '../parts/chart-options.js';
import { intervalBars } from '../parts/interval-bars.js';
import { inSentences } from '../parts/wording.js';
import { inWords, sizeInWords } from '../../numbers/words.js';
import { intervalInWords } from '../../statistics/words.js';

const SUBTITLE = [
  'Completers: scored at infusions 1 and 6. Last observed: by the last score. Post-series: by the score after the series.',
  `Model-based: had those who stopped gone on like those whose scores were alike; from ${FEWEST_FOR_MODEL} completers on.`,
  'Thin lines: 95 % interval. Gray: fewer than 10 courses.',
];

/**
 * By how much did the mean fall, and how much of that depends on who is counted?
 *
 * Input: the outcome of a cohort, with the model-based estimate where it was computed. Output: a bar chart of the mean
 * reduction (points, positive is better) with its 95 % interval by analysis set, with n and both under each bar; a gray bar
 * of fewer than ten courses, no bar where nothing is known.
 *
 * Example: completers who fell by 23.8 points beside a model-based fall of 20.8 of all who started.
 */
export function reductionBySetChart({ figures, starters }: CohortOutcome): Chart {
  const sets = figures.filter(({ name }) => name === 'meanReduction');
  const title = `Mean reduction by who is counted: starters (${sizeInWords(starters.n)})`;
  return {
    type: 'bar',
    data: {
      labels: sets.map(labelOf),
      datasets: intervalBars('Mean reduction', sets),
    },
    options: chartOptions(title, SUBTITLE, {
      x: { ...categoryAxis('Analysis set'), stacked: true },
      y: pointsAxis('Mean reduction (points)'),
    }),
    textAlternative: inSentences(title, starters.n, [...sets.map(setInWords), 'A larger reduction is better.']),
    table: {
      caption: title,
      columns: ['Set', 'In trials', 'n', 'Mean reduction (points)', '95 % from', '95 % to'],
      rows: sets.map(({ set, n, value, ci95 }) => {
        const { label, fieldTerm } = ANALYSIS_SETS[set];
        return [label, fieldTerm, n, value, ...ci95];
      }),
    },
  };
}

function labelOf({ set, n, value, ci95 }: Figure): string[] {
  const said = value === null ? ['not known'] : [`${inWords(value)} (${intervalInWords(ci95)})`];
  return [ANALYSIS_SETS[set].label, sizeInWords(n), ...said];
}

function setInWords({ set, n, value, ci95 }: Figure): string {
  const { label } = ANALYSIS_SETS[set];
  if (value === null) return `${label} (${sizeInWords(n)}): not known.`;
  return `${label} (${sizeInWords(n)}): ${inWords(value)} points (95 % interval ${intervalInWords(ci95)}).`;
}
