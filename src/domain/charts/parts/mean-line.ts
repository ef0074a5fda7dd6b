import type { Description } from '../../statistics/describe.js';
import type { ChartDataset } from './chart.js';
import { nameColorOf, weighted } from './palette.js';

/** What is drawn as a line of means: a group, its scores at each infusion, and how it looks. */
export interface MeanLine {
  label: string;
  points: readonly Description[];
  color: string;
  borderDash: number[];
}

/** Their means (0-64 points); a gap where nobody was scored, and gray points where fewer than 10 were. */
export function meanLine({ label, points, color, borderDash }: MeanLine): ChartDataset {
  return {
    label,
    data: points.map(({ mean }) => mean),
    borderColor: color,
    backgroundColor: color,
    borderWidth: 2,
    borderDash,
    lineName: { text: label, color: nameColorOf(color) },
    pointBackgroundColor: points.map(({ n }) => weighted(color, n)),
    spanGaps: false,
    clip: 8,
  };
}
