import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import { SEVERITY_BANDS } from '../../cudos/severity.js';
import type { Chart } from '../parts/chart.js';
import { responseBars, responseInWords, responseLabels, responseOptions, responseTable } from './response-bars.js';
import { inSentences } from '../parts/wording.js';
import { sizeInWords } from '../../numbers/words.js';

/**
 * Does response depend on how severe the depression was at the start?
 *
 * Input: the outcome of a cohort, and how many decimals its text has (one unless said). Output: a bar chart of response at infusion 6 in percent (0-100,
 * higher is better) by severity band of the baseline, for starters and for completers, with Wilson
 * intervals.
 *
 * Source: Zimmerman (2008), doi:10.1016/j.comppsych.2007.10.006.
 *
 * Example: a cohort without severe baselines has no bars there, and `n = 0 / 0` under the band.
 */
export function responseByBaselineBandChart(outcome: CohortOutcome, decimals = 1): Chart {
  const { starters, completers } = outcome;
  const title = `Response by baseline band: starters (${sizeInWords(starters.n)}), completers (${sizeInWords(completers.n)})`;
  const groups = SEVERITY_BANDS.map(({ name, label, from, to }) => ({
    label: `${label} ${from}-${to}`,
    figures: outcome.byBaselineBand[name],
  }));
  const said = groups.filter(({ figures }) => figures.starters > 0).map((group) => responseInWords(group, decimals));
  return {
    type: 'bar',
    data: { labels: responseLabels(groups), datasets: responseBars(groups) },
    options: responseOptions(title, 'Severity band at infusion 1'),
    textAlternative: inSentences(title, starters.n, said),
    table: responseTable(title, 'Baseline band', groups),
  };
}
