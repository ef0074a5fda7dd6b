import { expect, test } from '@jest/globals';
import { hatchedBarsPlugin } from '../../../../src/domain/charts/parts/hatched-bars-plugin.js';

const nothing = () => {};

/** Where a chart of two bars, 20 wide and 30 high, is drawn on. */
function drawnOn(hatched: boolean[] | undefined) {
  const areas: number[][] = [];
  const lines: number[][] = [];
  const ctx = {
    ...{ save: nothing, restore: nothing, beginPath: nothing, clip: nothing, stroke: nothing, moveTo: nothing },
    rect: (...area: number[]) => void areas.push(area),
    lineTo: (...end: number[]) => void lines.push(end),
    strokeStyle: 'none' as unknown,
    lineWidth: 0,
  };
  const bar = (x: number) => ({ getProps: () => ({ x, y: 70, base: 100, width: 20 }) });
  const datasets = [{ ...(hatched && { hatched }), borderColor: 'blue' }];
  hatchedBarsPlugin.afterDatasetDraw({ ctx, data: { datasets } }, { index: 0, meta: { data: [bar(50), bar(90)] } });
  return { areas, lines, color: ctx.strokeStyle };
}

test('the bars that are named are hatched inside, in the color of their border, and no other', () => {
  const { areas, lines, color } = drawnOn([false, true]);
  expect(areas).toEqual([[80, 70, 20, 30]]);
  expect(color).toBe('blue');
  // From 30 left of the bar to its right edge every 7 pixels: 50 / 7, and the first.
  expect(lines).toHaveLength(8);
});

test('a dataset that names none is left as it is', () => {
  expect(drawnOn(undefined)).toEqual({ areas: [], lines: [], color: 'none' });
});
