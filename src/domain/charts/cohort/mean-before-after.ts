import type { CohortOutcome } from '../../cohort/cohort-outcome.js';
import type { Description } from '../../statistics/describe.js';
import { roomForWords, severityBandsOption } from '../parts/bands.js';
import type { Chart } from '../parts/chart.js';
import { categoryAxis, chartOptions, scoreAxis } from '../parts/chart-options.js';
import { whiskers } from '../parts/interval-datasets.js';
import { COLORS, faded, weighted } from '../parts/palette.js';
import { inSentences } from '../parts/wording.js';
import { inWords, sizeInWords } from '../../numbers/words.js';
import { isFew } from '../../statistics/small-numbers.js';
import { intervalInWords } from '../../statistics/words.js';

interface Group {
  label: string;
  before: Description;
  after: Description;
}

type Whom = 'completers' | 'with-responders';

const POINTS_IN_TIME = [
  { key: 'before', label: 'Infusion 1', color: faded(COLORS.gray, 0.6), border: COLORS.muted },
  { key: 'after', label: 'Infusion 6', color: faded(COLORS.blue, 0.6), border: COLORS.blue },
] as const;

/**
 * From where to where did the mean score fall: of all who have both scores, and of the responders among them?
 *
 * Input: the outcome of a cohort, and whom of it to show. Output: a bar chart of the mean scores (0-64 points, down is better) at infusion
 * 1 and 6 with their 95 % intervals, for completers and for responders, with n and both means under each;
 * no bar of nobody, and a gray one of fewer than ten.
 *
 * Example: completers with 40 and 20 at infusion 1 and 10 and 12 at infusion 6 have bars of 30 and 11.
 */
export function meanBeforeAfterChart(outcome: CohortOutcome, whom: Whom = 'with-responders'): Chart {
  const groups = groupsOf(outcome).slice(0, whom === 'completers' ? 1 : 2);
  const title = titleOf(groups);
  return {
    type: 'bar',
    data: {
      labels: groups.map(labelOf),
      datasets: [
        ...POINTS_IN_TIME.map(({ key, label, color, border }) => ({
          label,
          data: groups.map((group) => group[key].mean),
          backgroundColor: groups.map(({ before }) => weighted(color, before.n)),
          borderColor: border,
          borderWidth: 1,
          pointStyle: 'rect',
          stack: label,
          maxBarThickness: 80,
        })),
        ...POINTS_IN_TIME.map(({ key, label }) =>
          whiskers(
            `95 % interval, ${label.toLowerCase()}`,
            groups.map((group) => group[key].ci95),
            label,
          ),
        ),
      ],
    },
    options: optionsOf(title, groups),
    textAlternative: inSentences(title, groups[0]?.before.n ?? 0, [
      ...groups.map(groupInWords),
      'Lower scores are better.',
    ]),
    table: tableOf(title, groups),
  };
}

function tableOf(caption: string, groups: readonly Group[]): Chart['table'] {
  return {
    caption,
    columns: ['Group', 'Infusion', 'n', 'Mean', '95 % from', '95 % to'],
    rows: groups.flatMap(({ label, before, after }) =>
      [before, after].map(({ n, mean, ci95 }, at) => [label, at === 0 ? 1 : 6, n, mean, ...ci95]),
    ),
  };
}

function titleOf(groups: readonly Group[]): string {
  const who = groups.map(({ label, before }) => `${label.toLowerCase()} (${sizeInWords(before.n)})`);
  return `Mean score before and after: ${who.join(', ')}`;
}

function groupsOf({ completers, trajectoryOfResponders }: CohortOutcome): Group[] {
  const [before, , , , , after] = trajectoryOfResponders as [
    ...[Description, Description, Description, Description, Description, Description],
  ];
  return [
    { label: 'Completers', before: completers.baseline, after: completers.endpoint },
    { label: 'Responders only', before, after },
  ];
}

function optionsOf(title: string, groups: readonly Group[]): Chart['options'] {
  const subtitle = [
    'Completers: scored at infusions 1 and 6. Responders are chosen among them for their result.',
    'Thin lines: 95 % interval of the mean (Student t). Lower is better.',
    ...(groups.some(({ before }) => isFew(before.n)) ? ['Gray: fewer than 10 courses.'] : []),
  ];
  const { plugins, ...options } = chartOptions(title, subtitle, {
    x: { ...categoryAxis('Group'), stacked: true },
    y: { ...scoreAxis('Mean CUDOS score (0-64)'), stacked: false },
    yWords: roomForWords(),
  });
  return {
    ...options,
    plugins: { ...plugins, severityBands: severityBandsOption({ fill: true, beside: true }) },
  };
}

function labelOf({ label, before, after }: Group): string[] {
  const means = before.n === 0 ? [] : [`${inWords(before.mean)} to ${inWords(after.mean)}`];
  return [label, sizeInWords(before.n), ...means];
}

function groupInWords({ label, before, after }: Group): string {
  if (before.n === 0) return `${label}: nobody.`;
  const said = [before, after].map(({ mean, ci95 }) => `${inWords(mean)} (95 % interval ${intervalInWords(ci95)})`);
  return `${label} (${sizeInWords(before.n)}): mean ${said[0]} at infusion 1, ${said[1]} at infusion 6.`;
}
