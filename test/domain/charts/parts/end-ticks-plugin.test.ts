import { expect, test } from '@jest/globals';
import { endTicksPlugin } from '../../../../src/domain/charts/parts/end-ticks-plugin.js';

/** The numbers beside an axis of 0-64 that is so many pixels long. */
function numbers(pixels: number, values = [0, 10, 20, 30, 40, 50, 60, 64], horizontal = false) {
  const scale = {
    type: 'linear',
    min: 0,
    max: values.at(-1) ?? 0,
    width: horizontal ? pixels : 40,
    height: horizontal ? 40 : pixels,
    ticks: values.map((value) => ({ value })),
    isHorizontal: () => horizontal,
  };
  endTicksPlugin.afterBuildTicks(null, { scale });
  return scale.ticks.map(({ value }) => value);
}

// 4 of 64 points: 16 pixels of 256, 25 of 400.
test('60 is left out where it would touch 64, and is there where it does not', () => {
  expect(numbers(256)).toEqual([0, 10, 20, 30, 40, 50, 64]);
  expect(numbers(400)).toEqual([0, 10, 20, 30, 40, 50, 60, 64]);
  expect(numbers(256, undefined, true)).toEqual([0, 10, 20, 30, 40, 50, 64]);
});

test('an axis of even steps keeps every number', () => {
  expect(numbers(60, [0, 20, 40, 60, 80, 100])).toEqual([0, 20, 40, 60, 80, 100]);
  expect(numbers(10, [0, 1])).toEqual([0, 1]);
});
