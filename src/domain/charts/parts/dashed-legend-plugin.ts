/** The parts of a drawn Chart.js chart that its legend needs. */
interface DrawnChart {
  legend?: { legendItems?: LegendItem[] };
  data: { datasets: readonly { borderDash?: unknown }[] };
}

interface LegendItem {
  datasetIndex?: number;
  pointStyle?: unknown;
  lineDash?: unknown;
}

/**
 * A Chart.js plugin that draws a dashed line dashed in the legend too, where Chart.js draws the mark of a point, which has
 * no dashes. It needs no Chart.js to be made, so pages and server share it.
 */
export const dashedLegendPlugin = {
  id: 'dashedLegend',

  beforeDraw({ legend, data }: DrawnChart): void {
    for (const item of legend?.legendItems ?? []) {
      const dash = data.datasets[item.datasetIndex ?? -1]?.borderDash;
      if (item.pointStyle === 'line' && dash !== undefined) item.lineDash = dash;
    }
  },
};
