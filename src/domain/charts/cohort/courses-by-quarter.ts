import { quarterInWords } from '../../calendar/period.js';
import type { QuarterFigures } from '../../cohort/breakdowns.js';
import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import { countInFigures, counted, sizeInWords } from '../../numbers/words.js';
import { sum } from '../../statistics/sum.js';
import type { Chart, ChartDataset } from '../parts/chart.js';
import { categoryAxis, chartOptions, countAxis } from '../parts/chart-options.js';
import { COLORS, TRANSPARENT, faded } from '../parts/palette.js';
import { barLabel, coursesPart, labelsAbove } from '../parts/stacked-courses.js';
import { inSentences } from '../parts/wording.js';
import { latestQuarters, quarterLabels } from './quarter-axis.js';

/** What can have become of a course: from dark to light, so that no color vision is needed to tell them apart. */
const FATES = [
  { name: 'completed', label: 'Finished', words: 'finished', color: COLORS.blue, ink: COLORS.paper },
  { name: 'stopped', label: 'Stopped', words: 'stopped', color: COLORS.orange, ink: '#000000' },
  { name: 'lost', label: 'Silent', words: 'silent', color: faded(COLORS.gray, 0.5), ink: COLORS.ink },
  { name: 'underWay', label: 'Under way', words: 'under way', color: TRANSPARENT, ink: TRANSPARENT },
] as const;

const startedIn = ({ courses, underWay }: QuarterFigures) => courses + underWay;

/**
 * How many courses started in each quarter, and what became of them?
 *
 * Input: the outcome of a cohort. Output: a bar chart of counts of the last twelve quarters of the start, stacked by what became
 * of the courses: finished (infusion 6 scored or missed), stopped, silent (lost), and, hatched, still under way; its title
 * says the latest quarter, its subtitle the one before.
 *
 * Example: 12 courses started in 2026-Q4, all of them under way, have the title `Q4 2026: 12 started, 12 under way`.
 */
export function coursesByQuarterChart({ byQuarter }: CohortOutcome): Chart {
  const quarters = latestQuarters(byQuarter);
  const [latest, before] = [quarters.at(-1), quarters.at(-2)];
  const n = sum(quarters.map(startedIn));
  const title = latest === undefined ? 'Courses by quarter of their start (n = 0)' : fateInWords(latest);
  const subtitle = [
    ...(before === undefined ? [] : [`${fateInWords(before)}.`]),
    `Courses by quarter of their start (${sizeInWords(n)}). Silent: no visit for long.`,
  ];
  return {
    type: 'bar',
    data: {
      labels: quarterLabels(quarters),
      datasets: [...FATES.map((fate) => datasetOf(fate, quarters)), totals(quarters)],
    },
    options: chartOptions(title, subtitle, {
      x: { ...categoryAxis(), stacked: true },
      y: { ...countAxis('Courses'), stacked: true, grace: '8%' },
    }),
    textAlternative: inSentences(title, n, [
      `${counted(quarters.length, 'quarter')}.`,
      ...quarters
        .slice(0, -1)
        .reverse()
        .map((quarter) => `${fateInWords(quarter)}.`),
    ]),
    table: {
      caption: title,
      columns: ['Quarter', 'Started', ...FATES.map(({ label }) => label)],
      rows: quarters.map((quarter) => [quarter.quarter, startedIn(quarter), ...FATES.map(({ name }) => quarter[name])]),
    },
  };
}

/** `Q3 2026: 20 started, 14 finished, 4 stopped, 2 silent`; what nobody did is left out. */
function fateInWords(quarter: QuarterFigures): string {
  const parts = FATES.filter(({ name }) => quarter[name] > 0).map(
    ({ name, words }) => `${countInFigures(quarter[name])} ${words}`,
  );
  return `${quarterInWords(quarter.quarter)}: ${[`${countInFigures(startedIn(quarter))} started`, ...parts].join(', ')}`;
}

function datasetOf(fate: (typeof FATES)[number], quarters: readonly QuarterFigures[]): ChartDataset {
  const { name, label, color, ink } = fate;
  const isOpen = name === 'underWay';
  const counts = quarters.map((quarter) => quarter[name]);
  const labels = counts.map((count, at) => barLabel(at, countInFigures(count), 'inside', ink));
  return coursesPart({ label, counts, color, isOpen, directLabels: isOpen ? [] : labels, widestBar: 44 });
}

/** How many started, above each bar. */
function totals(quarters: readonly QuarterFigures[]): ChartDataset {
  const started = quarters.map(startedIn);
  return labelsAbove(
    started,
    started.map((count, at) => barLabel(at, countInFigures(count), 'above', COLORS.ink)),
  );
}
