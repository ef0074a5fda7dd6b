import { expect, test } from '@jest/globals';
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { courseTrajectoryChart } from '../../src/domain/charts/course/course-trajectory.js';
import { drawChart } from '../../src/drawing/draw-chart.js';
import { courseWith, scored } from '../domain/course/course-builder.js';

/** How many texts are measured while a course is drawn whose second infusion was on this day. */
function measuredOf(second: string, format: 'png' | 'svg', layout: 'wide' | 'narrow'): number {
  const visits = [scored('infusion-1', 40, '1926-03-02'), scored('infusion-2', 30, second)];
  const course = courseWith(visits, { startedOn: '1926-03-02' });
  const chart = courseTrajectoryChart(course, { title: 'Chart 17, course 1', today: second, like: null });
  const context = Object.getPrototypeOf(createCanvas(1, 1).getContext('2d')) as SKRSContext2D;
  const original = Object.getOwnPropertyDescriptor(context, 'measureText')!;
  let measured = 0;
  const counting = function (this: SKRSContext2D, text: string) {
    measured += 1;
    return (original.value as SKRSContext2D['measureText']).call(this, text);
  };
  Object.defineProperty(context, 'measureText', { ...original, value: counting });
  drawChart(chart, { format, width: 800, theme: 'light', layout });
  Object.defineProperty(context, 'measureText', original);
  return measured;
}

test.each([
  ['png', 'wide'],
  ['svg', 'wide'],
  ['png', 'narrow'],
  ['svg', 'narrow'],
] as const)('a course of a century costs the thread hardly more than one of a year: %s, %s', (format, layout) => {
  // 366 days are on the axis of the one, 36,529 on that of the other.
  const year = measuredOf('1927-03-02', format, layout);
  expect(year).toBeGreaterThan(10);
  expect(measuredOf('2026-03-05', format, layout)).toBeLessThan(3 * year);
});
