import { expect, test } from '@jest/globals';
import { withLevelLabels } from '../../src/drawing/axis-labels.js';
import type { DrawableChart } from '../../src/drawing/picture.js';

const LINES = ['All: n = 175', 'Responders: n = 100'];

function drawn(labels: (string | string[])[], options: object = {}, isNarrow = false) {
  const chart = { type: 'line', data: { labels, datasets: [] }, options } as unknown as DrawableChart;
  // A letter is half as wide as it is high.
  const measure = (text: string, size: number) => (text.length * size) / 2;
  const { data, options: made } = withLevelLabels(chart, { width: isNarrow ? 420 : 800, isNarrow, measure });
  return { labels: data.labels, x: (made as { scales?: { x?: unknown } }).scales?.x };
}

// 19 letters are 114 pixels wide at 12 and 95 at 10; each of six has (800 - 80 - 90) / 6 = 105 less a gap.
test('labels of each infusion are level and all there, smaller where they would touch', () => {
  const labels = [1, 2, 3, 4, 5, 6].map((infusion) => [String(infusion), ...LINES]);
  expect(drawn(labels, { scales: { x: {}, yWords: {} } })).toEqual({
    labels,
    x: { ticks: { maxRotation: 0, autoSkip: false, font: { size: 10 } } },
  });
});

test('short labels stay as large as they were', () => {
  expect(drawn(['1', '2', '3'])).toMatchObject({ x: { ticks: { font: { size: 12 } } } });
});

test('where it is narrow the lines that do not fit are left out, and no letter is small', () => {
  const labels = [1, 2, 3, 4, 5, 6].map((infusion) => [String(infusion), ...LINES]);
  expect(drawn(labels, {}, true)).toEqual({
    labels: labels.map(([first]) => [first]),
    x: { ticks: { maxRotation: 0, autoSkip: false, font: { size: 11 } } },
  });
});

test('days, of which some are skipped, have their year on a line of its own', () => {
  const { x } = drawn(['4 Mar 2026', '5 Mar 2026'], { scales: { x: { ticks: { autoSkip: true } } } });
  const { ticks } = x as { ticks: { autoSkip: boolean; callback: (value: number) => string[] } };
  expect(ticks.autoSkip).toBe(true);
  expect(ticks.callback.call({ getLabelForValue: () => '4 Mar 2026' }, 0)).toEqual(['4 Mar', '2026']);
});
