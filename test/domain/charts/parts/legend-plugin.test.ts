import { expect, test } from '@jest/globals';
import { legendPlugin } from '../../../../src/domain/charts/parts/legend-plugin.js';

test('the legend draws a dashed line dashed, and everything else as it was', () => {
  const dashed = { datasetIndex: 0, pointStyle: 'line', lineDash: [] };
  const solid = { datasetIndex: 1, pointStyle: 'line', lineDash: [] };
  const mark = { datasetIndex: 2, pointStyle: 'rectRot', lineDash: [] };
  legendPlugin.beforeDraw({
    legend: { legendItems: [dashed, solid, mark] },
    data: { datasets: [{ borderDash: [4, 3] }, {}, { borderDash: [2, 3] }] },
  });
  expect([dashed, solid, mark].map(({ lineDash }) => lineDash)).toEqual([[4, 3], [], []]);
});

test('a chart without a legend is left as it is', () => {
  expect(() => legendPlugin.beforeDraw({ data: { datasets: [] } })).not.toThrow();
});

test('bars are in the legend as they are, though the first is gray for few', () => {
  const bars = { datasetIndex: 0, pointStyle: 'rect', fillStyle: 'gray' };
  const others = { datasetIndex: 1, pointStyle: 'rect', fillStyle: 'blue' };
  legendPlugin.beforeDraw({
    legend: { legendItems: [bars, others] },
    data: { datasets: [{ legendColor: 'navy' }, {}] },
  });
  expect([bars, others].map(({ fillStyle }) => fillStyle)).toEqual(['navy', 'blue']);
});
