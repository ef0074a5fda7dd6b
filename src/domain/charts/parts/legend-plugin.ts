/** The parts of a drawn Chart.js chart that its legend needs. */
interface DrawnChart {
  legend?: { legendItems?: LegendItem[] };
  data: { datasets: readonly { borderDash?: unknown; legendColor?: unknown }[] };
}

interface LegendItem {
  datasetIndex?: number;
  pointStyle?: unknown;
  lineDash?: unknown;
  fillStyle?: unknown;
}

/**
 * A Chart.js plugin that draws a dashed line dashed in the legend too, where Chart.js draws the mark of a point, which has
 * no dashes, and bars in the `legendColor` of their dataset, where Chart.js takes that of the first bar, which may be gray for
 * few. It needs no Chart.js to be made, so pages and server share it.
 */
export const legendPlugin = {
  id: 'legendMarks',

  beforeDraw({ legend, data }: DrawnChart): void {
    for (const item of legend?.legendItems ?? []) {
      const { borderDash: dash, legendColor: color } = data.datasets[item.datasetIndex ?? -1] ?? {};
      if (item.pointStyle === 'line' && dash !== undefined) item.lineDash = dash;
      if (color !== undefined) item.fillStyle = color;
    }
  },
};
