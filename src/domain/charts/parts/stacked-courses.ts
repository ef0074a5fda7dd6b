import type { ChartDataset } from './chart.js';
import type { DirectLabel } from './direct-labels-plugin.js';
import { COLORS, TRANSPARENT } from './palette.js';

/** What became of some of the courses of each bar. */
export interface CoursesPart {
  label: string;
  /** How many courses, a bar each. */
  counts: number[];
  color: string;
  /** Nothing has become of them yet: hatched, and not filled. */
  isOpen: boolean;
  directLabels: DirectLabel[];
  /** Pixels. */
  widestBar: number;
}

/** One part of bars of courses that are stacked by what became of them. */
export function coursesPart({ label, counts, color, isOpen, directLabels, widestBar }: CoursesPart): ChartDataset {
  return {
    label,
    data: counts,
    backgroundColor: color,
    borderColor: isOpen ? COLORS.muted : COLORS.paper,
    borderWidth: isOpen ? 1 : { top: 1 },
    ...(isOpen && { hatched: counts.map((count) => count > 0) }),
    directLabels,
    pointStyle: 'rect',
    stack: 'courses',
    maxBarThickness: widestBar,
  };
}

/** A line that is not drawn, to hold labels above the bars. @param heights Of the bars. */
export function labelsAbove(heights: number[], directLabels: DirectLabel[]): ChartDataset {
  return {
    type: 'line',
    label: '',
    data: heights,
    showLine: false,
    pointRadius: 0,
    pointHitRadius: 0,
    pointHoverRadius: 0,
    borderColor: TRANSPARENT,
    backgroundColor: TRANSPARENT,
    directLabels,
  };
}

/** A text in the middle of a bar's width. */
export function barLabel(at: number, text: string, place: DirectLabel['place'], color: string): DirectLabel {
  return { at, text, place, align: 'center', color };
}
