import { expect, test } from '@jest/globals';
import { dashedLegendPlugin } from '../../../../src/domain/charts/parts/dashed-legend-plugin.js';

test('the legend draws a dashed line dashed, and everything else as it was', () => {
  const dashed = { datasetIndex: 0, pointStyle: 'line', lineDash: [] };
  const solid = { datasetIndex: 1, pointStyle: 'line', lineDash: [] };
  const mark = { datasetIndex: 2, pointStyle: 'rectRot', lineDash: [] };
  dashedLegendPlugin.beforeDraw({
    legend: { legendItems: [dashed, solid, mark] },
    data: { datasets: [{ borderDash: [4, 3] }, {}, { borderDash: [2, 3] }] },
  });
  expect([dashed, solid, mark].map(({ lineDash }) => lineDash)).toEqual([[4, 3], [], []]);
});

test('a chart without a legend is left as it is', () => {
  expect(() => dashedLegendPlugin.beforeDraw({ data: { datasets: [] } })).not.toThrow();
});
