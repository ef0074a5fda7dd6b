import type { AttritionStep } from '../../cohort/attrition.js';
import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import { endingLabel } from '../../course/judgement/ending.js';
import type { Chart, ChartDataset, ChartTable } from '../parts/chart.js';
import { categoryAxis, chartOptions, countAxis } from '../parts/chart-options.js';
import { COLORS, TRANSPARENT, faded } from '../parts/palette.js';
import { barLabel } from '../parts/stacked-courses.js';
import { inSentences } from '../parts/wording.js';
import { sum } from '../../statistics/sum.js';
import { countInFigures, counted, sizeInWords } from '../../numbers/words.js';

/** By frequency of the reason, from dark to light, so that no color vision is needed to tell them apart. */
const REASON_COLORS = [
  { color: COLORS.blue, ink: COLORS.paper },
  { color: COLORS.orange, ink: '#000000' },
  { color: COLORS.yellow, ink: '#000000' },
] as const;
const OTHER_FILL = { color: faded(COLORS.ink, 0.5), ink: '#000000' };
const MISSED = 'completed';

/** What is drawn of the ends of courses: one reason, or several together. */
interface Part {
  label: string;
  reasons: readonly string[];
  /** Null: hatched. */
  fill: { color: string; ink: string } | null;
}

/**
 * Where were those last scored who have no score at infusion 6, and why did they end there?
 *
 * Input: the outcome of a cohort. Output: a bar chart of counts of starters without a score at
 * infusion 6 by last scored infusion, stacked by reason: completed courses (infusion 6 missed)
 * lowest, hatched, then the three most frequent of the reasons for stopping and of no further visit, and the others
 * together, which text and table part.
 *
 * Example: two starters last scored at infusion 2 who stopped for cost are a bar of 2 there.
 */
export function attritionChart(outcome: CohortOutcome): Chart {
  const { attrition, ladder, starters } = outcome;
  const before6 = attrition.slice(0, -1);
  const missing = before6.reduce((total, { count }) => total + count, 0);
  const title = `Last scored infusion: starters without infusion 6 (${sizeInWords(missing)} of ${countInFigures(starters.n)})`;
  const reasons = reasonsOf(before6);
  const parts = partsOf(reasons);
  return {
    type: 'bar',
    data: {
      labels: before6.map(({ lastScoredInfusion, count }) => [String(lastScoredInfusion), sizeInWords(count)]),
      datasets: parts.map((part) => datasetOf(part, before6)),
    },
    options: chartOptions(
      title,
      [
        'Stacked by the reason for ending there; infusion 6 is left out, it would dwarf the rest.',
        ...othersInWords(parts.at(-1)),
      ],
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
    table: tableOf(title, before6, reasons),
  };
}

function tableOf(caption: string, attrition: readonly AttritionStep[], reasons: readonly string[]): ChartTable {
  return {
    caption,
    columns: ['Last scored infusion', 'Starters', ...reasons.map(labelOf)],
    rows: attrition.map((step) => [
      step.lastScoredInfusion,
      step.count,
      ...reasons.map((reason) => step.reasons[reason] ?? 0),
    ]),
  };
}

function reasonsOf(attrition: readonly AttritionStep[]): string[] {
  const totals = new Map<string, number>();
  for (const { reasons } of attrition) {
    for (const [reason, count] of Object.entries(reasons)) {
      totals.set(reason, (totals.get(reason) ?? 0) + count);
    }
  }
  const rank = ([reason, count]: [string, number]) => (reason === MISSED ? Infinity : count);
  return [...totals].sort((a, b) => rank(b) - rank(a) || (a[0] < b[0] ? -1 : 1)).map(([reason]) => reason);
}

function partsOf(reasons: readonly string[]): Part[] {
  const others = reasons.filter((reason) => reason !== MISSED);
  const rest = others.slice(REASON_COLORS.length);
  const [only = ''] = rest;
  return [
    ...(others.length < reasons.length ? [{ label: labelOf(MISSED), reasons: [MISSED], fill: null }] : []),
    ...REASON_COLORS.slice(0, others.length).map((fill, at) => {
      const reason = others[at] ?? '';
      return { label: labelOf(reason), reasons: [reason], fill };
    }),
    ...(rest.length === 0
      ? []
      : [{ label: rest.length === 1 ? labelOf(only) : 'Other reasons', reasons: rest, fill: OTHER_FILL }]),
  ];
}

function datasetOf({ label, reasons: own, fill }: Part, attrition: readonly AttritionStep[]): ChartDataset {
  const counts = attrition.map(({ reasons }) => sum(own.map((reason) => reasons[reason] ?? 0)));
  return {
    label,
    data: counts,
    backgroundColor: fill?.color ?? TRANSPARENT,
    borderColor: fill === null ? COLORS.muted : COLORS.paper,
    borderWidth: 1,
    ...(fill === null && { hatched: counts.map((count) => count > 0) }),
    directLabels:
      fill === null ? [] : counts.map((count, at) => barLabel(at, countInFigures(count), 'inside', fill.ink)),
    pointStyle: 'rect',
    maxBarThickness: 90,
  };
}

function othersInWords(last: Part | undefined): string[] {
  if (last === undefined || last.reasons.length < 2) return [];
  return [
    `Other reasons, each in the table: ${last.reasons.map((reason) => labelOf(reason).toLowerCase()).join(', ')}.`,
  ];
}

function labelOf(reason: string): string {
  return reason === MISSED ? 'Completed, infusion 6 missed' : endingLabel(reason);
}

function reasonsInWords({ count, reasons }: AttritionStep): string {
  const said = Object.entries(reasons).map(([reason, n]) => `${labelOf(reason)} ${n}`);
  return `${counted(count, 'starter')} (${said.join(', ')})`;
}
