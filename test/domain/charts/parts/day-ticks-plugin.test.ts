import { expect, test } from '@jest/globals';
import { dayInLines, dayTicksPlugin } from '../../../../src/domain/charts/parts/day-ticks-plugin.js';

function written(labels: unknown[]) {
  const ticks = labels.map((label) => ({ label }));
  const scales = { x: { ticks } };
  dayTicksPlugin.beforeDraw({ scales });
  // A chart is drawn again under a pointer.
  dayTicksPlugin.beforeDraw({ scales });
  return ticks.map(({ label }) => label);
}

test('the year is under the first day, and under the first of another year', () => {
  const days = ['28 Dec 2025', '30 Dec 2025', '1 Jan 2026', '3 Jan 2026', '5 Jan 2026'].map(dayInLines);
  expect(written(days)).toEqual([['28 Dec', '2025'], ['30 Dec'], ['1 Jan', '2026'], ['3 Jan'], ['5 Jan']]);
});

test('labels that are no days keep all of their lines', () => {
  const labels = [['Q4', 'n = 2026'], ['1', '2026', '2026'], '2026', ['2', '120', '55']];
  expect(written(labels)).toEqual(labels);
});
