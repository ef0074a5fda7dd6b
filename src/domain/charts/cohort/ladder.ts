import type { AttritionStep } from '../../cohort/attrition.js';
import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import { INFUSION_NUMBERS, LAST_INFUSION } from '../../course/record/slots.js';
import { countInFigures, counted, sizeInWords } from '../../numbers/words.js';
import { sum } from '../../statistics/sum.js';
import type { Chart, ChartDataset } from '../parts/chart.js';
import { categoryAxis, chartOptions, countAxis } from '../parts/chart-options.js';
import { COLORS, TRANSPARENT, faded } from '../parts/palette.js';
import { barLabel, coursesPart, labelsAbove } from '../parts/stacked-courses.js';
import { inSentences } from '../parts/wording.js';

/** What can have become of those who are lost at a step, and of those who are not counted yet. */
const PARTS = [
  { name: 'there', label: 'Scored there or later', color: COLORS.blue },
  { name: 'stopped', label: 'Stopped before it', color: COLORS.orange },
  { name: 'lost', label: 'Silent before it', color: faded(COLORS.gray, 0.5) },
  { name: 'completed', label: 'Infusion 6 missed', color: COLORS.ink },
  { name: 'underWay', label: 'Under way', color: TRANSPARENT },
] as const;

type PartName = (typeof PARTS)[number]['name'];
type Losses = Record<'stopped' | 'lost' | 'completed', number>;
type Step = Record<PartName, number> & { label: string };

const NOBODY: Losses = { stopped: 0, lost: 0, completed: 0 };

/**
 * Who of those who started is lost where?
 *
 * Input: the outcome of a cohort. Output: a bar chart of counts, a bar for the start and for each infusion. What is solid is
 * scored there or later; above it are those who were scored before and never again: stopped, silent (lost), or completed with
 * infusion 6 missed. With what is above it a bar is as high as the solid part of the one before. Courses under way are
 * hatched at the start, and in no other bar. Its title says where most are lost.
 *
 * Example: of two starters one is scored 40, 30 and stops, the other six times: 2 at infusion 2, and 1 with 1 stopped at 3.
 */
export function ladderChart(outcome: CohortOutcome): Chart {
  const { ladder, byQuarter } = outcome;
  const steps = stepsOf(outcome);
  const started = ladder.courses + sum(byQuarter.map(({ underWay }) => underWay));
  const title = titleOf(outcome);
  return {
    type: 'bar',
    data: {
      labels: ['Start', ...INFUSION_NUMBERS.map(String)],
      datasets: [...shownParts(steps).map((part) => datasetOf(part, steps)), losses(steps)],
    },
    options: chartOptions(
      title,
      [`Courses that started (${sizeInWords(started)}), and where each was scored last. Silent: no visit for long.`],
      { x: { ...categoryAxis('Infusion'), stacked: true }, y: { ...countAxis('Courses'), stacked: true, grace: '8%' } },
    ),
    textAlternative: inSentences(title, started, steps.map(stepInWords)),
    table: {
      caption: title,
      columns: ['Step', ...PARTS.map(({ label }) => label)],
      rows: steps.map((step) => [step.label, ...PARTS.map(({ name }) => step[name])]),
    },
  };
}

function stepsOf({ ladder, attrition, byQuarter }: CohortOutcome): Step[] {
  const losses = attrition.map(lossesOf);
  const underWay = sum(byQuarter.map((quarter) => quarter.underWay));
  const all = (name: keyof Losses) => sum(byQuarter.map((quarter) => quarter[name]));
  const known = (name: keyof Losses) => sum(losses.map((loss) => loss[name]));
  // Courses without a baseline have no step of their own: they are all that are left.
  const unscored: Losses = {
    stopped: all('stopped') - known('stopped'),
    lost: all('lost') - known('lost'),
    completed: all('completed') - known('completed'),
  };
  const scoredFrom = (at: number) => sum(attrition.slice(at).map(({ count }) => count));
  return [
    { label: 'Started', there: ladder.courses, ...NOBODY, underWay },
    ...attrition.map(({ lastScoredInfusion }, at) => ({
      label: `Infusion ${lastScoredInfusion}`,
      there: scoredFrom(at),
      ...(at === 0 ? unscored : (losses[at - 1] ?? NOBODY)),
      underWay: 0,
    })),
  ];
}

function lossesOf({ count, reasons }: AttritionStep): Losses {
  const [completed = 0, lost = 0] = [reasons['completed'], reasons['noFurtherVisit']];
  return { completed, lost, stopped: count - completed - lost };
}

function titleOf({ ladder, attrition, starters }: CohortOutcome): string {
  const before = attrition.filter(({ lastScoredInfusion }) => lastScoredInfusion < LAST_INFUSION);
  const most = before.reduce<AttritionStep | null>((one, step) => (step.count > (one?.count ?? 0) ? step : one), null);
  const scored = `Scored at infusion 6: ${countInFigures(ladder.withInfusion6)} of ${counted(starters.n, 'starter')}`;
  if (most === null) return scored;
  return `${scored}; the largest loss is after infusion ${most.lastScoredInfusion} (${countInFigures(most.count)} of ${countInFigures(starters.n - ladder.withInfusion6)})`;
}

function stepInWords(step: Step): string {
  const parts = [
    step.stopped > 0 && `${countInFigures(step.stopped)} stopped before it`,
    step.lost > 0 && `${countInFigures(step.lost)} silent before it`,
    step.completed > 0 && `${countInFigures(step.completed)} without infusion 6`,
    step.underWay > 0 && `${countInFigures(step.underWay)} under way`,
  ].filter((part) => typeof part === 'string');
  return `${step.label}: ${[countInFigures(step.there), ...parts].join(', ')}.`;
}

function datasetOf({ name, label, color }: (typeof PARTS)[number], steps: readonly Step[]): ChartDataset {
  const counts = steps.map((step) => step[name]);
  const labels = counts.map((count, at) => barLabel(at, countInFigures(count), 'inside', COLORS.paper));
  return coursesPart({
    label,
    counts,
    color,
    isOpen: name === 'underWay',
    directLabels: name === 'there' ? labels : [],
    widestBar: 60,
  });
}

/** What nobody is in is not in the legend. */
function shownParts(steps: readonly Step[]): (typeof PARTS)[number][] {
  return PARTS.filter(({ name }) => name === 'there' || steps.some((step) => step[name] > 0));
}

/** How many are lost, above each bar, however thin their part of it is. */
function losses(steps: readonly Step[]): ChartDataset {
  const lost = steps.map((step) => step.stopped + step.lost + step.completed);
  return labelsAbove(
    steps.map(({ there, underWay }, at) => there + underWay + (lost[at] ?? 0)),
    lost.flatMap((count, at) => (count === 0 ? [] : [barLabel(at, `−${countInFigures(count)}`, 'above', COLORS.ink)])),
  );
}
