import { describe, expect, test } from '@jest/globals';
import { onScreen } from '../../../src/web/components/chart-screen.js';

const INFUSION_1 = ['1', 'All: n = 175', 'Responders: n = 100'];
const INFUSION_2 = ['2', 'All: n = 164', 'Responders: n = 97'];

/** What is below the axis of a chart with two infusions, so many pixels wide. */
function belowTheAxis(width: number): unknown {
  const labels = [INFUSION_1, INFUSION_2];
  const chart = { type: 'line', data: { labels, datasets: [] }, options: { scales: { x: {} } } };
  const { options } = onScreen(chart as unknown as Parameters<typeof onScreen>[0], 'sans-serif');
  const { x } = options.scales as { x: { ticks: { callback: (this: unknown, value: number) => unknown } } };
  const scale = { width, getLabels: () => labels, getLabelForValue: (value: number) => labels[value] };
  return x.ticks.callback.call(scale, 0);
}

describe('the lines below an infusion', () => {
  test('are all shown where they have room', () => {
    expect(belowTheAxis(600)).toEqual(INFUSION_1);
  });

  test('are its number alone on a phone, where they would run into each other', () => {
    expect(belowTheAxis(130)).toBe('1');
  });
});
