import { baselineOf } from '../../course/judgement/baseline.js';
import { sixScoresOf, type CourseRecord } from '../../course/record/course-record.js';
import { REMISSION_RULES } from '../../course/judgement/remission.js';
import { responseCutOff } from '../../course/judgement/response.js';
import type { ChartDataset, Json } from '../parts/chart.js';
import type { TimelinePoint } from './course-timeline.js';
import { COLORS, nameColorOf } from '../parts/palette.js';

type Style = { borderColor: string; [option: string]: Json };

/** Each series also has a dash or point style of its own. */
const { blue, vermilion, ink, paper } = COLORS;

const SERIES_STYLE: Style = { borderColor: blue, backgroundColor: blue, pointStyle: 'circle' };
const AFTER_SERIES_STYLE: Style = {
  borderColor: ink,
  backgroundColor: ink,
  pointStyle: 'rectRot',
  borderDash: [2, 3],
};
const GAP_POINT_STYLES: Readonly<Record<TimelinePoint['state'], string>> = {
  missed: 'circle',
  unresolved: 'triangle',
  scored: 'rect',
};

/** Points above the lines, lines above the bands. */
const ORDER = { points: 1, lines: 2 };

/**
 * Which series show the scores of a course?
 *
 * Input: the visits of the series and those after it. Output: totals 0-64 by day, lower is better, as one
 * series for the infusions and, where there are later visits, one of its own for them. A visit without a
 * total breaks the line.
 *
 * A score after the series never replaces one within it.
 *
 * @example scoreDatasets(series, []).map(({ label }) => label) // ['Score at infusion']
 */
export function scoreDatasets(series: readonly TimelinePoint[], after: readonly TimelinePoint[]): ChartDataset[] {
  const infusions = scoreDataset('Score at infusion', series, SERIES_STYLE);
  if (after.length === 0) return [infusions];
  return [infusions, scoreDataset('Score after the series', after, AFTER_SERIES_STYLE)];
}

/**
 * Which marks show that a visit has no score, and why?
 *
 * Input: visits. Output: hollow marks on the axis, one series for each reason, because its label is what
 * legend and tooltip can show without code. Empty when every visit has a total.
 *
 * @example gapDatasets([visit missed for illness]).map(({ label }) => label) // ['Missed: ill on the day']
 */
export function gapDatasets(points: readonly TimelinePoint[]): ChartDataset[] {
  const labels = new Set(points.flatMap(({ gap }) => (gap === null ? [] : [gap])));
  return [...labels].map((label) =>
    gapDataset(
      label,
      points.filter(({ gap }) => gap === label),
    ),
  );
}

/**
 * Which lines show what the patient's scores are measured against?
 *
 * Input: a course, and the first and the last label of the axis. Output: half of the patient's own
 * baseline, dashed, and the highest total in remission, solid; each label gives its value in points.
 * Without a baseline above 0 the dashed line is left out.
 *
 * Source: `responseCutOff` and `REMISSION_RULES`.
 *
 * @example levelDatasets(course from 40, '2026-03-01', '2026-03-20').map(({ label }) => label)
 * // ['Response: 50 % of baseline (20)', 'Remission: below 20 (line at 19)']
 */
export function levelDatasets(course: CourseRecord, first: string, last: string): ChartDataset[] {
  const line = (label: string, name: string, level: number, style: Style) => ({
    label,
    data: [
      { x: first, y: level },
      { x: last, y: level },
    ],
    pointStyle: 'line',
    pointRadius: 0,
    pointHitRadius: 0,
    pointHoverRadius: 0,
    order: ORDER.lines,
    lineName: { text: name, color: nameColorOf(style.borderColor) },
    ...style,
  });
  const { label, highest } = REMISSION_RULES['below-20'];
  const remission = line(`${label} (line at ${highest})`, label, highest, {
    borderColor: vermilion,
    borderWidth: 2,
  });
  const cutOff = responseCutOff(baselineOf(sixScoresOf(course)) ?? 0);
  if (cutOff === null) return [remission];
  const response = line(`Response: 50 % of baseline (${cutOff})`, `Response: ${cutOff}`, cutOff, {
    borderColor: ink,
    borderDash: [4, 3],
    borderWidth: 1.5,
  });
  return [response, remission];
}

function scoreDataset(label: string, points: readonly TimelinePoint[], style: Style): ChartDataset {
  return {
    label,
    data: points.map(({ day, total }) => ({ x: day, y: total })),
    spanGaps: false,
    borderWidth: 2.5,
    pointRadius: 5,
    pointHoverRadius: 7,
    clip: false,
    order: ORDER.points,
    lineName: { text: label, color: nameColorOf(style.borderColor) },
    ...style,
  };
}

function gapDataset(label: string, visits: readonly TimelinePoint[]): ChartDataset {
  return {
    label,
    data: visits.map(({ day }) => ({ x: day, y: 0 })),
    showLine: false,
    pointStyle: GAP_POINT_STYLES[visits[0]?.state ?? 'missed'],
    pointRadius: 5,
    pointHoverRadius: 7,
    borderColor: ink,
    borderWidth: 1.5,
    backgroundColor: paper,
    clip: false,
    order: ORDER.points,
  };
}
