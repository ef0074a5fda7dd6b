/**
 * The charts that may leave the clinic. Waterfall and before-after show single courses, so they never do.
 */
export const PUBLIC_CHART_NAMES = [
  'mean-before-after',
  'trajectory',
  'response-by-baseline-band',
  'attrition',
  'time-to-response',
  'quarterly-trend',
] as const;

export type PublicChartName = (typeof PUBLIC_CHART_NAMES)[number];
