import type { AttritionStep } from '../../cohort/attrition.js';
import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import { endingLabel } from '../../course/judgement/ending.js';
import type { Chart, ChartDataset } from '../parts/chart.js';
import { categoryAxis, chartOptions, countAxis } from '../parts/chart-options.js';
import { COLORS } from '../parts/palette.js';
import { inSentences } from '../parts/wording.js';
import { countInFigures, counted, sizeInWords } from '../../numbers/words.js';

/** By frequency of the reason; neighbors differ in lightness, not only in hue. */
const REASON_COLORS = [
  COLORS.vermilion,
  COLORS.skyBlue,
  COLORS.purple,
  COLORS.green,
  COLORS.yellow,
  COLORS.blue,
  COLORS.orange,
  COLORS.gray,
  COLORS.muted,
];

/**
 * Where were those last scored who have no score at infusion 6, and why did they end there?
 *
 * Input: the outcome of a cohort. Output: a bar chart of counts of starters without a score at
 * infusion 6 by last scored infusion, stacked by reason: completed courses (infusion 6 missed)
 * lowest, then the reasons for stopping, and no further visit, by their frequency.
 *
 * Example: two starters last scored at infusion 2 who stopped for cost are a bar of 2 there.
 */
export function attritionChart(outcome: CohortOutcome): Chart {
  const { attrition, ladder, starters } = outcome;
  const before6 = attrition.slice(0, -1);
  const missing = before6.reduce((total, { count }) => total + count, 0);
  const title = `Last scored infusion: starters without infusion 6 (${sizeInWords(missing)} of ${countInFigures(starters.n)})`;
  const reasons = reasonsOf(before6);
  return {
    type: 'bar',
    data: {
      labels: before6.map(({ lastScoredInfusion, count }) => [String(lastScoredInfusion), sizeInWords(count)]),
      datasets: reasons.map((reason, i) => reasonDataset(reason, i, before6)),
    },
    options: chartOptions(
      title,
      ['Stacked by the reason for ending there; infusion 6 is left out, it would dwarf the rest.'],
      {
        x: { ...categoryAxis('Last scored infusion'), stacked: true },
        y: { ...countAxis('Starters'), stacked: true },
      },
    ),
    textAlternative: inSentences(title, starters.n, [
      `Scored at infusion 6: ${countInFigures(ladder.withInfusion6)} of ${counted(starters.n, 'starter')}.`,
      ...before6
        .filter(({ count }) => count > 0)
        .map((step) => `Infusion ${step.lastScoredInfusion}: ${reasonsInWords(step)}.`),
    ]),
    table: {
      caption: title,
      columns: ['Last scored infusion', 'Starters', ...reasons.map(labelOf)],
      rows: before6.map((step) => [
        step.lastScoredInfusion,
        step.count,
        ...reasons.map((reason) => step.reasons[reason] ?? 0),
      ]),
    },
  };
}

function reasonsOf(attrition: readonly AttritionStep[]): string[] {
  const totals = new Map<string, number>();
  for (const { reasons } of attrition) {
    for (const [reason, count] of Object.entries(reasons)) {
      totals.set(reason, (totals.get(reason) ?? 0) + count);
    }
  }
  const rank = ([reason, count]: [string, number]) => (reason === 'completed' ? Infinity : count);
  return [...totals].sort((a, b) => rank(b) - rank(a) || (a[0] < b[0] ? -1 : 1)).map(([reason]) => reason);
}

function reasonDataset(reason: string, position: number, attrition: readonly AttritionStep[]): ChartDataset {
  const color = REASON_COLORS[position % REASON_COLORS.length] ?? COLORS.gray;
  return {
    label: labelOf(reason),
    data: attrition.map(({ reasons }) => reasons[reason] ?? 0),
    backgroundColor: reason === 'completed' ? COLORS.ink : color,
    borderColor: COLORS.paper,
    borderWidth: 1,
    pointStyle: 'rect',
    maxBarThickness: 90,
  };
}

function labelOf(reason: string): string {
  return reason === 'completed' ? 'Completed, infusion 6 missed' : endingLabel(reason);
}

function reasonsInWords({ count, reasons }: AttritionStep): string {
  const said = Object.entries(reasons).map(([reason, n]) => `${labelOf(reason)} ${n}`);
  return `${counted(count, 'starter')} (${said.join(', ')})`;
}
